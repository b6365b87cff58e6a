import fc from 'fast-check';
import { now, senco } from '../call-off/call-off.fixture.ts';
import { countSends, type NoticeSend, sendStates, sendStep } from './notice-send.ts';

const to = { kind: 'person', person: senco, of: 'Ashdale School' } as const;
const send = (told: Partial<NoticeSend> = {}): NoticeSend => ({ to, state: 'pending', at: now, ...told });
const first = { id: 'NO-1-1-send', to: 'everybody' } as const;
const again = { id: 'NO-1-2-send', to: 'failed' } as const;
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

test('what waits is sent; what was delivered is left for good', () => {
  expect([first, again].map((effect) => sendStep(send(), effect, now))).toEqual(['send', 'send']);
  for (const state of ['activity', 'mail'] as const)
    expect([first, again].map((effect) => sendStep(send({ state, effectId: first.id }), effect, later(10_000)))).toEqual([
      'leave',
      'leave',
    ]);
});

test('what failed is sent again by that alone, and once by each time that somebody asks', () => {
  const failed = send({ state: 'failed', reason: 'refused', effectId: first.id });
  expect(sendStep(failed, first, now)).toBe('leave');
  expect(sendStep(failed, again, now)).toBe('send');
  expect([first, again].map((effect) => sendStep({ ...failed, effectId: again.id }, effect, now))).toEqual(['leave', 'leave']);
});

test('another message, such as a reminder, goes to whoever was reached before as well, and once', () => {
  const reminder = { id: 'NO-1-3-send', to: 'again' } as const;
  for (const state of ['activity', 'mail'] as const) {
    expect(sendStep(send({ state, effectId: first.id }), reminder, now)).toBe('send');
    expect(sendStep(send({ state, effectId: reminder.id }), reminder, now)).toBe('leave');
  }
});

test('what somebody is at is waited for; after ten minutes nobody knows, and it is not sent again by itself', () => {
  const taken = send({ state: 'sending', effectId: first.id });
  expect([0, 10].map((minutes) => sendStep(taken, first, later(minutes)))).toEqual(['wait', 'wait']);
  expect(sendStep(taken, first, later(10.01))).toBe('give-up');
  expect(sendStep(taken, again, later(11))).toBe('give-up');
});

test('however often effects run, side by side or after a crash, nobody is sent it twice unless a person asked for those that failed', () => {
  const outcome = fc.constantFrom('activity', 'mail', 'failed', 'busy', 'crash');
  fc.assert(
    fc.property(fc.array(fc.record({ effect: fc.nat(2), minutes: fc.nat(12), outcome }), { maxLength: 12 }), (turns) => {
      let present = send();
      let at = 0;
      let arrived = 0;
      let asked = 0;
      for (const turn of turns) {
        at += turn.minutes;
        const effect = turn.effect === 0 ? first : { id: `again-${turn.effect}`, to: 'failed' as const };
        const step = sendStep(present, effect, later(at));
        if (step === 'give-up') present = { ...present, state: 'failed', reason: 'no-answer' };
        if (step !== 'send') continue;
        if (present.state === 'failed') asked += 1;
        present = { to, state: 'sending', at: later(at), effectId: effect.id };
        // A crash may have come after the message went out.
        if (turn.outcome !== 'busy' && turn.outcome !== 'failed') arrived += 1;
        if (turn.outcome === 'busy') present = { ...present, state: 'pending' };
        else if (turn.outcome !== 'crash') present = { ...present, state: turn.outcome };
      }
      expect(arrived).toBeLessThanOrEqual(1 + asked);
    }),
    { numRuns: 300 },
  );
});

test('messages are counted by how they stand', () => {
  expect(countSends([])).toEqual({ pending: 0, sending: 0, activity: 0, mail: 0, failed: 0 });
  expect(countSends([...sendStates, 'failed' as const].map((state) => ({ state })))).toEqual({
    pending: 1,
    sending: 1,
    activity: 1,
    mail: 1,
    failed: 2,
  });
});
