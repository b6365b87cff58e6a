import { personKey } from '../people/person.ts';
import { withAttention } from './attention.ts';
import { aCallOff, aCommand, accepted, aSubmission, decided, facts, officer, refusal } from './call-off.fixture.ts';
import { settleMessages } from './settle-messages.ts';
import { resubmitCallOff } from './submit-call-off.ts';

const unsent = withAttention(aCallOff(), { reason: 'message-not-sent', since: '2026-12-08T10:00:00Z' });

test('a commissioner settles what could not be sent, and the history and the audit say who did', () => {
  const { state, effects } = accepted(settleMessages(unsent, aCommand(officer)));
  expect(state.attention).toBeUndefined();
  expect(state.history.at(-1)).toMatchObject({ by: officer.name, what: 'Messages that could not be sent were dealt with' });
  expect(effects).toMatchObject([{ kind: 'record-audit', action: 'messages-settled', actor: personKey(officer) }]);
});

test('where nothing was left unsent, or is only late, there is nothing to settle', () => {
  const late = withAttention(aCallOff(), { reason: 'message-delayed', since: '2026-11-24T11:00:00Z' });
  for (const present of [aCallOff(), late]) expect(refusal(settleMessages(present, aCommand(officer))).code).toBe('no-message-unsent');
});

test('sending a request again settles nothing: whom a message never reached does not know yet', () => {
  const returned = withAttention(decided(aCallOff(), 'return'), { reason: 'message-not-sent', since: '2026-12-08T10:00:00Z' });
  expect(accepted(resubmitCallOff(returned, aSubmission(), facts())).state.attention).toEqual(returned.attention);
});
