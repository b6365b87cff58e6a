import * as z from 'zod/mini';
import { callOffStatuses } from '../domain/call-off/call-off.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { directAwardBases } from '../domain/register/framework.ts';
import { endpoint, type Told } from './endpoint.ts';
import { paragraphShape, penceShape, refShape } from './values.ts';

/** Who was asked about a request by now, and who can be asked next. The lowest total comes first. */
export const nextProvidersReply = z.object({
  asked: z.array(
    z.object({
      number: z.string(),
      providerName: z.string(),
      serviceName: z.string(),
      net: penceShape,
      gross: penceShape,
      /** Why this provider, in words. */
      why: z.string(),
      /** `lapsed`: it gave no answer in time. */
      answer: z.enum(['declined', 'lapsed', 'waiting', 'accepted']),
      /** Why it declined, in its own words. */
      declined: z.optional(z.string()),
      /** Why the next was asked, in the school's words. */
      passedOn: z.optional(z.string()),
    }),
  ),
  next: z.array(
    z.object({
      serviceRef: refShape,
      serviceName: z.string(),
      providerName: z.string(),
      unit: z.enum(rateUnits),
      unitPrice: penceShape,
      net: penceShape,
      vat: penceShape,
      gross: penceShape,
      /** The bases of a direct award that hold for it, in the framework's order (R30), and whether the approval speaks for it by each. */
      bases: z.array(z.object({ basis: z.enum(directAwardBases), approved: z.boolean() })),
    }),
  ),
  /** Whether this caller can offer it to one of them now. */
  may: z.boolean(),
});
export type NextProvidersReply = Told<z.infer<typeof nextProvidersReply>>;

const byRef = z.object({ ref: refShape });

export const listNextProviders = endpoint({
  name: 'listNextProviders',
  summary: 'Who was asked to take a request, and to whom it can be offered next',
  method: 'GET',
  path: '/call-offs/{ref}/next-providers',
  roles: ['signed-in'],
  params: byRef,
  reply: nextProvidersReply,
});

/** Offers a request that its provider did not take to the next one. `status`: made into an order at once, or sent to its approvers again. */
export const offerToNext = endpoint({
  name: 'offerToNext',
  summary: 'Offer a request that its provider declined or did not answer to the next provider, with the basis and the reason',
  method: 'POST',
  path: '/call-offs/{ref}/next-providers',
  roles: ['requester', 'approver', 'contact'],
  idempotent: true,
  parks: true,
  params: byRef,
  body: z.strictObject({
    serviceRef: refShape,
    basis: z.enum(directAwardBases),
    reason: paragraphShape,
    /** The total that the person was shown, VAT included. */
    shownGross: penceShape,
  }),
  reply: z.object({ ref: refShape, version: z.int(), status: z.enum(callOffStatuses), providerName: z.string() }),
});
