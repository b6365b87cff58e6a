import { personKey, theProduct } from '../people/person.ts';
import { aCallOff, aCommand, accepted, anOrder, decided, now, refusal } from './call-off.fixture.ts';
import { notePaused, noteTakingOrders } from './provider-paused.ts';

const told = { sentence: 'Paused for new orders. Contact the commissioning team.', search: '/?lot=AP-2026-1' };
const pause = (present = aCallOff()) => notePaused(present, aCommand(theProduct), told);
const work = (effects: readonly object[]) =>
  effects.map((effect) => Object.fromEntries(Object.entries(effect).filter(([name]) => !['id', 'version', 'madeAt'].includes(name))));

describe('R19: a request that waits while its provider takes no orders', () => {
  const paused = accepted(pause());

  test('says so on its cards with others to look at, and to whoever asked; nothing else of it changes', () => {
    const before = aCallOff();
    const { status, approvals, round, price } = before;
    expect(paused.state).toMatchObject({ status, approvals, round, price, version: 2, providerPaused: { since: now, ...told } });
    expect(paused.state.history.at(-1)).toEqual({ at: now, by: 'AP Framework', what: 'Provider paused for new orders' });
    expect(work(paused.effects)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'tell-requester', news: 'provider-paused' },
      { kind: 'record-audit', action: 'request-stale', actor: personKey(theProduct) },
    ]);
  });

  test('can be decided as before when the provider takes orders again', () => {
    const { state, effects } = accepted(noteTakingOrders(paused.state, aCommand(theProduct)));
    expect(state.providerPaused).toBeUndefined();
    expect(state.status).toBe('awaiting-approval');
    expect(work(effects)).toEqual([
      { kind: 'refresh-approval-cards' },
      { kind: 'record-audit', action: 'request-current', actor: personKey(theProduct) },
    ]);
  });

  test('is told once', () => {
    expect(refusal(pause(paused.state)).code).toBe('stale-version');
    expect(refusal(noteTakingOrders(aCallOff(), aCommand(theProduct))).code).toBe('stale-version');
  });

  test.each([
    ['sent back', decided(aCallOff(), 'return')],
    ['rejected', decided(aCallOff(), 'reject')],
    ['ordered', anOrder()],
  ])('is not told when it was %s', (_how, present) => expect(refusal(pause(present)).code).toBe('call-off-not-open'));
});
