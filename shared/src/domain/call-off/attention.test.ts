import { mostUrgent, needsAttention, withAttention, withoutAttention } from './attention.ts';
import { aCallOff } from './call-off.fixture.ts';

const since = '2026-11-24T10:00:00Z';
const late = withAttention(aCallOff(), { reason: 'message-delayed', since });
const both = withAttention(late, { reason: 'order-not-sent', since, detail: 'The provider is not active.' });

test('the most urgent reason is the one that the list shows, whichever came first', () => {
  expect([aCallOff(), late, both].map(mostUrgent)).toEqual([undefined, 'message-delayed', 'order-not-sent']);
});

test('a reason that is known already keeps the time since when, and nothing need be written', () => {
  expect(withAttention(both, { reason: 'message-delayed', since: '2026-11-25T10:00:00Z' })).toBe(both);
});

test('one reason taken away leaves the other; the last leaves nothing', () => {
  const held = withoutAttention(both, 'message-delayed');
  expect(held.attention).toEqual([{ reason: 'order-not-sent', since, detail: 'The provider is not active.' }]);
  expect(withoutAttention(held, 'order-not-sent').attention).toBeUndefined();
  expect(withoutAttention(held, 'message-not-sent')).toBe(held);
  expect(needsAttention(held, 'message-delayed')).toBe(false);
});
