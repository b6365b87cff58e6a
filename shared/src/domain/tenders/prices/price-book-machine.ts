import type { TenderMachine } from '../machine.ts';
import type { PriceBookStatus } from './price-book.ts';
import type { PriceBookCommand } from './price-book-command.ts';

/** Which command leads a price book where. */
export const priceBookMachine: TenderMachine<PriceBookStatus, PriceBookCommand['kind']> = {
  subject: 'the price book',
  states: { fixed: 'fixed for its price period', 'in-review': 'under a price review' },
  // A book is open for as long as its framework: a later award or review may come.
  ends: [],
  moves: [
    {
      command: 'reserve-prices',
      does: 'reserve the prices of an award',
      from: ['none'],
      to: ['fixed'],
      by: ['product'],
      guard: 'the first award of the provider makes its book; within a price period of the framework',
      audit: 'prices-reserved',
    },
    {
      command: 'reserve-prices',
      does: 'reserve the prices of an award',
      from: ['fixed', 'in-review'],
      to: ['same'],
      by: ['product'],
      guard:
        'to the end of the newest price period; no other approved or reserved price for the same service, unit and group on a day in common',
      audit: 'prices-reserved',
    },
    {
      command: 'confirm-prices',
      does: 'approve the prices of a countersigned award',
      from: ['fixed', 'in-review'],
      to: ['same'],
      by: ['product'],
      guard: 'the award is countersigned and its prices are reserved',
      audit: 'prices-confirmed',
    },
    {
      command: 'release-prices',
      does: 'release the prices of an award that was set aside',
      from: ['fixed', 'in-review'],
      to: ['same'],
      by: ['product'],
      guard: 'the award was set aside and its prices are reserved; an approved price is never released',
      audit: 'prices-released',
    },
    {
      command: 'open-review',
      does: 'open a price review',
      from: ['fixed'],
      to: ['in-review'],
      by: ['commissioner'],
      guard: 'R29: its period begins the day after the newest one ends, as the framework says; a change inside a period is refused',
      audit: 'price-review-opened',
    },
    {
      command: 'propose-prices',
      does: 'propose prices',
      from: ['in-review'],
      to: ['in-review'],
      by: ['commissioner', 'provider'],
      guard: 'every price is for something that the book prices already',
      audit: 'prices-proposed',
    },
    {
      command: 'approve-review',
      does: 'approve the price review',
      from: ['in-review'],
      to: ['fixed'],
      by: ['commissioner'],
      guard: 'by someone who proposed none of its prices; what was not proposed goes on at its present price',
      audit: 'price-review-approved',
    },
    {
      command: 'abandon-review',
      does: 'abandon the price review',
      from: ['in-review'],
      to: ['fixed'],
      by: ['commissioner'],
      guard: 'with a reason',
      audit: 'price-review-abandoned',
    },
  ],
};
