import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ApprovalDecisionFacts } from '../approvals/approval-command.ts';
import { verdicts } from '../approvals/approval-step.ts';
import { decideApproval } from '../approvals/decide-approval.ts';
import { toLondonDate } from '../days/local-date.ts';
import type { Effect } from '../effect.ts';
import { leadsTo } from '../machine/transition.ts';
import { pence } from '../money/money.ts';
import { answerOrder } from '../orders/answer-order.ts';
import { holdOrder, sendHeldOrder } from '../orders/held-order.ts';
import { recipientOf } from '../orders/may-send-order.ts';
import { personKey, samePerson, theProduct } from '../people/person.ts';
import { refused } from '../refusal.ts';
import { needsAttention } from './attention.ts';
import {
  aBuyer,
  aCallOff,
  aListing,
  aMembership,
  aProvider,
  aRate,
  aRequest,
  aSubmission,
  chair,
  decisionFacts,
  deputy,
  facts,
  head,
  now,
  officer,
  officers,
  orderFacts,
  schoolMembers,
  senco,
  stranger,
} from './call-off.fixture.ts';
import { type CallOff, openStep } from './call-off.ts';
import { callOffTable } from './call-off-table.ts';
import type { Decision } from './decision.ts';
import { resubmitCallOff } from './submit-call-off.ts';
import { undoWithdrawal } from './undo-withdrawal.ts';
import { withdrawCallOff } from './withdraw-call-off.ts';

// Whatever people do, in whatever order, with whatever the register says at the time: these hold for every history of a call-off.

const people = [senco, { ...senco, objectId: senco.objectId.toUpperCase() }, head, deputy, chair, officer, stranger];
const worlds: readonly Partial<ApprovalDecisionFacts>[] = [
  {},
  { listing: aListing({ provider: aProvider({ status: 'suspended' }) }) },
  { listing: aListing({ rates: [aRate({ price: pence(9_000) })] }) },
  { buyerMembers: [aMembership(senco, ['requester', 'approver'])], buyer: aBuyer({ fallbackApprover: senco }) },
  { buyerMembers: [...schoolMembers, aMembership(senco, ['approver', 'requester'])] },
  { councilMembers: [] },
];
const headIsOfficer = {
  councilMembers: [...officers, aMembership(head, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] })],
};

const act = fc.record({
  what: fc.constantFrom('decide', 'decide', 'decide', 'withdraw', 'undo', 'resubmit', 'resubmit', 'answer', 'hold', 'send'),
  by: fc.constantFrom(...people, head, head, deputy),
  world: fc.constantFrom<Partial<ApprovalDecisionFacts>>(...worlds, headIsOfficer, headIsOfficer, {}, {}),
  verdict: fc.constantFrom(...verdicts, 'approve' as const),
  comment: fc.constantFrom('', 'Fewer days.', 'Jack Smith'),
  payer: fc.constantFrom('school' as const, 'council-budget' as const),
  stale: fc.integer({ min: 0, max: 5 }),
  answer: fc.constantFrom('accepted' as const, 'declined' as const),
  shown: fc.constantFrom(144_000, 162_000),
  /** How much of the outbox has a receipt that the edge has read. */
  receipted: fc.nat(3),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const nextDay = new Date(Date.parse(now) + 86_400_000).toISOString();

interface Step {
  readonly before: CallOff;
  readonly decision: Decision;
  readonly act: Act;
  readonly receipted: ReadonlySet<string>;
}

const apply = (before: CallOff, told: Act, id: string): Step => {
  const receipted = new Set(before.outbox.slice(0, told.receipted).map((effect) => effect.id));
  const command = { id, by: told.by, now, receipted };
  const seen = told.stale === 0 ? { round: before.round - 1, step: 0 } : { round: before.round, step: openStep(before) };
  const request = aRequest({ payer: told.payer });
  const decision = {
    decide: () =>
      decideApproval(
        before,
        { ...command, verdict: told.verdict, comment: told.comment, channel: 'page', seen },
        decisionFacts(told.world),
      ),
    withdraw: () => withdrawCallOff(before, command),
    // A stale one comes the day after.
    undo: () => undoWithdrawal(before, { ...command, now: told.stale < 3 ? nextDay : now, asked: [] }),
    resubmit: () => resubmitCallOff(before, { ...aSubmission({ request, shownGross: pence(told.shown) }), ...command }, facts(told.world)),
    answer: () => answerOrder(before, { ...command, answer: told.answer, reason: told.comment }),
    hold: () => holdOrder(before, { ...command, by: theProduct }, refused('qa-not-current', 'A check has lapsed.'), 'the team'),
    send: () => sendHeldOrder(before, command, orderFacts(decisionFacts(told.world).listing)),
  }[told.what as 'decide' | 'withdraw' | 'undo' | 'resubmit' | 'answer' | 'hold' | 'send']();
  return { before, decision, act: told, receipted };
};

const historyOf = (first: CallOff, acts: readonly Act[]): readonly Step[] => {
  const steps: Step[] = [];
  let present = first;
  for (const [index, told] of acts.entries()) {
    const step = apply(present, told, `command-${index}`);
    steps.push(step);
    if (step.decision.ok) present = step.decision.state;
  }
  return steps;
};

const histories = fc
  .record({ payer: fc.constantFrom('school' as const, 'council-budget' as const), acts: fc.array(act, { maxLength: 40 }) })
  .map(({ payer, acts }) => historyOf(aCallOff({ payer }), acts));

const everyHistory = (holds: (steps: readonly Step[]) => void) => fc.assert(fc.property(histories, holds), { numRuns: 150 });

test('each accepted command is one version, one line of history and one remembered id', () => {
  everyHistory((steps) => {
    for (const [index, { before, decision }] of steps.entries()) {
      if (!decision.ok) continue;
      assert.equal(decision.state.version, before.version + 1);
      assert.equal(decision.state.history.length, before.history.length + 1);
      assert.deepEqual(decision.state.history.slice(0, -1), before.history);
      assert.deepEqual(decision.state.lastCommands, [...before.lastCommands, `command-${index}`].slice(-20));
    }
  });
});

test('a refused command changes nothing and says why in a sentence', () => {
  everyHistory((steps) => {
    for (const { before, decision, act: told } of steps) {
      const untouched = JSON.stringify(before);
      const again = apply(before, told, 'again').decision;
      assert.equal(JSON.stringify(before), untouched);
      if (decision.ok) continue;
      assert.deepEqual(again, decision);
      assert.match(decision.detail, /[.]$/);
    }
  });
});

test('the same state, command and facts make the same decision, to the letter', () => {
  everyHistory((steps) => {
    for (const [index, { before, decision, act: told }] of steps.entries())
      assert.equal(JSON.stringify(apply(before, told, `command-${index}`).decision), JSON.stringify(decision));
  });
});

test('at most one step is open, and one exactly while the request waits', () => {
  everyHistory((steps) => {
    for (const { decision } of steps) {
      if (!decision.ok) continue;
      const { state } = decision;
      assert.equal(state.approvals.filter((step) => step.state === 'open').length, state.status === 'awaiting-approval' ? 1 : 0);
      assert.ok(state.approvals.length > 0);
    }
  });
});

test('an order exists exactly when every step was approved, each by someone other than the requester', () => {
  everyHistory((steps) => {
    for (const { decision } of steps) {
      if (!decision.ok) continue;
      const { state } = decision;
      assert.equal(state.order !== undefined, state.status === 'ordered');
      for (const step of state.approvals) {
        if (step.state === 'decided') assert.equal(samePerson(step.by, state.requester), false);
        if (state.order) expect(step).toMatchObject({ state: 'decided', verdict: 'approve' });
      }
    }
  });
});

test('nobody decides two steps of one round, and whoever is asked has decided none', () => {
  everyHistory((steps) => {
    for (const { decision } of steps) {
      if (!decision.ok) continue;
      const { approvals } = decision.state;
      const by = approvals.flatMap((step) => (step.state === 'decided' ? [personKey(step.by)] : []));
      assert.equal(new Set(by).size, by.length);
      for (const step of approvals)
        if (step.state === 'open')
          for (const approver of step.approvers) assert.ok(!by.includes(personKey(approver)), String(personKey(approver)));
    }
  });
});

test('an order that is held is accepted by nobody, and leaves only by a command that found nothing to hold it', () => {
  everyHistory((steps) => {
    for (const { before, decision, act: told } of steps) {
      if (!decision.ok) continue;
      const { state } = decision;
      if (needsAttention(state, 'order-not-sent')) assert.equal(state.order?.state, 'awaiting-provider');
      if (!needsAttention(before, 'order-not-sent')) continue;
      if (state.order?.state === 'accepted') throw new Error('Accepted while held');
      if (decision.effects.some(({ kind }) => kind === 'mail-order-to-provider')) {
        assert.equal(told.what, 'send');
        assert.equal(recipientOf(before, orderFacts(decisionFacts(told.world).listing), toLondonDate(now)).ok, true);
      }
    }
  });
});

test('no approver asked is the requester, and what was ordered is what was approved', () => {
  everyHistory((steps) => {
    for (const { before, decision } of steps) {
      if (!decision.ok) continue;
      const { state } = decision;
      for (const approver of state.approvals.flatMap((step) => step.approvers)) expect(samePerson(approver, state.requester)).toBe(false);
      // Value, provider or dates change only with a new round, whose every step is asked anew.
      if (state.round === before.round) {
        assert.deepEqual(state.price, before.price);
        assert.deepEqual(state.request, before.request);
      } else expect(state.approvals.every((step) => step.state !== 'decided')).toBe(true);
    }
  });
});

const commandOf = { decide: 'decide', withdraw: 'withdraw', undo: 'undo-withdrawal', resubmit: 'resubmit' } as const;

test('each command leads where the table of call-offs says, and is refused everywhere else', () => {
  everyHistory((steps) => {
    for (const { before, decision, act: told } of steps) {
      const { status } = before;
      if (told.what === 'answer' || told.what === 'hold' || told.what === 'send')
        assert.ok(!decision.ok || (status === 'ordered' && decision.state.status === 'ordered'));
      else {
        const to = leadsTo(callOffTable, status, commandOf[told.what]);
        if (decision.ok) assert.ok(to.includes(decision.state.status), `${told.what} led from ${status} to ${decision.state.status}`);
      }
    }
  });
});

test('where a call-off stands, and what may be done there, reads as the specification does', () => {
  expect(callOffTable.map(({ from, command, to }) => `${from} -- ${command} --> ${to.join(' | ')}`)).toEqual([
    'none -- submit --> awaiting-approval',
    'awaiting-approval -- decide --> awaiting-approval | ordered | rejected | returned',
    'awaiting-approval -- withdraw --> withdrawn',
    'awaiting-approval -- note-paused --> awaiting-approval',
    'returned -- resubmit --> awaiting-approval',
    'returned -- withdraw --> withdrawn',
    'withdrawn -- undo-withdrawal --> awaiting-approval | returned',
    'ordered -- offer-next --> awaiting-approval | ordered',
  ]);
});

test('no id of an effect is used twice in the life of a call-off, and every version has an audit line', () => {
  everyHistory((steps) => {
    const effects: Effect[] = [...(steps[0]?.before.outbox ?? [])];
    for (const { decision } of steps) {
      if (!decision.ok) continue;
      effects.push(...decision.effects);
      assert.equal(
        decision.effects.some((effect) => effect.kind === 'record-audit'),
        true,
      );
    }
    assert.equal(new Set(effects.map((effect) => effect.id)).size, effects.length);
  });
});

test('the outbox holds every new effect, loses none without a receipt, and no earlier one changes', () => {
  everyHistory((steps) => {
    for (const { before, decision, receipted } of steps) {
      if (!decision.ok) continue;
      const kept = before.outbox.filter((effect) => !receipted.has(effect.id));
      assert.deepEqual(decision.state.outbox, [...kept, ...decision.effects]);
    }
  });
});

test('an outbox and its effects hold ids and enums only: no name, address, comment or reference of a pupil', () => {
  everyHistory((steps) => {
    for (const { decision } of steps) {
      if (!decision.ok) continue;
      const text = JSON.stringify(decision.state.outbox);
      for (const secret of [...people.map((person) => person.name), '@', 'P-0147', 'Fewer days', 'Stour Vale'])
        assert.ok(!text.includes(secret), String(secret));
    }
  });
});

test('an audit line names who acted by their key', () => {
  everyHistory((steps) => {
    for (const { decision, act: told } of steps) {
      if (!decision.ok) continue;
      for (const effect of decision.effects)
        if (effect.kind === 'record-audit') assert.equal(effect.actor, personKey(told.what === 'hold' ? theProduct : told.by));
    }
  });
});

test('these histories reach every status and every refusal that people meet', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, (steps) => {
      for (const { decision } of steps) seen.add(decision.ok ? decision.state.status : decision.code);
    }),
    { numRuns: 1500, seed: 20261124 },
  );
  const missing = [
    ...['awaiting-approval', 'returned', 'rejected', 'withdrawn', 'ordered'],
    ...['requester-cannot-approve', 'not-an-approver', 'approval-already-decided', 'stale-version', 'comment-required'],
    ...['decided-earlier-step', 'order-held', 'order-not-held'],
    ...['provider-not-active', 'rate-changed', 'price-changed', 'not-yours', 'call-off-not-open', 'call-off-not-returned'],
    ...['call-off-not-withdrawn', 'undo-too-late'],
    ...['order-not-awaiting-provider', 'text-names-a-pupil', 'no-eligible-approver'],
  ].filter((word) => !seen.has(word));
  expect(missing).toEqual([]);
});
