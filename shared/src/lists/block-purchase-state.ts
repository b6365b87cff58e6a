import * as z from 'zod';
import { blockActions } from '../domain/block-purchases/block-action.ts';
import { blockAudiences } from '../domain/block-purchases/block-effect.ts';
import { type BlockPurchase, blockKinds, blockStatuses, pledgeStates, unusedRules } from '../domain/block-purchases/block-purchase.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { bookkeeping, key, localDate, numbering, pence, person, shapeOf } from './record-shape.ts';

const units = z.number().refine((count) => count >= 0 && Number.isSafeInteger(count * 4), 'is not a number of quarters');
const news = z.enum(blockActions);

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: news, actor: key }),
  z.strictObject({ ...numbering, kind: z.literal('tell'), audience: z.enum(blockAudiences), news }),
  z.strictObject({ ...numbering, kind: z.literal('tell-buyer'), buyerRef: z.string(), news }),
  z.strictObject({ ...numbering, kind: z.literal('ask-pledge-approval'), to: key, buyerRef: z.string(), round: z.int() }),
  z.strictObject({ ...numbering, kind: z.literal('ask-transfer-approval'), to: key, transfer: z.int() }),
  z.strictObject({ ...numbering, kind: z.literal('offer-to-provider') }),
  z.strictObject({ ...numbering, kind: z.literal('make-orders') }),
  z.strictObject({ ...numbering, kind: z.literal('settle-ledgers') }),
]);

const statement = z.strictObject({
  serviceRef: z.string(),
  frameworkRef: z.string(),
  lotKey: z.string(),
  providerRef: z.string(),
  rateRef: z.string(),
  rateHash: z.string(),
  unit: z.enum(rateUnits),
  bands: z.array(z.strictObject({ fromUnits: z.int(), unitPrice: pence })).min(1),
  vatBasisPoints: z.int().min(0).max(10_000),
  minimumUnits: z.int(),
  closesAt: z.string(),
  usableFrom: localDate,
  usableTo: localDate,
  unused: z.enum(unusedRules),
});

const pledge = z.strictObject({
  buyerRef: z.string(),
  buyerName: z.string(),
  units: z.int().min(1),
  cap: pence,
  round: z.int().min(1),
  state: z.enum(pledgeStates),
  pledgedBy: person,
  askedOn: localDate.optional(),
  reminded: z.literal(true).optional(),
  decidedBy: person.optional(),
});

const share = z.strictObject({ buyerRef: z.string(), units, net: pence, vat: pence, gross: pence });

/** The whole purchase as it is stored. The type of the domain is checked against this shape when it is compiled. */
export const blockPurchaseState = shapeOf<BlockPurchase>()(
  z.strictObject({
    ...bookkeeping,
    outbox: z.array(effect),
    status: z.enum(blockStatuses),
    kind: z.enum(blockKinds),
    leadBuyerRef: z.string(),
    statement,
    pledges: z.array(pledge),
    unitPrice: pence.optional(),
    shares: z.array(share),
    respondBy: z.string().optional(),
    orders: z.array(z.strictObject({ buyerRef: z.string(), orderRef: z.string() })),
    draws: z.array(z.strictObject({ callOffRef: z.string(), buyerRef: z.string(), units, over: z.string() })),
    transfers: z.array(z.strictObject({ number: z.int(), giver: z.string(), taker: z.string(), units: z.int().min(1), offeredBy: person })),
    transfersMade: z.int().min(0),
    settlement: z.array(share).optional(),
  }),
);
