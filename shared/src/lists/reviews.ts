import * as z from 'zod';
import { type OrderReviews, objectivesProgress, reviewDecisions, reviewParticipants } from '../domain/reviews/order-reviews.ts';
import { reviewActions } from '../domain/reviews/review-action.ts';
import { choice, day, json, number, reference } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, shapeOf } from './record-shape.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('remind-of-review'), dueOn: localDate }),
  z.strictObject({ ...numbering, kind: z.literal('tell-contacts-of-review'), dueOn: localDate }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(reviewActions), actor: key }),
]);

const orderReviews = shapeOf<OrderReviews>()(
  z.strictObject({
    ...bookkeeping,
    callOffRef: z.string(),
    orderNumber: z.string(),
    buyerRef: z.string(),
    providerRef: z.string(),
    serviceRef: z.string(),
    reviews: z.array(
      z.strictObject({
        heldOn: localDate,
        participants: z.array(z.enum(reviewParticipants)),
        progress: z.enum(objectivesProgress),
        decision: z.enum(reviewDecisions),
        note: z.string().optional(),
        recordedBy: z.string(),
        recordedAt: z.string(),
      }),
    ),
    remindedOf: z.array(localDate),
    escalatedOf: z.array(localDate).optional(),
    outbox: z.array(effect),
  }),
);

/** One row for each order that was reviewed, or of whose review its school was reminded. It names no pupil, and who took part only by role (R40). */
export const reviews = defineList({
  title: 'Reviews',
  description:
    'The half-termly reviews of placements, one row for each order (R5). Read only for people: schools record them on the page of the order.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Reviews of', holds: 'none', required: true, indexed: true, unique: true }),
    OrderNumber: reference({ label: 'Order', holds: 'none', required: true, indexed: true }),
    CallOffRef: reference({ label: 'Request', holds: 'none', required: true, indexed: true }),
    BuyerRef: reference({ label: 'School or department', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    ServiceRef: reference({ label: 'Service', holds: 'none', required: true, indexed: true }),
    Held: number({ label: 'Reviews held', holds: 'none', required: true }),
    LastHeldOn: day({ label: 'Last held', holds: 'pupil-attribute', indexed: true }),
    Progress: choice(objectivesProgress, {
      label: 'Progress at the last',
      holds: 'pupil-attribute',
      indexed: true,
      tones: { met: 'good', 'on-course': 'good', behind: 'attention', 'none-yet': 'attention' },
    }),
    Decision: choice(reviewDecisions, { label: 'Decision of the last', holds: 'pupil-attribute' }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(orderReviews, {
      label: 'State',
      holds: ['pupil-attribute', 'staff-identity', 'free-text'],
      hint: 'The whole record as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All reviews',
      columns: ['OrderNumber', 'BuyerRef', 'ProviderRef', 'Held', 'LastHeldOn', 'Progress', 'Decision'],
      orderBy: 'LastHeldOn',
      descending: true,
    },
  ],
});

export type OrderReviewsFields = Fields<typeof reviews>;

export const fromOrderReviews = (state: OrderReviews): OrderReviewsFields => {
  const last = state.reviews.at(-1);
  return {
    Title: state.ref,
    OrderNumber: state.orderNumber,
    CallOffRef: state.callOffRef,
    BuyerRef: state.buyerRef,
    ProviderRef: state.providerRef,
    ServiceRef: state.serviceRef,
    Held: state.reviews.length,
    LastHeldOn: last?.heldOn,
    Progress: last?.progress,
    Decision: last?.decision,
    Version: state.version,
    State: state,
  };
};

export const toOrderReviews = (fields: OrderReviewsFields): OrderReviews => fields.State;
