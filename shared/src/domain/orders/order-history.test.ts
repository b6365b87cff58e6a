import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anOrder, aProvider, aService, deputy, head, orderFacts, senco, stranger } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { addDays, type LocalDate, localDate, toLondonDate } from '../days/local-date.ts';
import { ledgerSharesOf } from '../ledgers/shares-of-call-off.ts';
import { leadsTo } from '../machine/transition.ts';
import { pence } from '../money/money.ts';
import { linkHolder, personKey, theProduct } from '../people/person.ts';
import { answerOffer, lapseOffer, remindProvider } from './answer-offer.ts';
import { answerOrder } from './answer-order.ts';
import { extendOrder, pauseOrder, resumeOrder, varyOrder } from './change-order.ts';
import { decideOrderChange } from './decide-order-change.ts';
import { cancelOrder, completeOrder, endOrder, finishNotice, giveNotice } from './end-order.ts';
import { candidatesFor } from './next-candidates.ts';
import { noteNoneLeft, offerNext } from './offer-next.ts';
import { anotherProvider, declinedOrder, lifeFacts, nextFacts, readyOrder, runningOrder } from './order.fixture.ts';
import { orderIsOver } from './order.ts';
import { type OrderCommandKind, orderCommands } from './order-command.ts';
import { approvedGross } from './order-life.ts';
import { orderTable } from './order-machine.ts';
import { plannedEnd, plannedParts, presentTotals, pricePlan } from './order-plan.ts';
import { startCheckKinds } from './start-checks.ts';
import { recordStartCheck, startOrder } from './start-order.ts';
import { seeSettingChange, tellSettingChange } from './tell-of-setting.ts';

// Whatever a school does with an order, in whatever order and on whatever day: these hold for every history of it.

const holder = linkHolder('99999999-9999-4999-8999-999999999999', 'Pat Lee, Manager');

const patterns = [
  { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 },
  { days: ['tue'], sessions: 'am', hoursPerDay: 2.5 },
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: 'both', hoursPerDay: 5 },
] as const;

const act = fc.record({
  what: fc.constantFrom<OrderCommandKind>(
    ...orderCommands,
    'record-start-check',
    'record-start-check',
    'vary',
    'decide-change',
    'pause',
    'resume',
    'give-notice',
    'finish-notice',
    'offer-next',
    'note-none-left',
  ),
  by: fc.constantFrom(senco, senco, senco, head, head, deputy, stranger),
  check: fc.constantFrom(...startCheckKinds),
  pattern: fc.constantFrom(...patterns),
  reason: fc.constantFrom('It is better so.', 'It is better so.', '', 'Jack Smith'),
  /** Days that pass before the command. */
  later: fc.constantFrom(0, 0, 1, 2, 7, 20),
  /** Of the day that a command names, from today on. */
  ahead: fc.integer({ min: -3, max: 30 }),
  held: fc.constantFrom(false, false, false, true),
  approve: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

interface Step {
  readonly before: CallOff;
  readonly decision: Decision;
  readonly act: Act;
  readonly today: LocalDate;
}

const decide = (present: CallOff, told: Act, command: Command): Decision => {
  const today = toLondonDate(command.now);
  const named = addDays(today, told.ahead);
  const facts = lifeFacts(told.held ? { provider: orderFacts({ provider: aProvider({ status: 'suspended' }) }) } : {});
  const { reason, pattern } = told;
  return {
    'record-answer': () => answerOrder(present, { ...command, answer: told.ahead > 20 ? 'declined' : 'accepted', reason }),
    'offer-other': () =>
      answerOffer(present, {
        ...command,
        by: holder,
        answerer: { name: 'Pat Lee', position: 'Manager' },
        answer: { kind: 'other', text: reason },
      }),
    'remind-provider': () => remindProvider(present, { ...command, by: theProduct }),
    'lapse-offer': () => lapseOffer(present, { ...command, by: theProduct }),
    'offer-next': () => {
      const others = [anotherProvider(2), anotherProvider(3, 9_000)];
      const chosen = anotherProvider(told.approve ? 2 : 3, told.approve ? 8_000 : 9_000);
      return offerNext(
        present,
        {
          ...command,
          serviceRef: told.approve ? 'S-00002' : 'S-00003',
          basis: told.approve ? 'lowest-price' : 'pupil-choice',
          reason,
          shownGross: pence(told.approve ? 144_000 : 162_000),
        },
        nextFacts(present, chosen, others, command.now),
      );
    },
    'note-none-left': () => noteNoneLeft(present, { ...command, by: theProduct }, told.held ? [] : oneLeft),
    'record-start-check': () =>
      recordStartCheck(present, { ...command, check: told.check, on: addDays(today, -2), channel: 'phone', articlesAllow: true }, facts),
    'note-setting-change': () =>
      tellSettingChange(present, { ...command, by: holder, kind: told.held ? 'place' : 'staff', from: named, where: reason }),
    'see-setting-change': () => seeSettingChange(present, { ...command, change: 1 }, facts),
    start: () => startOrder(present, { ...command, startedOn: addDays(today, Math.min(0, told.ahead)) }, facts),
    pause: () => pauseOrder(present, { ...command, from: named, reason }, facts),
    resume: () => resumeOrder(present, { ...command, on: named }, facts),
    vary: () => varyOrder(present, { ...command, from: named, pattern, reason }, facts),
    extend: () => extendOrder(present, { ...command, endDate: addDays(plannedEnd(present), told.ahead), reason }, facts),
    'decide-change': () =>
      decideOrderChange(
        present,
        {
          ...command,
          approve: told.approve,
          comment: reason,
          channel: 'page',
          seen: { change: present.order?.change?.number ?? 1, step: 0 },
        },
        facts,
      ),
    'give-notice': () => giveNotice(present, { ...command, giver: 'provider', lastDay: named, reason }, facts),
    'finish-notice': () => finishNotice(present, { ...command, by: theProduct }),
    end: () => endOrder(present, { ...command, lastDay: named, reason: 'agreed-with-provider', note: reason }, facts),
    complete: () =>
      completeOrder(
        present,
        {
          ...command,
          objectives: 'partly-met',
          destination: 'not-known',
          finalReviewOn: addDays(today, Math.min(0, told.ahead)),
          note: reason,
        },
        facts,
      ),
    cancel: () => cancelOrder(present, { ...command, reason }, facts),
  }[told.what]();
};

const oneLeft = candidatesFor(anOrder(), aService(), [anotherProvider(2)], { now: '2026-11-24T09:00:00Z', compared: 'ex' });

/** From where a history begins: few would come by chance to a placement that runs. */
const beginnings = [anOrder(), readyOrder(), runningOrder(), declinedOrder()];

const historyOf = ({ first, acts }: { readonly first: CallOff; readonly acts: readonly Act[] }): readonly Step[] => {
  const steps: Step[] = [];
  let present = first;
  // An order that waits was sent on 24 November, to be answered by the 26th.
  let today = localDate(first.order?.state === 'awaiting-provider' || first.order?.state === 'declined' ? '2026-11-24' : '2027-01-12');
  for (const [index, told] of acts.entries()) {
    today = addDays(today, told.later);
    const receipted = new Set(present.outbox.map(({ id }) => id));
    const decision = decide(present, told, { id: `command-${index}`, by: told.by, now: `${today}T09:00:00Z`, receipted });
    steps.push({ before: present, decision, act: told, today });
    if (decision.ok) present = decision.state;
  }
  return steps;
};
const histories = fc.record({ first: fc.constantFrom(...beginnings), acts: fc.array(act, { maxLength: 40 }) }).map(historyOf);
const everyHistory = (holds: (step: Step) => void) =>
  fc.assert(
    fc.property(histories, (steps) => {
      for (const step of steps) holds(step);
    }),
    { numRuns: 150 },
  );

test('an order moves along the table and along nothing else', () => {
  everyHistory(({ before, decision, act: told }) => {
    if (!decision.ok || !before.order || !decision.state.order) return;
    assert.ok(leadsTo(orderTable, before.order.state, told.what).includes(decision.state.order.state), String(decision.state.order.state));
    // What no provider took is over until the next one is asked.
    const goesOn = told.what === 'offer-next' || told.what === 'note-none-left';
    assert.equal(orderIsOver(before.order.state), goesOn);
  });
});

test('a refused command changes nothing and says why in a sentence', () => {
  everyHistory(({ before, decision, act: told, today }) => {
    if (decision.ok) return;
    const untouched = JSON.stringify(before);
    assert.deepEqual(decide(before, told, { id: 'again', by: told.by, now: `${today}T09:00:00Z`, receipted: new Set() }), decision);
    assert.equal(JSON.stringify(before), untouched);
    assert.match(decision.detail, /[.]$/);
  });
});

const actorOf = ({ what, by }: Act) =>
  what === 'offer-other' || what === 'note-setting-change'
    ? holder
    : ['finish-notice', 'remind-provider', 'lapse-offer', 'note-none-left'].includes(what)
      ? theProduct
      : by;

test('an accepted command is one version, one line of history and one audit line, by whoever gave it', () => {
  everyHistory(({ before, decision, act: told }) => {
    if (!decision.ok) return;
    assert.equal(decision.state.version, before.version + 1);
    assert.equal(decision.state.history.length, before.history.length + 1);
    const lines = decision.effects.filter((effect) => effect.kind === 'record-audit');
    expect(lines).toMatchObject([{ actor: personKey(actorOf(told)) }]);
  });
});

test('the money of an order is that of its parts at the frozen rate, and never more than was approved', () => {
  everyHistory(({ decision }) => {
    if (!decision.ok) return;
    const { state } = decision;
    if (state.offers === undefined) assert.deepEqual(state.price, beginnings[0]?.price);
    const counted = pricePlan(plannedParts(state), state.price, lifeFacts().buyer.termDates);
    if (!counted.ok) throw new Error(counted.detail);
    const { units, net, vat, gross } = presentTotals(state);
    expect(counted.plan).toMatchObject({ units, net, vat, gross });
    assert.ok(gross <= approvedGross(state));
  });
});

test('R34: whatever changes what an order holds of the limits asks for its shares to be settled', () => {
  everyHistory(({ before, decision, today }) => {
    if (!decision.ok) return;
    const facts = { buyer: lifeFacts().buyer, today, pupilKey: (buyer: string, pupil: string) => `${buyer}/${pupil}` };
    if (JSON.stringify(ledgerSharesOf(before, facts)) === JSON.stringify(ledgerSharesOf(decision.state, facts))) return;
    assert.ok(decision.effects.map(({ kind }) => kind).includes('settle-ledgers'), String('settle-ledgers'));
  });
});

test('parts of a plan are in order and never overlap; what is past is not planned anew', () => {
  everyHistory(({ before, decision, today }) => {
    if (!decision.ok) return;
    const parts = plannedParts(decision.state);
    for (const [index, part] of parts.entries()) {
      assert.equal(part.from <= part.to, true);
      const next = parts[index + 1];
      if (next) assert.equal(part.to < next.from, true);
    }
    const days = (callOff: CallOff) => plannedParts(callOff).filter(({ to }) => to < today);
    // Nothing is added to days that are past; a late start, a pause or an end may take from them.
    for (const { from, to } of days(decision.state))
      assert.equal(
        plannedParts(before).some((part) => part.from <= from && part.to >= to),
        true,
      );
  });
});

test('R2, R4, R6: nobody starts before everything is recorded', () => {
  everyHistory(({ before, decision, act: told }) => {
    if (!decision.ok || told.what !== 'start') return;
    for (const check of ['staff-checks-confirmed', 'plan-agreed', 'council-told', 'details-passed'] as const)
      expect(before.order?.checks?.[check]).toBeDefined();
    assert.equal(told.held, false);
  });
});

test('an order that has ended owes nothing for days after its last one', () => {
  everyHistory(({ decision }) => {
    if (!decision.ok || decision.state.order?.state !== 'ended') return;
    const last = decision.state.order.end?.on ?? '';
    for (const { to } of plannedParts(decision.state)) expect(to <= last).toBe(true);
  });
});

test('no name, reason or reference of a pupil waits in an outbox', () => {
  everyHistory(({ decision }) => {
    if (!decision.ok) return;
    const text = JSON.stringify(decision.state.outbox);
    for (const secret of [senco.name, head.name, '@', 'P-0147', 'better so']) expect(text).not.toContain(secret);
  });
});

test('these histories reach every state and give every command', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, (steps) => {
      for (const { decision, act: told } of steps)
        if (decision.ok) for (const word of [decision.state.order?.state ?? '', told.what]) seen.add(word);
    }),
    { numRuns: 3000, seed: 20261127 },
  );
  const expected = [
    ...orderCommands,
    'accepted',
    'declined',
    'unfilled',
    'active',
    'paused',
    'notice-given',
    'ended',
    'completed',
    'cancelled',
  ];
  expect(expected.filter((word) => !seen.has(word))).toEqual([]);
});
