import { personKey } from '../people/person.ts';
import { refused } from '../refusal.ts';
import type { CallOff, ProviderPaused } from './call-off.ts';
import { statusAllows } from './call-off-table.ts';
import { accept, type Command, type Decision } from './decision.ts';

/**
 * R19: a request that waits for a decision is stale when its provider stops taking orders. Its cards say so and offer others, and the requester is told.
 * Nobody can approve it meanwhile, whatever is noted here: the facts are read again at each decision.
 */
export const notePaused = (present: CallOff, command: Command, told: Omit<ProviderPaused, 'since'>): Decision => {
  if (!statusAllows(present, 'note-paused')) return refused('call-off-not-open', 'This request is not waiting for a decision.');
  if (present.providerPaused) return refused('stale-version', 'This was noted already.');
  return accept({ ...present, providerPaused: { since: command.now, ...told } }, command, 'Provider paused for new orders', [
    { kind: 'refresh-approval-cards' },
    { kind: 'tell-requester', news: 'provider-paused' },
    { kind: 'record-audit', action: 'request-stale', actor: personKey(command.by) },
  ]);
};

/** The provider takes orders again: the request can be decided as before. */
export const noteTakingOrders = (present: CallOff, command: Command): Decision => {
  if (!present.providerPaused) return refused('stale-version', 'This was noted already.');
  return accept({ ...present, providerPaused: undefined }, command, 'Provider takes new orders again', [
    { kind: 'refresh-approval-cards' },
    { kind: 'record-audit', action: 'request-current', actor: personKey(command.by) },
  ]);
};
