import type { Pence } from '../money/money.ts';
import { type PackageCost, packageCost } from '../money/package-cost.ts';
import { readPlan } from '../money/planned-timetable.ts';
import type { RateUnit } from '../money/rate-card.ts';
import type { VatTreatment } from '../money/vat-treatment.ts';
import { type Refusal, refused } from '../refusal.ts';
import { fewestCompared, mostCompared } from './shortlist.ts';

/** One service as it stood when it was compared. Money in pence. */
export interface ComparedService {
  readonly serviceRef: string;
  readonly name: string;
  readonly providerName: string;
  /** Absent where a choice was kept before lots were. */
  readonly lotName?: string | undefined;
  /** Per `unit`, ex VAT. */
  readonly price: Pence;
  readonly priceIncVat: Pence;
  readonly unit: RateUnit;
  readonly vatTreatment: VatTreatment;
  /** What the plan came to; absent without a plan, and where the service is not offered for so many hours a week. */
  readonly planned?: PackageCost | undefined;
}

/** Row 36: which of several a school chose and why, kept as evidence of value for money. Never changed. */
export interface Choice {
  readonly choiceRef: string;
  readonly at: string;
  /** Who wrote the reason. */
  readonly by: string;
  readonly serviceRef: string;
  /** In the school's own words. It names no pupil. */
  readonly reason: string;
  /** The timetable by which packages were compared, as `planText` writes it. */
  readonly plan?: string | undefined;
  readonly compared: readonly ComparedService[];
}

/** Services of several providers may be called the same. */
export const comparedName = ({ name, providerName }: Pick<ComparedService, 'name' | 'providerName'>): string => `${name}, ${providerName}`;

/** The name of the service that was chosen; its reference where it is none of those compared. */
export const chosenName = ({
  compared,
  serviceRef,
}: {
  readonly compared: readonly Pick<ComparedService, 'serviceRef' | 'name' | 'providerName'>[];
  readonly serviceRef: string;
}): string => {
  const chosen = compared.find((service) => service.serviceRef === serviceRef);
  return chosen ? comparedName(chosen) : serviceRef;
};

/** A service that may be compared, with what says what a plan would cost. */
export type Comparable = Omit<ComparedService, 'planned'> & { readonly hoursPerWeekMax?: number | undefined };

/** Chooses one of those compared. `services` are those that can be requested now, as the register has them: what is kept is no claim of the caller's. */
export const choose = (
  asked: Pick<Choice, 'choiceRef' | 'at' | 'by' | 'serviceRef' | 'reason' | 'plan'>,
  services: readonly Comparable[],
): { readonly ok: true; readonly choice: Choice } | Refusal => {
  if (services.length < fewestCompared || services.length > mostCompared)
    return refused('not-in-this-state', `Compare ${fewestCompared} to ${mostCompared} services that can be requested now.`, '/compared');
  if (!services.some(({ serviceRef }) => serviceRef === asked.serviceRef))
    return refused('not-in-this-state', 'Choose one of the services that are compared and can be requested now.', '/serviceRef');
  if (asked.reason === '') return refused('reason-required', 'Enter why you choose this service.', '/reason');
  const plan = asked.plan === undefined ? undefined : readPlan(asked.plan);
  if (asked.plan !== undefined && !plan)
    return refused('number-not-allowed', 'The planned timetable cannot be read. Enter it again.', '/plan');
  const compared = services.map(({ hoursPerWeekMax, ...service }) => {
    const planned = plan && packageCost(plan, { ...service, hoursPerWeekMax });
    return planned ? { ...service, planned } : service;
  });
  return { ok: true, choice: { ...asked, compared } };
};
