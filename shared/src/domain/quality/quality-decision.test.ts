import { senco } from '../call-off/call-off.fixture.ts';
import { theProduct } from '../people/person.ts';
import { refused } from '../refusal.ts';
import { ada, byClock, byHand, commissioners } from './quality.fixture.ts';
import { type CommandChannel, isByHand, isClock, whyNotClock, whyNotCommissioner } from './quality-decision.ts';
import { whyNotText } from './why-not-text.ts';

describe('who decides', () => {
  test.each<[CommandChannel, boolean]>([
    ['page', true],
    ['card', true],
    ['list', true],
    ['link', false],
    ['clock', false],
  ])('a person by %s decides with their own hand: %s; the product never does', (channel, expected) => {
    expect(isByHand(byHand(ada, { channel }))).toBe(expected);
    expect(isByHand(byHand(theProduct, { channel }))).toBe(false);
    expect(whyNotCommissioner(byHand(ada, { channel }), commissioners)?.code).toBe(expected ? undefined : 'not-a-person');
    expect(whyNotCommissioner(byHand(senco, { channel }), commissioners)?.code).toBe(expected ? 'not-a-commissioner' : 'not-a-person');
  });

  test('the clock is the product by the clock: nobody else by it, and the product by no page', () => {
    expect([byClock(), byHand(ada, { channel: 'clock' }), byHand(theProduct)].map(isClock)).toEqual([true, false, false]);
    expect([byClock(), byHand(ada)].map((command) => whyNotClock(command)?.code)).toEqual([undefined, 'not-the-clock']);
  });
});

test('a refusal names its field only where there is one', () => {
  expect(refused('not-yet-due', 'Wait.')).toStrictEqual({ ok: false, code: 'not-yet-due', detail: 'Wait.' });
  expect(refused('not-yet-due', 'Wait.', '/on')).toStrictEqual({ ok: false, code: 'not-yet-due', detail: 'Wait.', field: '/on' });
});

test.each<[string, string | undefined, string | undefined]>([
  ['that is missing', undefined, 'reason-required'],
  ['of spaces', '  ', 'reason-required'],
  ['of 2,000 characters', 'x'.repeat(2_000), undefined],
  ['of 2,001', 'x'.repeat(2_001), 'text-too-long'],
  ['R40: that names a pupil', 'About Jack Smith in year 9.', 'text-names-a-pupil'],
])('a text %s', (_, text, code) => {
  expect(whyNotText(text, '/text', 'Enter why.')).toEqual(code && expect.objectContaining({ ok: false, code, field: '/text' }));
});
