import {
  aBuyer,
  aCallOff,
  aCheck,
  accepted,
  aDecision,
  aFramework,
  aListing,
  aLot,
  anOrder,
  aProvider,
  aRate,
  aService,
  currentChecks,
  decided,
  decisionFacts,
  deputy,
  head,
  now,
  officer,
  refusal,
} from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { personKey } from '../people/person.ts';
import { by, decide } from './approval.fixture.ts';
import type { ApprovalDecisionFacts } from './approval-command.ts';
import { verdicts } from './approval-step.ts';
import { decideApproval } from './decide-approval.ts';

describe('one approval makes the order', () => {
  const present = aCallOff();
  const { state, effects } = accepted(decide(present, 'approve', { comment: 'Go ahead.' }));

  test('the order takes its number from the list item and waits for the provider', () => {
    expect(state).toMatchObject({ status: 'ordered', version: 2, round: 1 });
    expect(state.order).toEqual({ number: 'AP-000042', madeAt: now, state: 'awaiting-provider', answerBy: '2026-11-26T17:00:00Z' });
  });

  test('the step keeps who decided, when, where and why', () => {
    expect(state.approvals).toStrictEqual([
      {
        kind: 'buyer',
        approvers: [head, deputy],
        state: 'decided',
        verdict: 'approve',
        by: head,
        at: now,
        channel: 'card',
        comment: 'Go ahead.',
      },
    ]);
    expect(state.history.at(-1)).toEqual({
      at: now,
      by: head.name,
      what: 'Approved: order made, waiting for the provider',
      comment: 'Go ahead.',
    });
  });

  test('the cards, the provider, the requester and the audit are told, in that order', () => {
    expect(effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'mail-order-to-provider' },
      { kind: 'tell-requester', news: 'ordered' },
      { kind: 'record-audit', action: 'approval-approved', actor: personKey(head) },
      { kind: 'record-audit', action: 'order-made', actor: personKey(head) },
      { kind: 'settle-ledgers' },
    ]);
    expect(state.outbox).toEqual([...present.outbox, ...effects]);
  });

  test('effects whose receipt was read leave the outbox, no other', () => {
    const [first, ...others] = present.outbox;
    const { state: pruned, effects: added } = accepted(decide(present, 'approve', { receipted: new Set([first?.id ?? '']) }));
    expect(pruned.outbox).toEqual([...others, ...added]);
  });
});

describe('rejecting and sending back', () => {
  test.each([
    ['reject', 'rejected', 'Rejected', 'approval-rejected'],
    ['return', 'returned', 'Sent back for changes', 'approval-returned'],
  ] as const)('%s closes the request without an order', (verdict, status, what, action) => {
    const { state, effects } = accepted(decide(aCallOff(), verdict, { comment: 'Fewer days.' }));
    expect(state.status).toBe(status);
    expect(state.order).toBeUndefined();
    expect(state.history.at(-1)).toMatchObject({ what, comment: 'Fewer days.' });
    expect(effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'tell-requester', news: status },
      { kind: 'record-audit', action, actor: personKey(head) },
    ]);
  });

  test.each(['reject', 'return'] as const)('%s without a comment is refused: the requester must know why', (verdict) => {
    for (const comment of [undefined, '', '  \n'])
      expect(refusal(decide(aCallOff(), verdict, { comment }))).toMatchObject({ code: 'comment-required', field: '/comment' });
  });

  test.each(verdicts)('a comment that names a pupil is refused on %s (R40)', (verdict) => {
    expect(refusal(decide(aCallOff(), verdict, { comment: 'Jack Smith is not ready.' }))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/comment',
    });
  });
});

describe('the first decision stands', () => {
  test.each([
    ['approve', 'Already approved by Hedda Marsh on Tuesday 24 November 2026 at 10am.'],
    ['reject', 'Already rejected by Hedda Marsh on Tuesday 24 November 2026 at 10am.'],
    ['return', 'Already sent back for changes by Hedda Marsh on Tuesday 24 November 2026 at 10am.'],
  ] as const)('after %s a second person is told by whom and when', (verdict, detail) => {
    const present = aCallOff();
    const after = decided(present, verdict);
    for (const second of verdicts) {
      const late = decideApproval(after, { ...aDecision(present, second), ...by(deputy) }, decisionFacts());
      expect(refusal(late)).toMatchObject({ code: 'approval-already-decided', detail });
    }
  });

  test('a withdrawn request says so', () => {
    const withdrawn: CallOff = { ...aCallOff(), status: 'withdrawn', approvals: [{ kind: 'buyer', approvers: [head], state: 'closed' }] };
    expect(refusal(decide(withdrawn, 'approve'))).toMatchObject({
      code: 'approval-already-decided',
      detail: 'The requester withdrew this request.',
    });
  });

  test.each([
    ['an earlier round', { round: 0, step: 0 }],
    ['a later round', { round: 2, step: 0 }],
    ['a later step', { round: 1, step: 1 }],
    ['no step', { round: 1, step: -1 }],
  ])('a card of %s changes nothing', (_what, seen) => {
    expect(refusal(decide(aCallOff(), 'approve', { seen })).code).toBe('stale-version');
  });

  test('the same click again, as a command that was applied, finds the request decided', () => {
    const present = aCallOff();
    const click = aDecision(present, 'approve');
    const after = accepted(decideApproval(present, click, decisionFacts())).state;
    expect(after.lastCommands).toContain(click.id);
    expect(refusal(decideApproval(after, click, decisionFacts())).code).toBe('approval-already-decided');
  });
});

describe('facts are checked again at the click', () => {
  const listing = (told: Parameters<typeof aListing>[0]) => ({ listing: aListing(told) });
  const changed: [string, Partial<ApprovalDecisionFacts>, string][] = [
    ['the provider was suspended', listing({ provider: aProvider({ status: 'suspended' }) }), 'provider-not-active'],
    ['the provider lost the lot', listing({ provider: aProvider({ lotKeys: [] }) }), 'provider-not-on-lot'],
    [
      'a check lapsed (R12 to R18)',
      listing({ qaChecks: [...currentChecks.slice(1), aCheck('staff-checks', { expiresOn: localDate('2026-11-23') })] }),
      'qa-not-current',
    ],
    ['a check cannot be read', listing({ qaChecks: currentChecks.slice(1) }), 'qa-not-current'],
    ['the service was withdrawn', listing({ service: aService({ status: 'withdrawn' }) }), 'service-not-offered'],
    ['the framework ended', listing({ framework: aFramework({ status: 'expired' }) }), 'framework-not-live'],
    ['the lot was closed', listing({ lot: aLot({ status: 'closed' }) }), 'lot-not-live'],
    ['the lot now ends before the placement', listing({ lot: aLot({ expiresOn: localDate('2027-03-17') }) }), 'dates-not-allowed'],
    [
      'the basis is permitted no longer (R30)',
      listing({ framework: aFramework({ permittedBases: ['only-match'] }) }),
      'direct-award-not-allowed',
    ],
    ['the rate was withdrawn', listing({ rates: [] }), 'no-live-rate'],
    ['the price changed', listing({ rates: [aRate({ price: pence(8_001) })] }), 'rate-changed'],
    ['the unit changed', listing({ rates: [aRate({ unit: 'hour' })] }), 'rate-changed'],
    ['the rate is of another lot now (R29)', listing({ rates: [aRate({ lotKey: 'AP-2026-2' })] }), 'rate-not-for-lot'],
    [
      'another provider offers the service',
      listing({
        provider: aProvider({ ref: 'P-0002' }),
        service: aService({ providerRef: 'P-0002' }),
        qaChecks: currentChecks.map((check) => ({ ...check, providerRef: 'P-0002' })),
      }),
      'provider-changed',
    ],
    [
      'the provider stated another VAT of the service (R38)',
      listing({ service: aService({ vatTreatment: 'standard-rated' }) }),
      'rate-changed',
    ],
    ['another rate took its place', listing({ rates: [aRate({ ref: 'R-00002' })] }), 'rate-changed'],
    ['the buyer may buy no longer (R29)', { buyer: aBuyer({ type: 'independent-school' }) }, 'buyer-not-eligible'],
    ['the buyer was closed', { buyer: aBuyer({ status: 'closed' }) }, 'buyer-not-active'],
  ];

  test.each(changed)('when %s nobody can approve', (_why, world, code) => {
    const told = refusal(decide(aCallOff(), 'approve', {}, world));
    expect(told.code).toBe(code);
    expect(told.field).toBeUndefined();
  });

  test.each(changed)('when %s it can still be rejected or sent back', (_why, world) => {
    expect(accepted(decide(aCallOff(), 'reject', {}, world)).state.status).toBe('rejected');
    expect(accepted(decide(aCallOff(), 'return', {}, world)).state.status).toBe('returned');
  });

  test('after the start date has passed nobody can approve; on the day itself they can', () => {
    const late = { now: '2027-01-13T00:30:00Z' };
    expect(refusal(decide(aCallOff(), 'approve', late))).toMatchObject({
      code: 'dates-not-allowed',
      detail: 'The start date has passed. Ask for changes, so that a new date is chosen.',
    });
    expect(decide(aCallOff(), 'approve', { now: '2027-01-12T23:59:00Z' }).ok).toBe(true);
    expect(decide(aCallOff(), 'return', late).ok).toBe(true);
  });

  test('both approvals of council money are checked', () => {
    const second = decided(aCallOff({ payer: 'council-budget' }), 'approve');
    const world = listing({ provider: aProvider({ status: 'suspended' }) });
    expect(refusal(decide(second, 'approve', by(officer), world)).code).toBe('provider-not-active');
  });
});

test('an order once made is not decided again', () => {
  expect(refusal(decide(anOrder(), 'reject')).code).toBe('approval-already-decided');
});
