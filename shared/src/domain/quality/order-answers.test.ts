import { aMembership, head, schoolMembers, senco, stranger } from '../call-off/call-off.fixture.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { type Person, theProduct } from '../people/person.ts';
import { decideOrderOnHold } from './decide-order-on-hold.ts';
import { type OrderHoldCommand, type OrderHoldFacts, type OrderOnHold, runningOrder } from './order-on-hold.ts';
import { byClock, byHand, now, refusalOf, stateAfter, worksOf } from './quality.fixture.ts';

type Answer = 'continue' | 'pause' | 'end' | 'resume';

const decide = (present: OrderOnHold, command: OrderHoldCommand, told: Partial<OrderHoldFacts> = {}) =>
  decideOrderOnHold(present, command, {
    openHolds: ['P-0001-H1', 'P-0001-H2'],
    buyerMembers: schoolMembers,
    termDates: sampleTermDates,
    phone: '01305 000333',
    ...told,
  });
const put = (present: OrderOnHold, holdRef = 'P-0001-H1') => decide(present, { ...byClock(), kind: 'put-on-hold', holdRef });
const answer = (
  present: OrderOnHold,
  kind: Answer,
  by: Person = senco,
  told: { reason?: string; members?: OrderHoldFacts['buyerMembers'] } = {},
) =>
  decide(
    present,
    { ...byHand(by), kind, reason: told.reason ?? 'The pupil is settled.' } as OrderHoldCommand,
    told.members ? { buyerMembers: told.members } : {},
  );
const release = (present: OrderOnHold) => decide(present, { ...byClock(), kind: 'release' }, { openHolds: [] });
const miss = (present: OrderOnHold, at: string) => decide(present, { ...byClock(at), kind: 'miss-answer' });

const running = runningOrder('CO-7K3M-9QXT', '113800', senco);
const asked = stateAfter(put(running));
const paused = stateAfter(answer(asked, 'pause'));
const released = stateAfter(release(paused));
const audit = (action: string) => expect.objectContaining({ kind: 'record-audit', action });
const refreshed = { kind: 'refresh-hold-cards' };
const told = { kind: 'tell-commissioners', news: 'order-answered' };

describe('R19: who answers for an order', () => {
  const can = (by: Person, ...members: OrderHoldFacts['buyerMembers'][number][]) => answer(asked, 'end', by, { members });

  test('its requester, or an approver or a contact of that buyer', () => {
    expect(can(senco, aMembership(senco, ['requester'])).ok).toBe(true);
    expect(can(head, aMembership(head, ['approver'])).ok).toBe(true);
    expect(can(head, aMembership(head, ['contact'])).ok).toBe(true);
  });

  test('no other requester, nobody of another buyer, nobody who left, nobody by a link', () => {
    expect(refusalOf(can(head, aMembership(head, ['requester']))).code).toBe('not-your-order');
    expect(refusalOf(can(head, aMembership(head, ['approver'], { buyerRef: '113801' }))).code).toBe('not-your-order');
    expect(refusalOf(can(head, aMembership(head, ['approver'], { status: 'removed' }))).code).toBe('not-your-order');
    expect(refusalOf(can(senco)).code).toBe('not-your-order');
    expect(refusalOf(can(stranger, aMembership(head, ['approver']))).code).toBe('not-your-order');
    for (const kind of ['continue', 'pause', 'end', 'resume'] as const) {
      expect(refusalOf(answer(asked, kind, theProduct)).code).toBe('not-a-person');
      expect(refusalOf(answer(asked, kind, stranger)).code).toBe('not-your-order');
    }
  });

  test('nobody brings about by hand what follows from a hold or from time', () => {
    for (const kind of ['put-on-hold', 'miss-answer', 'release'] as const)
      expect(refusalOf(decide(asked, { ...byHand(senco), kind, holdRef: 'P-0001-H2' } as OrderHoldCommand)).code).toBe('not-the-clock');
  });
});

describe('R19: a hold', () => {
  test('puts the order on hold, asks its buyer until the next school day, and says whom to ring', () => {
    expect(asked).toMatchObject({ state: 'asked', holdRef: 'P-0001-H1', answerBy: '2026-11-25T10:00:00Z' });
    expect(asked.notice).toContain('01305 000333');
    expect(worksOf(put(running))).toEqual([{ kind: 'ask-buyer-about-order', holdRef: 'P-0001-H1' }, refreshed, audit('order-put-on-hold')]);
  });

  test('asks again where another was answered, and forgets that answer', () => {
    const continued = stateAfter(answer(asked, 'continue'));
    expect(stateAfter(put(continued, 'P-0001-H2'))).toMatchObject({
      state: 'asked',
      holdRef: 'P-0001-H2',
      answeredBy: undefined,
      answeredAt: undefined,
      reason: undefined,
    });
  });

  test('asks nothing about a paused order, which stays paused with what was answered', () => {
    expect(stateAfter(put(paused, 'P-0001-H2'))).toMatchObject({
      state: 'paused',
      holdRef: 'P-0001-H2',
      answeredBy: senco,
      reason: 'The pupil is settled.',
      answerBy: undefined,
    });
    expect(worksOf(put(paused, 'P-0001-H2'))).toEqual([audit('order-put-on-hold')]);
    expect(refusalOf(put(paused)).code).toBe('hold-already-placed');
    expect(stateAfter(put(released)).released).toBeUndefined();
  });
});

describe('R19: what a school answers', () => {
  test.each([
    ['continue', 'continued', [refreshed, told, audit('order-continued')]],
    ['pause', 'paused', [{ kind: 'tell-provider-of-answer', answer: 'paused' }, refreshed, told, audit('order-paused')]],
    ['end', 'ended', [{ kind: 'tell-provider-of-answer', answer: 'ended' }, refreshed, told, audit('order-ended')]],
  ] as const)('to %s is kept with who, when and why, and told to those whom it concerns', (kind, state, works) => {
    const decided = answer(asked, kind);
    expect(stateAfter(decided)).toMatchObject({
      state,
      answeredBy: senco,
      answeredAt: now,
      reason: 'The pupil is settled.',
      answerBy: undefined,
    });
    expect(stateAfter(decided).history.at(-1)?.comment).toBe('The pupil is settled.');
    expect(worksOf(decided)).toEqual(works);
    expect(refusalOf(answer(asked, kind, senco, { reason: 'Jack Smith is settled.' }))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/reason',
    });
  });

  test('to take a paused order up again only once every hold is gone, and not to go on with it then', () => {
    expect(refusalOf(answer(paused, 'resume')).code).toBe('provider-held');
    expect(stateAfter(answer(released, 'resume')).state).toBe('running');
    expect(worksOf(answer(released, 'resume'))).toEqual([{ kind: 'tell-provider-of-answer', answer: 'resumed' }, audit('order-resumed')]);
    expect(refusalOf(answer(released, 'continue')).code).toBe('not-in-this-state');
    expect(stateAfter(answer(paused, 'continue')).state).toBe('continued');
  });
});

test('R43: silence until the last instant, and no earlier, is told; the order stays on hold', () => {
  expect(refusalOf(miss(asked, '2026-11-25T09:59:59Z')).code).toBe('not-yet-due');
  expect(refusalOf(miss({ ...asked, answerBy: undefined }, '2026-12-25T10:00:00Z')).code).toBe('not-yet-due');
  const silent = miss(asked, '2026-11-25T10:00:00Z');
  expect(stateAfter(silent)).toMatchObject({ state: 'unanswered', answerBy: '2026-11-25T10:00:00Z' });
  expect(worksOf(silent)).toEqual([
    { kind: 'tell-head' },
    { kind: 'tell-commissioners', news: 'order-unanswered' },
    audit('order-unanswered'),
  ]);
});

test('the end of the last hold is told to the buyer: the order runs, or stays paused until it is taken up', () => {
  expect(stateAfter(release(asked))).toMatchObject({ state: 'running', released: true, answerBy: undefined });
  expect(stateAfter(release(asked)).history.at(-1)?.what).toBe('The provider takes orders again');
  expect(released).toMatchObject({ state: 'paused', released: true });
  expect(released.history.at(-1)?.what).toBe('The provider takes orders again; the order stays paused');
  expect(worksOf(release(asked))).toEqual([refreshed, { kind: 'tell-buyer-hold-ended' }, audit('order-hold-released')]);
  expect(refusalOf(decide(asked, { ...byClock(), kind: 'release' })).code).toBe('provider-held');
  expect(refusalOf(release(released)).code).toBe('already-recorded');
});

test('what protects a child finds room in a full record: to be asked, to pause, to end, to miss an answer', () => {
  const full = (present: OrderOnHold): OrderOnHold => ({ ...present, notice: 'x'.repeat(stateRoom - 20_000) });
  expect(put({ ...running, buyerRef: 'x'.repeat(stateRoom - 20_000) }).ok).toBe(true);
  expect(answer(full(asked), 'pause').ok).toBe(true);
  expect(answer(full(asked), 'end').ok).toBe(true);
  expect(miss(full(asked), '2026-11-25T10:00:00Z').ok).toBe(true);
  expect(refusalOf(answer(full(asked), 'continue')).code).toBe('record-full');
});

test('a command that comes again is answered with what it did', () => {
  const command = { ...byHand(senco), kind: 'end' } as const;
  const ended = stateAfter(decide(asked, command));
  expect(decide(ended, command)).toMatchObject({ ok: true, state: ended, replay: { version: ended.version } });
  expect(refusalOf(answer(ended, 'pause'))).toMatchObject({
    code: 'not-in-this-state',
    detail: 'Not possible while this order is ended.',
  });
});
