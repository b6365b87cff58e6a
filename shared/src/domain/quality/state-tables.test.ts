import { checkTable } from './check-record.ts';
import { concernTable } from './concern.ts';
import { rowsOf } from './machine.fixture.ts';
import { qualityMachines } from './machines.ts';
import { orderHoldTable } from './order-on-hold.ts';
import { providerTable } from './provider-standing.ts';
import { visitTable } from './visit.ts';

// Domain section 5: every step that there is. Whatever is not listed is refused.

const from = (state: string, steps: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(steps).flatMap(([command, to]) => to.split(', ').map((one) => `${state} --${command}--> ${one}`));

test('the records of quality are a check, a provider, an order on hold, a concern and a visit, and each begins in these states', () => {
  expect(qualityMachines.map(({ starts, table }) => [starts, table])).toStrictEqual([
    [['scheduled'], checkTable],
    [['prospective'], providerTable],
    [['running'], orderHoldTable],
    [['open', 'joined'], concernTable],
    [['planned'], visitTable],
  ]);
});

test('a check goes by these steps and no other: what was not passed can still be waived', () => {
  const waived = (state: string) => ({ 'request-waiver': state, 'approve-waiver': state, 'refuse-waiver': state, 'end-waiver': state });
  expect([...rowsOf(checkTable)].sort()).toStrictEqual(
    [
      ...from('scheduled', { 'request-evidence': 'evidence-requested' }),
      ...from('evidence-requested', { 'receive-evidence': 'received' }),
      ...from('received', { pass: 'passed', 'require-action': 'action-required', fail: 'failed' }),
      ...from('action-required', {
        'receive-evidence': 'received',
        fail: 'failed',
        'miss-action': 'failed',
        ...waived('action-required'),
      }),
      ...from('passed', { 'become-due': 'due' }),
      ...from('due', { remind: 'due', lapse: 'lapsed', ...waived('due') }),
      ...from('lapsed', waived('lapsed')),
      ...from('failed', waived('failed')),
    ].sort(),
  );
});

test('a provider: removed is the end; a hold suspends who is active or paused, and only its lifting brings either back', () => {
  expect(rowsOf(providerTable)).toStrictEqual([
    ...from('prospective', { award: 'awarded', 'place-hold': 'prospective', 'lift-hold': 'prospective' }),
    ...from('awarded', { activate: 'active', 'place-hold': 'awarded', 'lift-hold': 'awarded' }),
    ...from('active', { pause: 'paused', 'place-hold': 'suspended' }),
    ...from('paused', { resume: 'active', 'place-hold': 'suspended' }),
    ...from('suspended', { 'place-hold': 'suspended', 'lift-hold': 'suspended, active, paused', remove: 'removed' }),
  ]);
});

test('R19: a live order whose provider is held waits for its buyer; what its buyer ended stays ended', () => {
  expect(rowsOf(orderHoldTable)).toStrictEqual([
    ...from('running', { 'put-on-hold': 'asked' }),
    ...from('asked', {
      'put-on-hold': 'asked',
      continue: 'continued',
      pause: 'paused',
      end: 'ended',
      'miss-answer': 'unanswered',
      release: 'running',
    }),
    ...from('unanswered', { 'put-on-hold': 'asked', continue: 'continued', pause: 'paused', end: 'ended', release: 'running' }),
    ...from('continued', { 'put-on-hold': 'asked', pause: 'paused', end: 'ended', release: 'running' }),
    ...from('paused', { 'put-on-hold': 'paused', continue: 'continued', end: 'ended', release: 'paused', resume: 'running' }),
  ]);
});

test('a visit is moved or cancelled while it is planned, and has its actions done before it is closed', () => {
  expect(rowsOf(visitTable)).toStrictEqual([
    ...from('planned', { move: 'planned', record: 'held', cancel: 'cancelled' }),
    ...from('held', { 'add-action': 'held', 'evidence-action': 'held', 'finish-action': 'held', close: 'closed' }),
  ]);
});

test('a concern: until it is closed it can pause orders and have its referral recorded', () => {
  const always = (state: string) => ({ 'pause-orders': state, 'record-lado-referral': state });
  expect([...rowsOf(concernTable)].sort()).toStrictEqual(
    [
      ...from('open', { join: 'joined', 'take-in': 'open', 'start-enquiry': 'under-enquiry', ...always('open') }),
      ...from('under-enquiry', { 'take-in': 'under-enquiry', close: 'closed', ...always('under-enquiry') }),
      ...from('joined', { 'close-joined': 'closed', part: 'open', ...always('joined') }),
    ].sort(),
  );
});
