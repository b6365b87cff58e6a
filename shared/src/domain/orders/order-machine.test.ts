import { leadsTo } from '../machine/transition.ts';
import { orderStates } from './order.ts';
import { orderCommands } from './order-command.ts';
import { orderMachine, orderRoleNames, orderTable } from './order-machine.ts';

/** What each command does to an order in a state; whatever is not named here is refused. */
const fromEachState = {
  'awaiting-provider': {
    'record-answer': ['accepted', 'declined'],
    'offer-other': ['awaiting-provider'],
    'remind-provider': ['awaiting-provider'],
    'lapse-offer': ['unfilled'],
    cancel: ['cancelled'],
  },
  accepted: {
    'record-start-check': ['accepted'],
    start: ['active'],
    vary: ['accepted'],
    cancel: ['cancelled'],
    'decide-change': ['accepted'],
    'note-setting-change': ['accepted'],
    'see-setting-change': ['accepted'],
  },
  // Row 41: what one provider did not take is offered to the next, until nobody is left.
  declined: { 'offer-next': ['awaiting-provider'], 'note-none-left': ['unfilled'] },
  unfilled: { 'offer-next': ['awaiting-provider'] },
  active: {
    'record-start-check': ['active'],
    vary: ['active'],
    extend: ['active'],
    pause: ['paused'],
    'give-notice': ['notice-given'],
    end: ['ended'],
    complete: ['completed'],
    'decide-change': ['active'],
    'note-setting-change': ['active'],
    'see-setting-change': ['active'],
  },
  paused: {
    'record-start-check': ['paused'],
    resume: ['active'],
    'give-notice': ['notice-given'],
    end: ['ended'],
    'note-setting-change': ['paused'],
    'see-setting-change': ['paused'],
  },
  // Under notice nothing is planned anew; what keeps the pupil safe goes on.
  'notice-given': {
    'record-start-check': ['notice-given'],
    end: ['ended'],
    'finish-notice': ['ended'],
    'note-setting-change': ['notice-given'],
    'see-setting-change': ['notice-given'],
  },
  ended: {},
  completed: {},
  cancelled: {},
};

test.each(orderStates)('an order that is %s moves by these commands and no other', (state) => {
  const moves = orderCommands.flatMap((command) => {
    const to = leadsTo(orderTable, state, command);
    return to.length === 0 ? [] : [[command, to]];
  });
  expect(Object.fromEntries(moves)).toEqual(fromEachState[state]);
});

test('nothing leads out of an order that has ended, is complete or was cancelled', () => {
  expect(orderMachine.ends).toEqual(['ended', 'completed', 'cancelled']);
});

test.each([
  ['record-answer', ['provider', 'school'], 'order-accepted'],
  ['offer-other', ['provider'], 'order-other-offered'],
  ['remind-provider', ['product'], 'provider-reminded'],
  ['lapse-offer', ['product'], 'order-unfilled'],
  ['offer-next', ['school'], 'order-passed-on'],
  ['note-none-left', ['product'], 'order-unfilled'],
  ['cancel', ['school'], 'order-cancelled'],
  ['record-start-check', ['school'], 'start-check-recorded'],
  ['start', ['school'], 'order-started'],
  ['vary', ['school'], 'order-varied'],
  ['extend', ['school'], 'order-extended'],
  ['decide-change', ['approver'], 'order-change-approved'],
  ['pause', ['school'], 'order-break-begun'],
  ['resume', ['school'], 'order-break-over'],
  ['note-setting-change', ['provider', 'product'], 'setting-change-told'],
  ['see-setting-change', ['school'], 'setting-change-seen'],
  ['give-notice', ['school'], 'order-notice-given'],
  ['finish-notice', ['product'], 'order-notice-over'],
  ['end', ['school'], 'order-ended-early'],
  ['complete', ['school'], 'order-completed'],
])('%s is given by %j and stands in the audit chain as %s', (command, by, audit) => {
  expect(orderMachine.moves.filter((move) => move.command === command)).toMatchObject([{ by, audit }]);
});

test('states and roles have words for people', () => {
  expect(orderMachine.states).toEqual({
    'awaiting-provider': 'waiting for the provider',
    accepted: 'accepted, and has not started',
    declined: 'declined',
    unfilled: 'unfilled',
    active: 'running',
    paused: 'paused',
    'notice-given': 'under notice',
    ended: 'ended',
    completed: 'complete',
    cancelled: 'cancelled',
  });
  expect(orderRoleNames).toEqual({
    school: 'a requester, approver or contact of the buyer',
    approver: 'an approver of the change',
    provider: 'the provider, by its link',
    product: 'the product itself, by the clock',
  });
});
