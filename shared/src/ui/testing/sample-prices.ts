import type { PriceBookReply } from '../../contract/prices.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';

const first = { from: localDate('2027-04-01'), to: localDate('2029-03-31') };
export const secondPeriod = { from: localDate('2029-04-01'), to: localDate('2031-03-31') };

/** A book of two prices that hold for two years, of a framework with a period to come. */
export const priceBook = (changes: Partial<PriceBookReply> = {}): PriceBookReply => ({
  ref: 'PB-AP-2026-P-0001',
  providerRef: 'P-0001',
  providerName: 'Greenway Learning',
  frameworkRef: 'AP-2026',
  status: 'fixed',
  periods: [first],
  lines: [
    {
      ref: 'R-1',
      serviceRef: 'S-0001',
      serviceName: 'Forest learning',
      lotKey: 'AP-2026-1',
      unit: 'day',
      group: { from: 1, to: 3 },
      price: pence(9_500),
      ...first,
      state: 'approved',
    },
    {
      ref: 'R-2',
      serviceRef: 'S-0002',
      serviceName: 'Maths tuition',
      lotKey: 'AP-2026-2',
      unit: 'hour',
      price: pence(4_000),
      ...first,
      from: localDate('2027-09-01'),
      state: 'reserved',
    },
  ],
  nextPeriod: secondPeriod,
  may: ['open-review'],
  history: [{ at: '2027-02-20T10:00:00Z', by: 'AP Framework', what: 'Prices of AW-1 reserved' }],
  ...changes,
});

/** The same with a review in which one price is proposed, as a colleague of the proposer sees it. */
export const bookInReview = (changes: Partial<PriceBookReply> = {}): PriceBookReply =>
  priceBook({
    status: 'in-review',
    review: {
      period: secondPeriod,
      reason: 'Wages rose by a tenth.',
      proposed: [{ serviceRef: 'S-0001', lotKey: 'AP-2026-1', unit: 'day', group: { from: 1, to: 3 }, price: pence(9_975) }],
      proposedBy: ['Helen Strand'],
    },
    may: ['propose-prices', 'approve-review', 'abandon-review'],
    ...changes,
  });
