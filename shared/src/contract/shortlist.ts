import * as z from 'zod/mini';
import { vatBases } from '../domain/money/vat-basis.ts';
import { serviceSummary } from './directory.ts';
import { endpoint, type Told } from './endpoint.ts';
import { refShape } from './values.ts';

const ofBuyer = z.object({ buyerRef: refShape });
const entry = z.object({ buyerRef: refShape, serviceRef: refShape });
const roles = ['requester', 'approver', 'contact'] as const;

/** One service of a shortlist, as the register has it today. Where it cannot be requested `whyNot` says why; one that is gone has no facts. */
const shortlisted = z.object({
  serviceRef: z.string(),
  addedAt: z.string(),
  service: z.optional(serviceSummary),
  listed: z.boolean(),
  whyNot: z.optional(z.string()),
});
export type Shortlisted = Told<z.infer<typeof shortlisted>>;

/** Kept for each buyer on the server: colleagues of one school share it, on every device. In the order in which it was filled. */
export const getShortlist = endpoint({
  name: 'getShortlist',
  summary: 'The shortlist of a school or department',
  method: 'GET',
  path: '/shortlists/{buyerRef}',
  roles,
  params: ofBuyer,
  /** `vat`: how prices are compared at first (R39). */
  reply: z.object({ items: z.array(shortlisted), vat: z.enum(vatBases) }),
});

/** Adding what is there already changes nothing. */
export const addToShortlist = endpoint({
  name: 'addToShortlist',
  summary: 'Add a service to the shortlist',
  method: 'PUT',
  path: '/shortlists/{buyerRef}/{serviceRef}',
  roles,
  params: entry,
  reply: z.object({ count: z.int() }),
});

export const removeFromShortlist = endpoint({
  name: 'removeFromShortlist',
  summary: 'Remove a service from the shortlist',
  method: 'DELETE',
  path: '/shortlists/{buyerRef}/{serviceRef}',
  roles,
  params: entry,
  reply: z.object({ removed: z.boolean() }),
});
