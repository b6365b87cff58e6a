import { aCallOff, accepted, anOrder } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pauseOrder } from './change-order.ts';
import { decideOrder, orderActs } from './decide-order.ts';
import { cancelOrder, giveNotice } from './end-order.ts';
import { acceptedOrder, declinedOrder, heldIn, lifeFacts, on, runningOrder } from './order.fixture.ts';

const acts = (present: CallOff, day = '2027-01-26') => orderActs(present, localDate(day));
const paused = () =>
  accepted(pauseOrder(runningOrder(), { ...on('2027-01-26'), from: localDate('2027-01-28'), reason: 'Repairs.' }, lifeFacts())).state;
const noticed = () =>
  accepted(
    giveNotice(runningOrder(), { ...on('2027-01-26'), giver: 'school', lastDay: localDate('2027-02-11'), reason: 'Moved.' }, lifeFacts()),
  ).state;
const cancelled = () => accepted(cancelOrder(acceptedOrder(), { ...on('2027-01-05'), reason: 'Stays in school.' }, lifeFacts())).state;

test.each<[string, () => CallOff, readonly string[]]>([
  ['a request without an order', aCallOff, []],
  ['an order that waits for its provider', anOrder, ['cancel']],
  ['one that was accepted', acceptedOrder, ['record-start-check', 'start', 'vary', 'cancel']],
  ['one that was declined', declinedOrder, []],
  ['one that runs', runningOrder, ['pause', 'vary', 'extend', 'give-notice', 'end']],
  ['one that is paused', paused, ['resume', 'give-notice', 'end']],
  ['one under notice', noticed, ['end']],
  ['one that was cancelled', cancelled, []],
  ['one that its school has ended because of a hold', () => heldIn(runningOrder(), 'ended'), []],
  ['one whose request says that it is no order', () => ({ ...runningOrder(), status: 'withdrawn' }), []],
])('what a school can do with %s', (_what, order, expected) => {
  expect(acts(order())).toEqual(expected);
});

test('an act of the school is carried out by its own rule', () => {
  const act = { kind: 'cancel', reason: 'Stays in school.' } as const;
  const command = on('2027-01-05');
  const present = acceptedOrder();
  expect(decideOrder(present, command, act, lifeFacts())).toEqual(cancelOrder(present, { ...command, reason: act.reason }, lifeFacts()));
});

test('from its planned last day on an order is complete or goes on, and is neither paused, varied nor put under notice', () => {
  expect(acts(runningOrder(), '2027-03-17')).toEqual(['pause', 'vary', 'extend', 'give-notice', 'end']);
  expect(acts(runningOrder(), '2027-03-18')).toEqual(['extend', 'end', 'complete']);
  expect(acts(heldIn(runningOrder(), 'asked'), '2027-03-18')).toEqual(['extend', 'end', 'complete']);
});
