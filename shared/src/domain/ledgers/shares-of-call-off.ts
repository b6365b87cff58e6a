import { routeOf } from '../call-off/award-route.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { compareDates, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { type Pence, pence } from '../money/money.ts';
import { paysItself } from '../money/payer.ts';
import type { OrderState } from '../orders/order.ts';
import { plannedParts, presentTotals } from '../orders/order-plan.ts';
import { placementsOf } from '../quality/registration-guard.ts';
import type { Buyer } from '../register/buyer.ts';
import { splitByYear, yearsFrom } from './financial-year.ts';
import { type HeldPlacement, type Holding, type LedgerId, nothingHeld } from './ledger.ts';

/** What says how a call-off weighs on the limits, beside its own state. */
export interface ShareFacts {
  readonly buyer: Pick<Buyer, 'type' | 'termDates'>;
  readonly today: LocalDate;
  /** A short hash of the buyer's and the school's own reference. */
  readonly pupilKey: (buyerRef: string, pupilRef: string) => string;
}

/** What a call-off holds of one limit. `finished`: for good. */
export interface HeldOf {
  readonly id: LedgerId;
  readonly holding: Holding;
  readonly finished: boolean;
}

/** Whether an order in this state holds its money: it may still be taught, it was taught and is over, or it came to nothing. */
const moneyIn: Readonly<Record<OrderState, 'holds' | 'finished' | 'nothing'>> = {
  'awaiting-provider': 'holds',
  accepted: 'holds',
  declined: 'nothing',
  unfilled: 'nothing',
  active: 'holds',
  paused: 'holds',
  'notice-given': 'holds',
  ended: 'finished',
  completed: 'finished',
  cancelled: 'nothing',
};

/** On the day of its making no order is finished for good: an approval of its request that came too late may be on its way, and reserve once more. */
const standingOf = ({ status, order }: CallOff, today: LocalDate): 'holds' | 'finished' | 'nothing' => {
  const standing = status === 'ordered' && order !== undefined ? moneyIn[order.state] : 'nothing';
  return standing === 'finished' && order && compareDates(toLondonDate(order.madeAt), today) >= 0 ? 'holds' : standing;
};

/**
 * Which shares a call-off holds, by its state: of the framework's value, of its buyer's budgets and of its provider's load (R12 to R14, R34). Every
 * ledger that it may ever touch is named, those of which it holds nothing as well: there it must be released.
 */
export const ledgerSharesOf = (callOff: CallOff, facts: ShareFacts): readonly HeldOf[] => {
  const { request, frameworkRef, providerRef } = callOff;
  const standing = standingOf(callOff, facts.today);
  const finished = standing === 'finished';
  const money = (amount: Pence): Holding => ({ ...nothingHeld, amount });
  // What is drawn from a block purchase is owed with the purchase, and weighs there (row 54).
  const net = standing === 'nothing' || routeOf(request) === 'block-draw-down' ? pence(0) : presentTotals(callOff).net;
  const byYear = splitByYear(net, request.startDate, plannedParts(callOff), facts.buyer.termDates);
  const budgets = paysItself(request.payer, facts.buyer.type) ? yearsFrom(request.startDate) : [];
  return [
    { id: { kind: 'framework-value', of: frameworkRef }, holding: money(net), finished },
    ...budgets.map(
      (year): HeldOf => ({ id: { kind: 'budget', of: request.buyerRef, year }, holding: money(byYear.get(year) ?? pence(0)), finished }),
    ),
    {
      id: { kind: 'registration-load', of: providerRef },
      holding: { ...nothingHeld, placements: placed(callOff, facts) },
      finished: false,
    },
    // A provider that did not take the order holds nothing: what was reserved for it is released there.
    ...[...new Set((callOff.offers ?? []).map((offer) => offer.providerRef))]
      .filter((ref) => ref !== providerRef)
      .map((ref): HeldOf => ({ id: { kind: 'registration-load', of: ref }, holding: nothingHeld, finished: false })),
  ];
};

/** Placements of pupils of compulsory school age from today on: what is over weighs on no day to come. */
const placed = (callOff: CallOff, { today, pupilKey }: ShareFacts): readonly HeldPlacement[] =>
  placementsOf([callOff])
    .filter(({ compulsorySchoolAge, endDate }) => compulsorySchoolAge && compareDates(endDate, today) >= 0)
    .map(({ buyerRef, pupilRef, hoursPerWeek, ehcPlan, lookedAfter, startDate, endDate }) => ({
      pupil: pupilKey(buyerRef, pupilRef.trim().toUpperCase()),
      hoursPerWeek,
      withPlan: ehcPlan || lookedAfter,
      startDate,
      endDate,
    }));
