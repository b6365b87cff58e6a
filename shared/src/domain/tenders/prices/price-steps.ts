import { type PersonId, personKey } from '../../people/person.ts';
import { newestPeriod, nextPeriodBegins, type PriceBook } from './price-book.ts';
import { type FrameworkPriceTerms, type PricePeriod, periodsOverlap, pricePeriods } from './price-period.ts';

/** What a commissioner may do about a price book. */
export const priceSteps = ['open-review', 'propose-prices', 'approve-review', 'abandon-review'] as const;
export type PriceStep = (typeof priceSteps)[number];

/** The period that a review would price now (R29); `undefined` where the framework ends with the present one. */
export const reviewablePeriod = (book: PriceBook, terms: FrameworkPriceTerms): PricePeriod | undefined => {
  const begins = nextPeriodBegins(book);
  return pricePeriods(terms).find(({ from }) => from === begins);
};

/** What this commissioner may do now. Nobody approves a review in which they proposed a price. */
export const priceStepsFor = (book: PriceBook, terms: FrameworkPriceTerms, person: PersonId): readonly PriceStep[] => {
  if (!book.review) return reviewablePeriod(book, terms) ? ['open-review'] : [];
  return priceSteps.filter(
    (step) => step !== 'open-review' && !(step === 'approve-review' && book.review?.proposedBy.includes(personKey(person))),
  );
};

/** The lines that a review prices anew: those of the newest period. */
export const linesUnderReview = (book: PriceBook): PriceBook['lines'] => {
  const newest = newestPeriod(book);
  return book.lines.filter((line) => periodsOverlap(line, newest));
};
