import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  getReviews as getDeclared,
  listOverdueReviews as overdueDeclared,
  ReviewsReply,
  recordReview as recordDeclared,
} from '@ap/shared/contract/reviews';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { runsOrders } from '@ap/shared/domain/orders/order-life';
import { recordReview as record, standingOf } from '@ap/shared/domain/reviews/decide-review';
import { type OrderReviews, orderReviewsRef } from '@ap/shared/domain/reviews/order-reviews';
import { reviewsDue } from '@ap/shared/domain/reviews/review-schedule';
import { runAtRef } from '../commands/run-record.ts';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { noSuchCallOff, ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { knownReviews, reviewsHome } from './reviews-home.ts';

/** Whether a caller may see a call-off at all. */
export type MaySee = (callOff: CallOff, caller: Caller) => boolean;

const seen = async (ports: Ports, maySee: MaySee, ref: string, caller: Caller): Promise<CallOff> => {
  const found = await ports.callOffs.find(ref);
  if (!found || !maySee(found.callOff, caller)) throw noSuchCallOff();
  return found.callOff;
};

const toReply = async (ports: Ports, callOff: CallOff, reviews: OrderReviews | undefined, caller: Caller): Promise<ReviewsReply> => {
  const { order } = callOff;
  if (!order) throw new ProblemError('not-found', 'There is no order yet: the request has to be approved first.');
  const termDates = (await ports.buyers.buyer(callOff.request.buyerRef, 'known'))?.termDates ?? [];
  const { next, overdue } = standingOf(callOff, reviews, termDates, toLondonDate(ports.clock.now()));
  return {
    ref: callOff.ref,
    orderNumber: order.number,
    reviews: (reviews?.reviews ?? []).map(({ recordedAt: _recordedAt, participants, ...review }) => ({
      ...withoutAbsent(review),
      participants,
    })),
    dueOn: reviewsDue(callOff, termDates).map(({ dueOn }) => dueOn),
    overdue,
    may: order.startedOn !== undefined && caller.client === 'deciding' && runsOrders(callOff, caller.memberships, caller.person),
    ...withoutAbsent({ nextDueOn: next?.dueOn }),
  };
};

/** The reviews of an order, for whoever may see its call-off. */
export const getReviews =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<ReviewsReply> => {
    const callOff = await seen(ports, maySee, params.ref, caller);
    return toReply(ports, callOff, (await ports.reviews.find(orderReviewsRef(callOff.ref)))?.state, caller);
  };

/** R5: the school records a review that was held. */
export const recordReview =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params, body, key }: Call<typeof recordDeclared>): Promise<ReviewsReply> => {
    const callOff = await seen(ports, maySee, params.ref, caller);
    const members = await ports.buyers.members(callOff.request.buyerRef, 'fresh');
    const given = { ref: orderReviewsRef(callOff.ref), by: caller.person, key, content: body };
    const { state } = await runAtRef(ports, reviewsHome(ports), given, async (present, command) =>
      record(present, { ...command, ...body }, callOff, members),
    );
    return toReply(ports, callOff, state, caller);
  };

const ofSchool = ['requester', 'approver', 'contact'] as const;

/** Row 58: overdue reviews, the longest overdue first. No school sees another's. */
export const listOverdueReviews =
  (ports: Ports) =>
  async ({ caller }: Call<typeof overdueDeclared>): Promise<ReplyOf<typeof overdueDeclared>> => {
    const today = toLondonDate(ports.clock.now());
    const [callOffs, buyers, reviewsOf] = await Promise.all([ports.callOffs.known(), ports.buyers.all(), knownReviews(ports)]);
    const terms = new Map(buyers.map(({ ref, termDates }) => [ref, termDates]));
    const rows = callOffs.flatMap(({ callOff }) => {
      const { request, order } = callOff;
      if (!order || !(caller.commissioner || ofSchool.some((role) => hasRoleAt(caller, request.buyerRef, role)))) return [];
      const reviews = reviewsOf(callOff.ref);
      const { next, overdue } = standingOf(callOff, reviews, terms.get(request.buyerRef) ?? [], today);
      if (!overdue || !next) return [];
      const { ref, buyerName, providerName, serviceName } = callOff;
      const lastHeldOn = reviews?.reviews.at(-1)?.heldOn;
      return [
        { ref, orderNumber: order.number, buyerName, providerName, serviceName, dueOn: next.dueOn, ...withoutAbsent({ lastHeldOn }) },
      ];
    });
    return { rows: rows.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.orderNumber.localeCompare(b.orderNumber)) };
  };
