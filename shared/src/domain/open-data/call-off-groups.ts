import type { CallOff } from '../call-off/call-off.ts';
import { type LocalDate, localDate, toLondonDate } from '../days/local-date.ts';
import { type FinancialYear, financialYearOf } from '../ledgers/financial-year.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import { cameToNothing } from '../orders/order.ts';
import { presentTotals } from '../orders/order-plan.ts';
import type { OpenDataPolicy } from './open-data-policy.ts';

/** Call-offs of all buyers to one provider in one lot that were ordered in one financial year, as one sum. No count of anything, no buyer, no pupil. */
export interface CallOffGroup {
  readonly lotKey: string;
  readonly providerRef: string;
  readonly year: FinancialYear;
  /** Ex VAT, to the nearest thousand pounds. */
  readonly rounded: Pence;
}

/** What may be told, and how much is not: for the commissioner's eyes only, for who knows how many groups are withheld knows something of them. */
export interface GroupedCallOffs {
  readonly told: readonly CallOffGroup[];
  /** Groups of years that are over with too few pupils or buyers. */
  readonly withheld: number;
  /** Years that are not over yet, and so not told. */
  readonly running: readonly FinancialYear[];
}

const thousand = 100_000;
const roundedToThousand = (amount: Pence): Pence => pence(Math.round(amount / thousand) * thousand);

/** The first day after a financial year. */
export const dayAfter = (year: FinancialYear): LocalDate => localDate(`${Number(year.slice(0, 4)) + 1}-04-01`);

/** Whether the provider has taken the order, so that there is a contract. */
const isContract = ({ status, order }: CallOff): boolean =>
  status === 'ordered' && order !== undefined && order.state !== 'awaiting-provider' && !cameToNothing(order.state);

/**
 * A call-off is for one child, so none is ever told by itself: only the sum of a provider's in a lot over a whole financial year that has ended, from so many
 * different pupils and different buyers on, to the nearest thousand pounds. A running year is left out, because two packages of it would differ by single
 * orders. No total of a lot or framework is told, because what is withheld could be reckoned from it.
 */
export const groupCallOffs = (
  callOffs: readonly CallOff[],
  { fewestPupils, fewestBuyers }: Pick<OpenDataPolicy, 'fewestPupils' | 'fewestBuyers'>,
  today: LocalDate,
): GroupedCallOffs => {
  const groups = new Map<string, CallOff[]>();
  const running = new Set<FinancialYear>();
  for (const callOff of callOffs.filter(isContract)) {
    const year = financialYearOf(toLondonDate(callOff.order?.madeAt ?? callOff.submittedAt));
    if (today < dayAfter(year)) {
      running.add(year);
      continue;
    }
    const key = JSON.stringify([year, callOff.lotKey, callOff.providerRef]);
    groups.set(key, [...(groups.get(key) ?? []), callOff]);
  }
  const all = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const told = all.flatMap(([key, members]): readonly CallOffGroup[] => {
    const [year, lotKey, providerRef] = JSON.parse(key) as [FinancialYear, string, string];
    const pupils = new Set(members.map(({ request }) => JSON.stringify([request.buyerRef, request.pupilRef])));
    const buyers = new Set(members.map(({ request }) => request.buyerRef));
    const rounded = roundedToThousand(addPence(...members.map((member) => presentTotals(member).net)));
    return pupils.size < fewestPupils || buyers.size < fewestBuyers || rounded === 0 ? [] : [{ lotKey, providerRef, year, rounded }];
  });
  return { told, withheld: all.length - told.length, running: [...running] };
};
