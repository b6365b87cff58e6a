import { compareDates, formatDate, type LocalDate } from '../../days/local-date.ts';
import { formatMoney } from '../../money/money.ts';
import { personKey } from '../../people/person.ts';
import { type Refusal, refused } from '../../refusal.ts';
import type { TenderAction } from '../action.ts';
import { type Change, decider } from '../decider.ts';
import type { TenderWork } from '../effect.ts';
import { firstFault, textFault } from '../text.ts';
import { type BookLine, newestPeriod, nextPeriodBegins, type PriceBook, priceBookRef, standsInTheWay } from './price-book.ts';
import type { PriceBookCommand, PriceBookFacts, ReservePrices } from './price-book-command.ts';
import { priceBookMachine } from './price-book-machine.ts';
import { type PriceLine, pricedThing, pricesFault, pricesSameThing } from './price-line.ts';
import { coversDay, formatPeriod, type PricePeriod, pricePeriods } from './price-period.ts';
import { linesUnderReview, reviewablePeriod } from './price-steps.ts';

/**
 * Decides one command about the prices of a provider under a framework (R29, R38). A price is fixed for its period: nothing changes it inside, and
 * only a review prices the next one.
 */
export const decidePriceBook = decider<PriceBook, ReservePrices, PriceBookCommand, PriceBookFacts>(
  priceBookMachine,
  {
    'reserve-prices': (command, facts) => {
      const period = pricePeriods(facts.terms).find((each) => coversDay(each, command.from));
      if (!period) return outsideTerm(command.from);
      const { frameworkRef, providerRef } = command;
      return reserve(
        {
          ref: priceBookRef(frameworkRef, providerRef),
          status: 'fixed',
          providerRef,
          frameworkRef,
          periods: [period],
          lines: [],
          linesMade: 0,
        },
        command,
      );
    },
  },
  {
    'reserve-prices': (present, command) =>
      present.lines.some(({ awardRef, state }) => awardRef === command.awardRef && state === 'approved')
        ? refused('price-fixed', 'The prices of this award are approved. Only a price review can change them.')
        : // An award that is put right and imported again reserves other prices instead.
          reserve({ ...present, lines: present.lines.filter(({ awardRef }) => awardRef !== command.awardRef) }, command),
    'confirm-prices': (present, { awardRef }, facts) => {
      if (facts.award !== 'countersigned' || !hasReserved(present, awardRef))
        return refused('prices-not-reserved', 'Only reserved prices of a countersigned award can be approved.');
      const lines = present.lines.map(
        (line): BookLine =>
          // Who approved the award stands in the award.
          line.awardRef === awardRef ? { ...line, state: 'approved', approvedBy: awardRef } : line,
      );
      return { state: { ...present, lines }, what: `Prices of ${awardRef} approved`, works: [{ kind: 'publish-rates' }] };
    },
    'release-prices': (present, { awardRef }, facts) => {
      if (facts.award !== 'set-aside' || !hasReserved(present, awardRef))
        return refused('prices-not-reserved', 'Only reserved prices of an award that was set aside can be released.');
      const lines = present.lines.filter((line) => line.awardRef !== awardRef || line.state === 'approved');
      return { state: { ...present, lines }, what: `Prices of ${awardRef} released` };
    },
    'open-review': (present, { period, reason }, facts) => {
      const fault = textFault(reason, 'why the prices are reviewed', '/reason') ?? reviewFault(present, period, facts);
      if (fault) return fault;
      const state = { ...present, status: 'in-review' as const, review: { period, reason, proposed: [], proposedBy: [] } };
      return {
        state,
        what: `Price review opened for ${formatPeriod(period)}`,
        comment: reason,
        works: [tellProvider('price-review-opened')],
      };
    },
    'propose-prices': (present, { lines, by }) => {
      const { review } = present;
      if (!review) return refused('not-in-review', 'No price review is open.');
      const fault = pricesFault(lines, '/lines') ?? unknownLine(present, lines);
      if (fault) return fault;
      const kept = review.proposed.filter((proposed) => !lines.some((line) => sameKey(line, proposed)));
      const proposer = personKey(by);
      const proposedBy = review.proposedBy.includes(proposer) ? review.proposedBy : [...review.proposedBy, proposer];
      return { state: { ...present, review: { ...review, proposed: [...kept, ...lines], proposedBy } }, what: 'Prices proposed' };
    },
    'approve-review': (present, { by }) => {
      const { review } = present;
      if (!review) return refused('not-in-review', 'No price review is open.');
      if (review.proposedBy.includes(personKey(by)))
        return refused('approver-cannot-be-proposer', 'You proposed prices of this review, so someone else must approve it.');
      const lines = linesUnderReview(present).map((line, at): BookLine => {
        const { price, volumeBands } = review.proposed.find((proposed) => sameKey(proposed, line)) ?? line;
        return {
          ...line,
          ...review.period,
          ref: lineRef(present.ref, present.linesMade + at + 1),
          price,
          volumeBands,
          approvedBy: by.name,
        };
      });
      return {
        state: {
          ...present,
          status: 'fixed',
          periods: [...present.periods, review.period],
          lines: [...present.lines, ...lines],
          linesMade: present.linesMade + lines.length,
          review: undefined,
        },
        what: `Prices of ${formatPeriod(review.period)} approved`,
        works: [{ kind: 'publish-rates' }, tellProvider('price-review-approved')],
      };
    },
    'abandon-review': (present, { reason }) =>
      textFault(reason, 'why the review is abandoned', '/reason') ?? {
        state: { ...present, status: 'fixed', review: undefined },
        what: 'Price review abandoned',
        comment: reason,
        works: [tellProvider('price-review-abandoned')],
      },
  },
);

const tellProvider = (news: TenderAction): TenderWork => ({ kind: 'tell', audience: 'provider', news });

const lineRef = (bookRef: string, number: number): string => `R-${bookRef}-${number}`;

const hasReserved = ({ lines }: PriceBook, awardRef: string): boolean =>
  lines.some((line) => line.awardRef === awardRef && line.state === 'reserved');

const outsideTerm = (from: LocalDate): Refusal =>
  refused('period-not-allowed', `The framework has no price period on ${formatDate(from)}.`, '/from');

/** Takes the prices of an award into the book, or says what stands in their way. */
const reserve = (book: Change<PriceBook>['state'], command: ReservePrices): Change<PriceBook> | Refusal => {
  const { lines, from, awardRef } = command;
  const periods = book.periods
    .filter(({ to }) => compareDates(from, to) <= 0)
    .map((period) => ({ from: compareDates(period.from, from) < 0 ? from : period.from, to: period.to }));
  if (periods[0]?.from !== from) return outsideTerm(from);
  const fault = firstFault(
    pricesFault(lines, '/lines'),
    ...lines.flatMap((line, at) => periods.map((period) => inTheWay(book.lines, line, period, `/lines/${at}`))),
  );
  if (fault) return fault;
  const added = lines
    .flatMap((line) => periods.map((period) => ({ ...line, ...period })))
    .map((line, at): BookLine => ({ ...line, ref: lineRef(book.ref, book.linesMade + at + 1), awardRef, state: 'reserved' }));
  return {
    state: { ...book, lines: [...book.lines, ...added], linesMade: book.linesMade + added.length },
    what: `Prices of ${awardRef} reserved`,
  };
};

/** A price inside a period is fixed; the same price twice would leave the service without any. */
const inTheWay = (lines: readonly BookLine[], line: PriceLine, period: PricePeriod, field: string): Refusal | undefined => {
  const standing = standsInTheWay(lines, line, period);
  if (!standing) return undefined;
  if (standing.state === 'reserved')
    return refused('price-overlaps', `A price for ${pricedThing(standing)} is reserved for award ${standing.awardRef}.`, field);
  return refused(
    'price-fixed',
    `The price for ${pricedThing(standing)} is fixed at ${formatMoney(standing.price)} from ${formatPeriod(standing)}. Only a price review can change it, from the day after.`,
    field,
  );
};

/** R29: a review prices the period that follows, as long as the framework says, and nothing before. */
const reviewFault = (book: PriceBook, period: PricePeriod, { terms }: PriceBookFacts): Refusal | undefined => {
  const newest = newestPeriod(book);
  const begins = nextPeriodBegins(book);
  if (compareDates(period.from, newest.to) <= 0)
    return refused(
      'price-fixed',
      `Prices are fixed until ${formatDate(newest.to)}. A price review can only set prices from ${formatDate(begins)}.`,
      '/period/from',
    );
  const following = reviewablePeriod(book, terms);
  if (!following) return refused('period-not-allowed', 'The framework ends with this price period. There is none after it.', '/period');
  return period.from === following.from && period.to === following.to
    ? undefined
    : refused('period-not-allowed', `The next price period of the framework is ${formatPeriod(following)}.`, '/period');
};

const sameKey = (a: PriceLine, b: PriceLine): boolean =>
  pricesSameThing(a, b) && a.lotKey === b.lotKey && a.group?.from === b.group?.from && a.group?.to === b.group?.to;

/** A review changes prices; what the book does not price yet comes with an award. */
const unknownLine = (book: PriceBook, lines: readonly PriceLine[]): Refusal | undefined => {
  const priced = linesUnderReview(book);
  const at = lines.findIndex((line) => !priced.some((known) => sameKey(known, line)));
  const unknown = lines[at];
  return (
    unknown &&
    refused('price-not-allowed', `The book holds no price for ${pricedThing(unknown)}. A new price comes with an award.`, `/lines/${at}`)
  );
};
