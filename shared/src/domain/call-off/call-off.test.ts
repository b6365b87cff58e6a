import { aCallOff, decided, deputy, head, now, officer, senco } from './call-off.fixture.ts';
import {
  type CallOff,
  type EarlierOffer,
  hasApplied,
  openStep,
  passedOnBy,
  rememberCommand,
  waitingFor,
  waitingSince,
} from './call-off.ts';

const later = '2026-11-25T10:00:00Z';
const first = aCallOff({ payer: 'council-budget' });
const second = decided(first, 'approve', { now: later });

describe('E38: whom a request waits for, and since when', () => {
  test.each<[string, CallOff, number, readonly object[], string | undefined]>([
    ['at its first step: since it was sent', first, 0, [head, deputy], now],
    ['at a later step: since the one before was decided', second, 1, [officer], later],
    ['once it was sent back: nobody', decided(second, 'return', { by: officer }), -1, [], undefined],
    ['once it is rejected: nobody', decided(first, 'reject'), -1, [], undefined],
    ['once it is ordered: nobody', decided(aCallOff(), 'approve'), -1, [], undefined],
    ['while no step is open: nobody', { ...first, approvals: [] }, -1, [], now],
  ])('%s', (_when, callOff, step, people, since) => {
    expect([openStep(callOff), waitingFor(callOff), waitingSince(callOff)]).toEqual([step, people, since]);
  });
});

test('row 41: who passed a request on is bound in the round that this began, and in no other', () => {
  const offer = (round: number, by = senco) => ({ round, passedOn: { at: now, by, reason: 'It is the next lowest.' } }) as EarlierOffer;
  const inRound = (round: number, ...offers: readonly EarlierOffer[]) => passedOnBy({ ...first, round, offers });
  expect(passedOnBy(first)).toBeUndefined();
  expect(inRound(2)).toBeUndefined();
  expect(inRound(2, offer(1))).toBe(senco);
  expect(inRound(3, offer(1))).toBeUndefined();
  expect(inRound(1, offer(1))).toBeUndefined();
  expect(inRound(3, offer(1), offer(2, head))).toBe(head);
});

test('a record remembers its last twenty commands', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => `command-${at}`);
  expect(rememberCommand(twenty.slice(1), 'new')).toEqual([...twenty.slice(1), 'new']);
  expect(rememberCommand(twenty, 'new')).toEqual([...twenty.slice(1), 'new']);
});

test('a command that was accepted is known by its id', () => {
  expect(hasApplied({ ...first, lastCommands: ['one', 'two'] }, 'two')).toBe(true);
  expect(hasApplied({ ...first, lastCommands: ['one', 'two'] }, 'three')).toBe(false);
});
