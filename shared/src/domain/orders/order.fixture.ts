import {
  aBuyer,
  aCallOff,
  aCommand,
  accepted,
  aFramework,
  aListing,
  aLot,
  aProvider,
  aRate,
  aService,
  currentChecks,
  decided,
  facts,
  orderFacts,
  type RequestTold,
  schoolMembers,
  senco,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { approvalFacts, type SubmitFacts } from '../call-off/submit-call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import type { OrderHoldState } from '../quality/order-hold.ts';
import { directAwardBases } from '../register/framework.ts';
import { answerOrder } from './answer-order.ts';
import { varyOrder } from './change-order.ts';
import { candidatesFor } from './next-candidates.ts';
import type { OfferNextFacts } from './offer-next.ts';
import type { OrderLifeFacts } from './order-life.ts';
import { missingStartChecks, startCheckTexts } from './start-checks.ts';
import { recordStartCheck, startOrder } from './start-order.ts';

/** What a decision about a running order rests on, in an ordinary week. */
export const lifeFacts = (told: Partial<OrderLifeFacts> = {}): OrderLifeFacts => ({
  buyer: aBuyer(),
  buyerMembers: schoolMembers,
  framework: aFramework(),
  lot: aLot(),
  provider: orderFacts(),
  approval: approvalFacts(facts()),
  noticeSchoolDays: 5,
  ...told,
});

/** What a decision asks of the world, without the numbers that each effect bears. */
export const worksOf = (decision: Decision) =>
  accepted(decision).effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work);

/** A hold on the provider of this order, in a state of its answer. */
export const heldIn = (present: CallOff, state: OrderHoldState): CallOff => ({
  ...present,
  hold: { state, holdRef: 'P-0001-H1' },
});

/** A command given in the morning of a day. */
export const on = (day: string, told: Partial<Command> = {}): Command => aCommand(senco, { now: `${day}T09:00:00Z`, ...told });

/** An order that the provider has accepted: 18 days at £80, Tuesdays and Thursdays from 12 January to 18 March 2027. */
export const acceptedOrder = (told: RequestTold = {}): CallOff =>
  accepted(answerOrder(decided(aCallOff(told), 'approve'), { ...on('2026-11-25'), answer: 'accepted' })).state;

/** An order that the provider has declined on the day it was made. */
export const declinedOrder = (told: RequestTold = {}): CallOff =>
  accepted(answerOrder(decided(aCallOff(told), 'approve'), { ...on('2026-11-24'), answer: 'declined', reason: 'No places.' })).state;

/** With everything recorded that must be before the start. */
export const readyOrder = (told: RequestTold = {}, world: Partial<OrderLifeFacts> = {}): CallOff => {
  const known = lifeFacts(world);
  let present = acceptedOrder(told);
  for (const check of missingStartChecks(present.request, known.buyer))
    present = accepted(
      recordStartCheck(
        present,
        {
          ...on('2027-01-07'),
          check,
          on: localDate('2027-01-07'),
          ...(startCheckTexts[check].needsChannel ? { channel: 'secure-mail' } : {}),
          ...(check === 'direction-notice' ? { articlesAllow: true } : {}),
        },
        known,
      ),
    ).state;
  return present;
};

/** A placement that started on its planned first day. */
export const runningOrder = (told: RequestTold = {}): CallOff =>
  accepted(startOrder(readyOrder(told), { ...on('2027-01-12'), startedOn: localDate('2027-01-12') }, lifeFacts())).state;

/** Another provider of the lot that meets the same need, by a number from 2 on; at £80 a day like the first, where nothing else is said. */
export const anotherProvider = (number: number, price = 8_000, told: Partial<SubmitFacts> = {}): SubmitFacts => {
  const ref = `P-000${number}`;
  const serviceRef = `S-0000${number}`;
  return facts({
    listing: aListing({
      framework: aFramework({ permittedBases: directAwardBases }),
      provider: aProvider({ ref, tradingName: `Provider ${number}`, legalName: `Provider ${number} Limited` }),
      service: aService({ ref: serviceRef, providerRef: ref, name: 'Day centre' }),
      qaChecks: currentChecks.map((check) => ({ ...check, providerRef: ref })),
      rates: [aRate({ ref: `R-0000${number}`, serviceRef, price: pence(price) })],
    }),
    ...told,
  });
};

/** What a step to the next provider rests on, where these could be asked. */
export const nextFacts = (present: CallOff, chosen: SubmitFacts, others: readonly SubmitFacts[], at: string): OfferNextFacts => ({
  ...chosen,
  candidates: candidatesFor(present, aService(), others, { now: at, compared: 'ex' }),
  searched: { compared: 'ex', freshAt: at },
  itemId: 42,
  answerWorkingDays: 2,
});

/** One day a week more than the running order has: a dearer pattern. */
export const threeDays = { days: ['tue', 'wed', 'thu'], sessions: 'both', hoursPerDay: 5 } as const;

/** A running order with a dearer change proposed on Thursday 28 January 2027. */
export const aDearerChange = ({
  from = '2027-02-02',
  by = senco,
  present = runningOrder(),
  world = {},
}: {
  readonly from?: string;
  readonly by?: Command['by'];
  readonly present?: CallOff;
  readonly world?: Partial<OrderLifeFacts>;
} = {}): CallOff =>
  accepted(
    varyOrder(
      present,
      { ...on('2027-01-28', { by }), from: localDate(from), pattern: threeDays, reason: 'More days are needed.' },
      lifeFacts(world),
    ),
  ).state;
