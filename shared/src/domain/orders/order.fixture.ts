import { answerOrder } from '../answer-order.ts';
import {
  aBuyer,
  aCallOff,
  aCommand,
  accepted,
  aFramework,
  aLot,
  decided,
  facts,
  orderFacts,
  schoolMembers,
  senco,
} from '../call-off.fixture.ts';
import type { CallOff, CallOffRequest } from '../call-off.ts';
import type { Command } from '../decision.ts';
import { localDate } from '../local-date.ts';
import { approvalFacts } from '../submit-call-off.ts';
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

/** A command given in the morning of a day. */
export const on = (day: string, told: Partial<Command> = {}): Command => aCommand(senco, { now: `${day}T09:00:00Z`, ...told });

/** An order that the provider has accepted: 18 days at £80, Tuesdays and Thursdays from 12 January to 18 March 2027. */
export const acceptedOrder = (told: Partial<CallOffRequest> = {}): CallOff =>
  accepted(answerOrder(decided(aCallOff(told), 'approve'), { ...on('2026-11-25'), answer: 'accepted' })).state;

/** With everything recorded that must be before the start. */
export const readyOrder = (told: Partial<CallOffRequest> = {}, world: Partial<OrderLifeFacts> = {}): CallOff => {
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
export const runningOrder = (told: Partial<CallOffRequest> = {}): CallOff =>
  accepted(startOrder(readyOrder(told), { ...on('2027-01-12'), startedOn: localDate('2027-01-12') }, lifeFacts())).state;
