import { localDate } from '../../../../domain/days/local-date.ts';
import { bookInReview, priceBook } from '../../sample-prices.ts';
import { type Answers, type Exhibit, waitingAndFailing } from '../exhibit.tsx';
import { areaAt, asCommissioner } from './commissioner.tsx';

const books = areaAt({ at: 'price-books', providerRef: 'P-0001' });
const one = areaAt({ at: 'price-book', providerRef: 'P-0001', frameworkRef: 'AP-2026' });

const answers: Answers = {
  ...asCommissioner,
  listPriceBooks: () => ({
    providerName: 'Greenway Learning',
    books: [{ frameworkRef: 'AP-2026', status: 'fixed', fixedUntil: localDate('2029-03-31'), prices: 2 }],
  }),
  getPriceBook: () => priceBook(),
};
const reviewed: Answers = { ...answers, getPriceBook: () => bookInReview() };

export const priceExhibits: readonly Exhibit[] = [
  { name: 'price books', ...books, answers, shows: '31 Mar 2029' },
  {
    name: 'price books, none',
    ...books,
    answers: { ...answers, listPriceBooks: () => ({ providerName: 'Greenway Learning', books: [] }) },
    shows: 'It has no price book',
  },
  ...waitingAndFailing({ name: 'price books', ...books, answers }, 'listPriceBooks', 'Loading its prices'),
  { name: 'price book', ...one, answers, shows: 'Reserved: not countersigned yet' },
  { name: 'price book, opening a review', ...one, answers, press: 'Open a price review', shows: 'Why are the prices reviewed?' },
  { name: 'price book, in review', ...one, answers: reviewed, shows: '+5.0%' },
  { name: 'price book, proposing', ...one, answers: reviewed, press: 'Propose prices', shows: 'Propose these prices' },
  ...waitingAndFailing({ name: 'price book', ...one, answers }, 'getPriceBook', 'Loading the price book'),
];
