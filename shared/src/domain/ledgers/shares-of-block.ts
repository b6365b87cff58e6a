import { approvedPledges, type BlockPurchase } from '../block-purchases/block-purchase.ts';
import { maximumCostOf } from '../block-purchases/pledging.ts';
import { addDays, compareDates, type LocalDate } from '../days/local-date.ts';
import type { TermDates } from '../days/term-dates.ts';
import { schoolWeekdays } from '../days/weekly-pattern.ts';
import { addPence, type Pence, pence } from '../money/money.ts';
import { financialYearsOver, splitByYear } from './financial-year.ts';
import { nothingHeld } from './ledger.ts';
import type { HeldOf } from './shares-of-call-off.ts';

/** What says how a block purchase weighs on the limits, beside its own state. */
export interface BlockShareFacts {
  readonly termDatesOf: (buyerRef: string) => readonly TermDates[];
  readonly today: LocalDate;
}

const pricedIn: readonly BlockPurchase['status'][] = ['closed', 'offered', 'confirmed', 'drawing', 'exhausted', 'expired', 'settled'];

/**
 * What one buyer commits by a purchase, in pence ex VAT: while pledges are gathered the most that its approved pledge may cost; from closing on its share at
 * the one price; in the end what it owes. A pledge that waits, dropped out or lapsed commits nothing.
 */
export const committedBy = (block: BlockPurchase, buyerRef: string): Pence => {
  const { status, shares, settlement } = block;
  if (status === 'gathering') {
    const pledge = approvedPledges(block).find((each) => each.buyerRef === buyerRef);
    return pledge ? maximumCostOf(block, pledge).net : pence(0);
  }
  const share = pricedIn.includes(status) ? (settlement ?? shares).find((each) => each.buyerRef === buyerRef) : undefined;
  return share?.net ?? pence(0);
};

/**
 * Which shares a block purchase holds, by its state: of the framework's value what all commit, of each buyer's budgets what it commits, divided over the
 * school days on which units may be used. Every ledger that it may touch is named, those of which it holds nothing as well: there it must be released. A
 * settled one is over for good from the second day after its last day of use: whatever takes more of a limit is refused after that day.
 */
export const blockSharesOf = (block: BlockPurchase, { termDatesOf, today }: BlockShareFacts): readonly HeldOf[] => {
  const { status, statement, pledges } = block;
  const { usableFrom, usableTo } = statement;
  const finished = status === 'settled' && compareDates(today, addDays(usableTo, 1)) > 0;
  const buyers = pledges.map(({ buyerRef }) => ({ buyerRef, amount: committedBy(block, buyerRef) }));
  const days = { from: usableFrom, to: usableTo, pattern: { days: schoolWeekdays, sessions: 'both' as const, hoursPerDay: 1 } };
  return [
    {
      id: { kind: 'framework-value', of: statement.frameworkRef },
      holding: { ...nothingHeld, amount: addPence(...buyers.map(({ amount }) => amount)) },
      finished,
    },
    ...buyers.flatMap(({ buyerRef, amount }) => {
      const byYear = splitByYear(amount, usableFrom, [days], termDatesOf(buyerRef));
      return financialYearsOver(usableFrom, usableTo).map(
        (year): HeldOf => ({
          id: { kind: 'budget', of: buyerRef, year },
          holding: { ...nothingHeld, amount: byYear.get(year) ?? pence(0) },
          finished,
        }),
      );
    }),
  ];
};
