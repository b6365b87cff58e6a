import * as z from 'zod';
import { newestPeriod, type PriceBook, priceBookStatuses } from '../../domain/tenders/prices/price-book.ts';
import { choice, day, json, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { key, shapeOf } from '../record-shape.ts';
import { periodParts, priceLineParts, recordParts } from './record-state.ts';

const period = z.strictObject(periodParts);

const priceBookState = shapeOf<PriceBook>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(priceBookStatuses),
    providerRef: z.string(),
    frameworkRef: z.string(),
    periods: z.array(period).min(1),
    lines: z.array(
      z.strictObject({
        ...priceLineParts,
        ...periodParts,
        ref: z.string(),
        awardRef: z.string(),
        state: z.enum(['reserved', 'approved']),
        approvedBy: z.string().optional(),
      }),
    ),
    linesMade: z.int(),
    review: z
      .strictObject({ period, reason: z.string(), proposed: z.array(z.strictObject(priceLineParts)), proposedBy: z.array(key) })
      .optional(),
  }),
);

/** One item for each provider and framework, so that two prices for one thing cannot be written. RateCards is written from it. */
export const priceBooks = defineList({
  title: 'PriceBooks',
  description:
    'Every price of a provider under a framework, fixed for its period. Read only for people: an award or a price review writes it.',
  handEdited: false,
  columns: {
    Title: text({ label: 'Price book', holds: 'none', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    FrameworkRef: reference({ label: 'Framework', holds: 'none', required: true, indexed: true }),
    Status: choice(priceBookStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { fixed: 'good', 'in-review': 'waiting' },
    }),
    FixedTo: day({ label: 'Fixed until', holds: 'none', required: true, indexed: true }),
    Prices: number({ label: 'Approved prices', holds: 'none', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(priceBookState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'The whole book as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    { title: 'All price books', columns: ['Title', 'ProviderRef', 'FrameworkRef', 'Status', 'FixedTo', 'Prices'], orderBy: 'ProviderRef' },
  ],
});

export const fromPriceBook = (book: PriceBook): Fields<typeof priceBooks> => ({
  Title: book.ref,
  ProviderRef: book.providerRef,
  FrameworkRef: book.frameworkRef,
  Status: book.status,
  FixedTo: newestPeriod(book).to,
  Prices: book.lines.filter(({ state }) => state === 'approved').length,
  Version: book.version,
  State: book,
});
