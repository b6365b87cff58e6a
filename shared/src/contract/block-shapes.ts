import * as z from 'zod/mini';
import { blockKinds, blockStatuses, pledgeStates, unusedRules } from '../domain/block-purchases/block-purchase.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { lineShape, localDateShape, penceShape, refShape } from './values.ts';

export const unitsShape = z.int().check(z.minimum(1), z.maximum(100_000));

/** What the lead buyer decides. `closesAt` is an instant. */
export const planShape = z.strictObject({
  minimumUnits: unitsShape,
  closesAt: lineShape,
  usableFrom: localDateShape,
  usableTo: localDateShape,
  unused: z.enum(unusedRules),
});

const bandShape = z.object({ fromUnits: z.int(), unitPrice: penceShape });
const nextShape = z.object({ moreUnits: z.number(), fromUnits: z.int(), unitPrice: penceShape });

export const statementShape = z.object({
  serviceRef: refShape,
  lotKey: z.string(),
  providerRef: refShape,
  rateRef: z.string(),
  rateHash: z.string(),
  unit: z.enum(rateUnits),
  bands: z.readonly(z.array(bandShape)),
  vatBasisPoints: z.int(),
  minimumUnits: z.int(),
  closesAt: z.string(),
  usableFrom: localDateShape,
  usableTo: localDateShape,
  unused: z.enum(unusedRules),
});

export const shareShape = z.object({ buyerRef: refShape, units: z.number(), net: penceShape, vat: penceShape, gross: penceShape });
const balanceShape = z.object({ buyerRef: refShape, bought: z.number(), used: z.number(), promised: z.number(), free: z.number() });

/** A buyer's own part. The cap is in no other. */
const ownShape = z.object({
  pledge: z.optional(
    z.object({
      units: z.int(),
      cap: penceShape,
      round: z.int(),
      state: z.enum(pledgeStates),
      pledgedBy: z.string(),
      decidedBy: z.optional(z.string()),
      maximumCost: z.object({ net: penceShape, vat: penceShape, gross: penceShape }),
      outcome: z.optional(z.enum(['bought', 'dropped', 'not-approved', 'lapsed'])),
    }),
  ),
  balance: z.optional(balanceShape),
  draws: z.readonly(z.array(z.object({ callOffRef: refShape, buyerRef: refShape, units: z.number() }))),
  transfers: z.readonly(
    z.array(
      z.object({
        number: z.int(),
        giver: refShape,
        taker: refShape,
        units: z.int(),
        wouldOwe: z.optional(z.object({ net: penceShape, gross: penceShape })),
      }),
    ),
  ),
  orderRef: z.optional(z.string()),
  owes: z.optional(shareShape),
});

/** A block purchase as one buyer, or a commissioner, may see it. */
export const blockViewShape = z.object({
  ref: refShape,
  version: z.int(),
  kind: z.enum(blockKinds),
  status: z.enum(blockStatuses),
  leadBuyerRef: refShape,
  statement: statementShape,
  respondBy: z.optional(z.string()),
  gathered: z.optional(
    z.object({ approvedUnits: z.number(), waitingUnits: z.number(), unitPrice: penceShape, next: z.optional(nextShape) }),
  ),
  atClosing: z.optional(z.object({ approvedUnits: z.number(), unitPrice: penceShape })),
  unitPrice: z.optional(penceShape),
  bought: z.optional(z.object({ units: z.number(), net: penceShape, vat: penceShape, gross: penceShape })),
  shares: z.optional(z.readonly(z.array(shareShape))),
  balances: z.optional(z.readonly(z.array(balanceShape))),
  settlement: z.optional(z.readonly(z.array(shareShape))),
  own: z.optional(ownShape),
});
