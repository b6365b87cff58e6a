import * as z from 'zod';
import { rateUnits } from '../../domain/money/rate-card.ts';
import { tenderActions } from '../../domain/tenders/action.ts';
import { tenderAudiences } from '../../domain/tenders/effect.ts';
import { bookkeeping, key, localDate, numbering, pence } from '../record-shape.ts';

export const priceLineParts = {
  serviceRef: z.string(),
  lotKey: z.string(),
  unit: z.enum(rateUnits),
  group: z.strictObject({ from: z.int(), to: z.int() }).optional(),
  price: pence,
  volumeBands: z.array(z.strictObject({ fromUnits: z.int(), unitPrice: pence })).optional(),
};
export const periodParts = { from: localDate, to: localDate };

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(tenderActions), actor: key }),
  z.strictObject({ ...numbering, kind: z.literal('tell'), audience: z.enum(tenderAudiences), news: z.enum(tenderActions) }),
  z.strictObject({ ...numbering, kind: z.literal('cancel-rounds') }),
  z.strictObject({ ...numbering, kind: z.literal('enter-applications') }),
  z.strictObject({ ...numbering, kind: z.literal('enter-lots') }),
  z.strictObject({ ...numbering, kind: z.literal('ask-award-approval'), to: key }),
  z.strictObject({ ...numbering, kind: z.literal('refresh-award-cards') }),
  z.strictObject({ ...numbering, kind: z.literal('send-agreement') }),
  z.strictObject({ ...numbering, kind: z.literal('confirm-prices'), bookRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('release-prices'), bookRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('admit-provider'), providerRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('enter-services') }),
  z.strictObject({ ...numbering, kind: z.literal('confirm-in-force') }),
  z.strictObject({ ...numbering, kind: z.literal('publish-rates') }),
  z.strictObject({ ...numbering, kind: z.literal('note-ranking') }),
  z.strictObject({ ...numbering, kind: z.literal('note-outcomes') }),
]);

/** What every record of a tender keeps. */
export const recordParts = { ...bookkeeping, outbox: z.array(effect) };
