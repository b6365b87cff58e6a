import fc from 'fast-check';
import { decideApproval } from '../approvals/decide-approval.ts';
import { answerOrder } from '../orders/answer-order.ts';
import { personKey } from '../people/person.ts';
import {
  aCallOff,
  aCommand,
  accepted,
  aDecision,
  aMembership,
  anOrder,
  aSubmission,
  decisionFacts,
  facts,
  head,
  now,
  officers,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from './call-off.fixture.ts';
import { type CallOff, openStep } from './call-off.ts';
import { stateRoom } from './call-off-room.ts';
import type { Decision } from './decision.ts';
import { resubmitCallOff } from './submit-call-off.ts';
import { withdrawCallOff } from './withdraw-call-off.ts';

const sizeOf = (state: CallOff): number => JSON.stringify(state).length;
const linesOf = ({ history }: CallOff): number => history.reduce((sum, { folded = 1 }) => sum + folded, 0);

/** The longest comment that the contract lets through, in characters that JSON writes as two. */
const longest = '"\\\n'.repeat(667).slice(0, 2_000);
const comments = fc.constantFrom('Fewer days.', 'Fewer days. '.repeat(80), longest);

/** A school with many approvers, none of whose messages ever gets a receipt: the outbox only grows. */
const approvers = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aMembership({ ...stranger, objectId: `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000` }, ['approver']),
  );

const act = fc.record({ what: fc.constantFrom('return', 'resubmit', 'return', 'resubmit', 'approve'), comment: comments });
const lives = fc.record({ many: fc.nat(12), acts: fc.array(act, { minLength: 20, maxLength: 120 }), receipts: fc.boolean() });

const seen = new Set<string>();
const live = ({ many, acts, receipts }: typeof lives extends fc.Arbitrary<infer L> ? L : never): readonly CallOff[] => {
  const world = { buyerMembers: [...schoolMembers, ...approvers(many)] };
  const states = [aCallOff({ payer: 'council-budget' }, world)];
  for (const { what, comment } of acts) {
    const present = states.at(-1) as CallOff;
    const receipted = new Set(receipts ? present.outbox.map(({ id }) => id) : []);
    const decision: Decision =
      what === 'resubmit'
        ? resubmitCallOff(present, aSubmission({ ...aCommand(senco), receipted, request: present.request }), facts(world))
        : decideApproval(
            present,
            {
              ...aDecision(present, what === 'approve' ? 'approve' : 'return', { comment }),
              receipted,
              by: openStep(present) === 1 ? (officers[0]?.person ?? head) : head,
            },
            decisionFacts(world),
          );
    seen.add(decision.ok ? (decision.state.history[0]?.folded ? 'folded' : 'whole') : decision.code);
    if (decision.ok) states.push(decision.state);
  }
  return states;
};

/** Every command that ends this call-off, as those may give it who may. */
const endings = (present: CallOff): readonly Decision[] => [
  ...(present.status === 'awaiting-approval' || present.status === 'returned' ? [withdrawCallOff(present, aCommand(senco))] : []),
  ...(present.status === 'awaiting-approval'
    ? (present.approvals[openStep(present)]?.approvers ?? [])
        .slice(0, 1)
        .map((by) =>
          decideApproval(
            present,
            { ...aDecision(present, 'reject', { comment: longest }), by },
            decisionFacts({ buyerMembers: [...schoolMembers, ...approvers(12)] }),
          ),
        )
    : []),
  ...(present.order?.state === 'awaiting-provider'
    ? [answerOrder(present, { ...aCommand(senco), answer: 'declined', reason: longest })]
    : []),
];

test('whatever has happened, what is open can be withdrawn or rejected and an order declined, and every state fits its item', () => {
  fc.assert(
    fc.property(lives, (told) => {
      const states = live(told);
      for (const state of states) expect(sizeOf(state)).toBeLessThanOrEqual(stateRoom);
      const last = states.at(-1) as CallOff;
      const ends = endings(last);
      expect(ends.length).toBeGreaterThan(0);
      for (const end of ends) expect(sizeOf(accepted(end).state)).toBeLessThanOrEqual(stateRoom);
    }),
    { numRuns: 60 },
  );
});

test('folding loses no line of the count, no step, no effect without its receipt, and keeps the newest line whole', () => {
  fc.assert(
    fc.property(lives, (told) => {
      const states = live(told);
      for (const [index, state] of states.entries()) {
        expect(linesOf(state)).toBe(state.version);
        expect(state.history.at(-1)?.folded).toBeUndefined();
        expect(state.history.slice(1).every(({ folded }) => folded === undefined)).toBe(true);
        const before = states[index - 1];
        if (before && !told.receipts) expect(state.outbox.slice(0, before.outbox.length)).toEqual(before.outbox);
      }
    }),
    { numRuns: 60 },
  );
});

test('these lives fill their records: lines are folded, and one more round is refused', () => {
  seen.clear();
  fc.assert(
    fc.property(lives, (told) => live(told).length > 0),
    { numRuns: 60, seed: 20261124 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['whole', 'folded', 'record-full']));
});

describe('a record that fills up', () => {
  const filled = (comment: string, rounds: number): CallOff => {
    let present = aCallOff();
    const receipted = () => new Set(present.outbox.map(({ id }) => id));
    for (let round = 0; round < rounds; round += 1) {
      present = accepted(
        decideApproval(present, { ...aDecision(present, 'return', { comment }), receipted: receipted() }, decisionFacts()),
      ).state;
      present = accepted(resubmitCallOff(present, aSubmission({ ...aCommand(senco), receipted: receipted() }), facts())).state;
    }
    return present;
  };

  test('folds nothing while there is room', () => {
    expect(filled('Fewer days.', 10).history).toHaveLength(21);
  });

  test('folds its oldest lines into one that says how many, and goes on', () => {
    const present = filled(longest, 30);
    expect(present.version).toBe(61);
    expect(present.history[0]).toMatchObject({ what: 'Earlier entries', folded: expect.any(Number) });
    expect(present.history.length).toBeLessThan(30);
    expect(present.history.at(-1)).toMatchObject({ what: 'Changed request sent for approval' });
  });

  test('with messages that never leave is refused one more round, and can still be ended', () => {
    const outbox = Array.from({ length: 235 }, (_, index) => ({
      kind: 'send-approval-mail' as const,
      to: personKey(head),
      step: 0,
      round: 1,
      id: `CO-7K3M-9QXT-v1-${index}`,
      version: 1,
      madeAt: now,
    }));
    const full: CallOff = { ...aCallOff(), outbox };
    expect(sizeOf(full)).toBeGreaterThan(48_000);
    expect(refusal(decideApproval(full, aDecision(full, 'return'), decisionFacts()))).toMatchObject({ code: 'record-full' });
    expect(refusal(decideApproval(full, aDecision(full, 'approve'), decisionFacts()))).toMatchObject({ code: 'record-full' });
    expect(accepted(withdrawCallOff(full, aCommand(senco))).state.outbox).toHaveLength(237);
    expect(accepted(decideApproval(full, aDecision(full, 'reject', { comment: longest }), decisionFacts())).state.status).toBe('rejected');
    const order: CallOff = { ...anOrder(), outbox };
    expect(accepted(answerOrder(order, { ...aCommand(senco), answer: 'declined', reason: longest })).state.order?.state).toBe('declined');
  });
});
