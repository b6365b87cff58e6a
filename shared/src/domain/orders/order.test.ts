import { deciderName } from '../approvals/approval-step.ts';
import { deputy, head } from '../call-off/call-off.fixture.ts';
import { allowedIn } from '../call-off/request-texts.ts';
import { patternSentence } from '../days/pattern-sentence.ts';
import { payers, paysItself } from '../money/payer.ts';
import { cameToNothing, orderIsOver, orderNumber, orderStates } from './order.ts';

test('an order is numbered by its list item, and by how many providers were asked before', () => {
  expect([orderNumber(42), orderNumber(42, 0), orderNumber(42, 1), orderNumber(1_234_567, 2)]).toEqual([
    'AP-000042',
    'AP-000042',
    'AP-000042-2',
    'AP-1234567-3',
  ]);
});

test('an order is over once it is declined, unfilled, ended, complete or cancelled, and came to nothing unless it ended or was completed', () => {
  expect(orderStates.filter(orderIsOver)).toEqual(['declined', 'unfilled', 'ended', 'completed', 'cancelled']);
  expect(orderStates.filter(cameToNothing)).toEqual(['declined', 'unfilled', 'cancelled']);
});

test('a school pays itself where it is the payer, a department wherever the whole is the money of the council', () => {
  expect(payers.filter((payer) => paysItself(payer, 'academy'))).toEqual(['school']);
  expect(payers.filter((payer) => paysItself(payer, 'council-department'))).toEqual([
    'school',
    'council-budget',
    'ehc-top-up',
    'virtual-school',
  ]);
});

test('row 49: whoever decides for another is named with them', () => {
  expect(deciderName({ by: deputy })).toBe('Dev Puddle');
  expect(deciderName({ by: deputy, onBehalfOf: head })).toBe('Dev Puddle for Hedda Marsh');
});

test('R40: each text of a request may hold what it is for, and any other nothing', () => {
  expect(['objectives', 'billTo', 'costCode', 'basisReason', 'toString'].map(allowedIn)).toEqual([
    [],
    ['postcode', 'email', 'phone', 'name'],
    ['uln', 'nhs-number', 'phone'],
    [],
    [],
  ]);
});

test('a week of a placement is said in its days, whole or half, and the hours of a day', () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
  expect(patternSentence({ days, sessions: 'both', hoursPerDay: 5 })).toBe(
    'Monday, Tuesday, Wednesday, Thursday, Friday, whole days, 5 hours a day',
  );
  expect(patternSentence({ days: ['mon'], sessions: 'am', hoursPerDay: 2.5 })).toBe('Monday, mornings, 2.5 hours a day');
  expect(patternSentence({ days: ['fri'], sessions: 'pm', hoursPerDay: 3 })).toBe('Friday, afternoons, 3 hours a day');
});
