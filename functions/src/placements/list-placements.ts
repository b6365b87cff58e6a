import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listPlacements as declared, getPlacementsFile as fileDeclared } from '@ap/shared/contract/placements';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { TermDates } from '@ap/shared/domain/days/term-dates';
import { sessionsAWeek } from '@ap/shared/domain/days/weekly-pattern';
import { plannedEnd, plannedParts, presentTotals } from '@ap/shared/domain/orders/order-plan';
import { livePlacementStates, type Placement } from '@ap/shared/domain/placements/placement';
import { narrowedPlacements } from '@ap/shared/domain/placements/placement-filter';
import { placementTable } from '@ap/shared/domain/placements/placement-table';
import type { Provider } from '@ap/shared/domain/register/provider';
import { standingOf } from '@ap/shared/domain/reviews/decide-review';
import { type OrderReviews, orderReviewsRef } from '@ap/shared/domain/reviews/order-reviews';
import { cellText } from '@ap/shared/domain/texts/csv-text';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { bold, type FilledCell, workbookFile } from '../workbook.ts';

const ofSchool = ['requester', 'approver', 'contact'] as const;
const holding = ['asked', 'unanswered', 'paused'] as const;

/** Sessions of a week by the part of the plan that today lies in: the first one before it, the last one after it. */
const sessionsOn = (callOff: CallOff, today: LocalDate): number => {
  const parts = plannedParts(callOff);
  const part = parts.findLast(({ from }) => from <= today) ?? parts[0];
  return sessionsAWeek(part?.pattern ?? callOff.request.pattern);
};

interface Known {
  readonly reviews: ReadonlyMap<string, OrderReviews>;
  readonly terms: ReadonlyMap<string, readonly TermDates[]>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly today: LocalDate;
}

const placementOf = (callOff: CallOff, { reviews: held, terms, providers, today }: Known): readonly Placement[] => {
  const { order, request, hold } = callOff;
  const state = livePlacementStates.find((live) => live === order?.state);
  // R19: a school may have ended the placement in its answer to a hold.
  if (!order || !state || hold?.state === 'ended') return [];
  const reviews = held.get(orderReviewsRef(callOff.ref));
  const { next, overdue } = standingOf(callOff, reviews, terms.get(request.buyerRef) ?? [], today);
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
      payer: request.payer,
      pupilRef: request.pupilRef,
      hoursPerWeek: presentTotals(callOff).hoursPerWeek,
      sessionsPerWeek: sessionsOn(callOff, today),
      startsOn: order.startedOn ?? plannedParts(callOff)[0]?.from ?? request.startDate,
      endsOn: order.notice?.lastDay ?? plannedEnd(callOff),
      reviewOverdue: overdue,
      ...withoutAbsent({
        registeredSchool: providers.get(callOff.providerRef)?.registeredSchool,
        reviewDueOn: next?.dueOn,
        lastReviewOn: reviews?.reviews.at(-1)?.heldOn,
      }),
    },
  ];
};

type Needs = Pick<Ports, 'callOffs' | 'buyers' | 'providers' | 'reviews' | 'clock'>;

const placementsFor = async (ports: Needs, caller: Caller): Promise<{ readonly today: LocalDate; readonly rows: readonly Placement[] }> => {
  const today = toLondonDate(ports.clock.now());
  const [callOffs, buyers, providers, reviews] = await Promise.all([
    ports.callOffs.known(),
    ports.buyers.all(),
    ports.providers.all(),
    ports.reviews.known(),
  ]);
  const known: Known = {
    terms: new Map(buyers.map(({ ref, termDates }) => [ref, termDates])),
    providers: new Map(providers.map((provider) => [provider.ref, provider])),
    reviews: new Map(reviews.map(({ state }) => [state.ref, state])),
    today,
  };
  const rows = callOffs
    .map(({ callOff }) => callOff)
    .filter(({ request }) => caller.commissioner || ofSchool.some((role) => hasRoleAt(caller, request.buyerRef, role)))
    .flatMap((callOff) => placementOf(callOff, known));
  return { today, rows: rows.sort((a, b) => a.buyerName.localeCompare(b.buyerName) || a.orderNumber.localeCompare(b.orderNumber)) };
};

/** Row 72: the placements that a caller follows, by school and order. The flags of a request (EHC plan, looked after) are not among what is told. */
export const listPlacements =
  (ports: Needs) =>
  async ({ caller }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const { today, rows } = await placementsFor(ports, caller);
    return { today, rows: rows.map(withoutAbsent) };
  };

/** The same as a workbook that can be sorted and counted in. */
export const getPlacementsFile =
  (ports: Needs) =>
  async ({ caller, query }: Call<typeof fileDeclared>): Promise<ReplyOf<typeof fileDeclared>> => {
    const { today, rows } = await placementsFor(ports, caller);
    const [headings = [], ...cells] = placementTable(narrowedPlacements(rows, query, today), today);
    const cell = (value: string | number): FilledCell => (value === '' ? null : typeof value === 'string' ? cellText(value) : value);
    return workbookFile(`Placements ${today}`, [
      {
        sheet: 'Placements',
        columns: headings.map(() => ({ width: 20 })),
        data: [headings.map((name) => bold(String(name))), ...cells.map((row) => row.map(cell))],
        stickyRowsCount: 1,
      },
    ]);
  };
