import { compareDates, type LocalDate, localDate } from '../days/local-date.ts';
import { formatMoney, type Pence, pence } from '../money/money.ts';
import type { PersonId } from '../people/person.ts';
import { type PlacementFact, type ThresholdPolicy, whyNotMore } from '../quality/registration-load.ts';
import { type Refusal, refused } from '../refusal.ts';
import { type HeldPlacement, type Holding, type Ledger, type PupilsElsewhere, takenOf } from './ledger.ts';
import { inForce, thresholdWith, valueLimit } from './override.ts';

/** Where a limit lies, read from the lists now. */
export type Limit =
  | { readonly kind: 'framework-value'; readonly max: Pence | undefined }
  | { readonly kind: 'budget'; readonly allocated: Pence; readonly buyerName: string; readonly year: string }
  | { readonly kind: 'registration-load'; readonly registeredSchool: boolean; readonly policy: ThresholdPolicy };

export interface LimitFacts {
  readonly limit: Limit;
  readonly requester: PersonId;
  readonly today: LocalDate;
}

/** Placements of a ledger as the threshold counts them. The pupil's hash stands for buyer and reference. */
export const placementFacts = (placements: readonly HeldPlacement[]): readonly PlacementFact[] =>
  placements.map(({ pupil, hoursPerWeek, withPlan, startDate, endDate }) => ({
    buyerRef: '',
    pupilRef: pupil,
    hoursPerWeek,
    compulsorySchoolAge: true,
    ehcPlan: withPlan,
    lookedAfter: false,
    startDate,
    endDate,
  }));

/** Pupils whom the provider declared from elsewhere as placements: full-time, on every day. */
export const placementsElsewhere = (elsewhere: PupilsElsewhere | undefined, { fullTimeAbove }: ThresholdPolicy): readonly PlacementFact[] =>
  Array.from({ length: elsewhere?.pupils ?? 0 }, (_, index) => ({
    buyerRef: 'elsewhere',
    pupilRef: String(index),
    hoursPerWeek: fullTimeAbove + 1,
    compulsorySchoolAge: true,
    ehcPlan: index < (elsewhere?.withPlan ?? 0),
    lookedAfter: false,
    startDate: localDate('1900-01-01'),
    endDate: localDate('2999-12-31'),
  }));

/** Why a call-off may not take this much of a limit; `undefined` when it may. A school is told no number but those of its own budget. */
export const whyNotTake = (ledger: Ledger, subject: string, wanted: Holding, facts: LimitFacts): Refusal | undefined => {
  const { limit } = facts;
  const held = ledger.shares.find((share) => share.subject === subject);
  const allowed = inForce(ledger.overrides, facts.today, facts.requester);
  if (limit.kind === 'registration-load') return whyNotPlace(ledger, subject, wanted, limit, thresholdWith(limit.policy, allowed));
  // Who asks for no more than is held already is never stopped: what was approved stays approved.
  if (held && wanted.amount <= held.amount) return undefined;
  const total = takenOf(ledger, subject) + wanted.amount;
  if (limit.kind === 'budget')
    return total > limit.allocated
      ? refused(
          'over-budget',
          `With this order ${limit.buyerName} would have committed ${formatMoney(pence(total))} of its budget of ${formatMoney(limit.allocated)} for ${limit.year} (ex VAT). Ask for changes, or ask the commissioning team about the budget.`,
        )
      : undefined;
  const most = valueLimit(limit.max, allowed);
  return most !== undefined && total > most ? refused('framework-value-reached', frameworkFull) : undefined;
};

const frameworkFull =
  'The framework has no room left for an order of this value, so nothing was ordered. Ring the commissioning team: a commissioner can allow more and record why; then it can be approved. Or ask for changes: fewer days or a shorter placement cost less.';

const whyNotPlace = (
  ledger: Ledger,
  subject: string,
  { placements }: Holding,
  { registeredSchool }: Extract<Limit, { kind: 'registration-load' }>,
  policy: ThresholdPolicy,
): Refusal | undefined => {
  const held = ledger.shares.find((share) => share.subject === subject)?.placements ?? [];
  if (placements.every((placement) => held.some((each) => covers(each, placement)))) return undefined;
  const others = placementFacts(ledger.shares.filter((share) => share.subject !== subject).flatMap((share) => share.placements));
  const wanted = placementFacts(placements);
  const elsewhere = placementsElsewhere(ledger.elsewhere, policy);
  for (const [index, added] of wanted.entries()) {
    const rest = wanted.filter((_, other) => other !== index);
    const refusal = whyNotMore([...elsewhere, ...others, ...rest], added, registeredSchool, policy);
    if (refusal) return refused('registration-threshold', refusal.detail);
  }
  return undefined;
};

const covers = (held: HeldPlacement, wanted: HeldPlacement): boolean =>
  held.pupil === wanted.pupil &&
  held.hoursPerWeek >= wanted.hoursPerWeek &&
  (held.withPlan || !wanted.withPlan) &&
  compareDates(held.startDate, wanted.startDate) <= 0 &&
  compareDates(wanted.endDate, held.endDate) <= 0;

/** When commissioners are warned of a framework's value: a row in Settings. */
export interface LimitPolicy {
  readonly valueNearPercent: number;
}

export const defaultLimitPolicy: LimitPolicy = { valueNearPercent: 80 };

export const valueStandings = ['ok', 'near', 'full'] as const;
export type ValueStanding = (typeof valueStandings)[number];

/** R34: how much of a limit of money is taken, as a word. `near` from so many per cent on (80 unless Settings say otherwise). */
export const valueStanding = (taken: Pence, limit: Pence | undefined, nearPercent: number): ValueStanding => {
  if (limit === undefined) return 'ok';
  if (taken >= limit) return 'full';
  return taken * 100 >= limit * nearPercent ? 'near' : 'ok';
};
