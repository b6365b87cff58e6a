import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { type listPlacements as declared, livePlacementStates, type Placement } from '@ap/shared/contract/placements';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { TermDates } from '@ap/shared/domain/days/term-dates';
import { plannedEnd, plannedParts, presentTotals } from '@ap/shared/domain/orders/order-plan';
import { standingOf } from '@ap/shared/domain/reviews/decide-review';
import { type OrderReviews, orderReviewsRef } from '@ap/shared/domain/reviews/order-reviews';
import { hasRoleAt } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';

const ofSchool = ['requester', 'approver', 'contact'] as const;
const holding = ['asked', 'unanswered', 'paused'] as const;

const placementOf = (
  callOff: CallOff,
  reviews: OrderReviews | undefined,
  termDates: readonly TermDates[],
  today: LocalDate,
): readonly Placement[] => {
  const { order, request, hold } = callOff;
  const state = livePlacementStates.find((live) => live === order?.state);
  // R19: a school may have ended the placement in its answer to a hold.
  if (!order || !state || hold?.state === 'ended') return [];
  const { next, overdue } = standingOf(callOff, reviews, termDates, today);
  return [
    {
      ref: callOff.ref,
      orderNumber: order.number,
      state,
      held: holding.some((each) => each === hold?.state),
      buyerName: callOff.buyerName,
      providerName: callOff.providerName,
      serviceName: callOff.serviceName,
      lotName: callOff.lotName,
      arrangedBy: request.arrangedBy,
      pupilRef: request.pupilRef,
      hoursPerWeek: presentTotals(callOff).hoursPerWeek,
      startsOn: order.startedOn ?? plannedParts(callOff)[0]?.from ?? request.startDate,
      endsOn: order.notice?.lastDay ?? plannedEnd(callOff),
      reviewOverdue: overdue,
      ...withoutAbsent({ reviewDueOn: next?.dueOn, lastReviewOn: reviews?.reviews.at(-1)?.heldOn }),
    },
  ];
};

/** Row 72: the placements that a caller follows, by school and order. The flags of a request (EHC plan, looked after) are not among what is told. */
export const listPlacements =
  (ports: Pick<Ports, 'callOffs' | 'buyers' | 'reviews' | 'clock'>) =>
  async ({ caller }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const today = toLondonDate(ports.clock.now());
    const [callOffs, buyers, reviews] = await Promise.all([ports.callOffs.known(), ports.buyers.all(), ports.reviews.known()]);
    const terms = new Map(buyers.map(({ ref, termDates }) => [ref, termDates]));
    const held = new Map(reviews.map(({ state }) => [state.ref, state]));
    const rows = callOffs
      .map(({ callOff }) => callOff)
      .filter(({ request }) => caller.commissioner || ofSchool.some((role) => hasRoleAt(caller, request.buyerRef, role)))
      .flatMap((callOff) => placementOf(callOff, held.get(orderReviewsRef(callOff.ref)), terms.get(callOff.request.buyerRef) ?? [], today));
    return { today, rows: rows.sort((a, b) => a.buyerName.localeCompare(b.buyerName) || a.orderNumber.localeCompare(b.orderNumber)) };
  };
