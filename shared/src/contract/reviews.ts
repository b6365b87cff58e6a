import * as z from 'zod/mini';
import { objectivesProgress, reviewDecisions, reviewParticipants } from '../domain/reviews/order-reviews.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, paragraphShape, refShape } from './values.ts';

const reviewShape = z.object({
  heldOn: localDateShape,
  participants: z.array(z.enum(reviewParticipants)),
  progress: z.enum(objectivesProgress),
  decision: z.enum(reviewDecisions),
  note: z.optional(z.string()),
  recordedBy: z.string(),
});

/** The reviews of an order, and those that are to be held (R5). */
const reviewsReply = z.object({
  ref: z.string(),
  orderNumber: z.string(),
  reviews: z.array(reviewShape),
  /** By when each review of the placement is, or was, to be held. */
  dueOn: z.array(localDateShape),
  nextDueOn: z.optional(localDateShape),
  overdue: z.boolean(),
  /** Whether the caller may record one. */
  may: z.boolean(),
});
export type ReviewsReply = Told<z.infer<typeof reviewsReply>>;

const byRef = z.object({ ref: refShape });

export const getReviews = endpoint({
  name: 'getReviews',
  summary: 'The reviews of an order, and when the next is due (R5)',
  method: 'GET',
  path: '/call-offs/{ref}/reviews',
  roles: ['signed-in'],
  params: byRef,
  reply: reviewsReply,
});

export const recordReview = endpoint({
  name: 'recordReview',
  summary: 'Record a review that was held with the provider: who took part by role, progress and decision (R5)',
  method: 'POST',
  path: '/call-offs/{ref}/reviews',
  roles: ['requester', 'approver', 'contact'],
  idempotent: true,
  params: byRef,
  body: z.strictObject({
    heldOn: localDateShape,
    participants: z.array(z.enum(reviewParticipants)).check(z.maxLength(reviewParticipants.length)),
    progress: z.enum(objectivesProgress),
    decision: z.enum(reviewDecisions),
    note: z.optional(paragraphShape),
  }),
  reply: reviewsReply,
});

/** Row 58: for a school its own orders, for a commissioner those of every buyer. The longest overdue come first. */
export const listOverdueReviews = endpoint({
  name: 'listOverdueReviews',
  summary: "Overdue reviews of the caller's own schools; of every buyer for a commissioner",
  method: 'GET',
  path: '/reviews/overdue',
  roles: ['requester', 'approver', 'contact', 'commissioner'],
  reply: z.object({
    rows: z.array(
      z.object({
        ref: z.string(),
        orderNumber: z.string(),
        buyerName: z.string(),
        providerName: z.string(),
        serviceName: z.string(),
        dueOn: localDateShape,
        lastHeldOn: z.optional(localDateShape),
      }),
    ),
  }),
});

const counted = z.object({ count: z.int(), of: z.int() });

/** Row 61: absent `facts` say that too few placements are over to show any. */
export const getPlacementFacts = endpoint({
  name: 'getPlacementFacts',
  summary: 'How placements in a service went, as counts of facts; small numbers are hidden',
  method: 'GET',
  path: '/services/{serviceRef}/placement-facts',
  roles: ['signed-in'],
  params: z.object({ serviceRef: refShape }),
  reply: z.object({
    fewest: z.int(),
    facts: z.optional(
      z.object({
        finished: z.int(),
        ranToTheirEnd: counted,
        endedByProvider: counted,
        objectivesMet: z.optional(counted),
        backInSchool: z.optional(counted),
      }),
    ),
  }),
});
