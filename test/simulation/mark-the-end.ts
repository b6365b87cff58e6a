import { toldByMail } from './invariants/effects.ts';
import { type Journal, mark } from './journal.ts';
import type { MessageQueue } from './message-queue.ts';
import type { StoredState } from './stored-state.ts';

/** Notes what a history has come to, as its lists and its answers show it in the end. */
export const markTheEnd = (
  journal: Journal,
  { world, writes, blockWrites }: StoredState,
  { poison }: Pick<MessageQueue, 'poison'>,
): void => {
  for (const _message of poison) mark(journal, 'given up, repaired');
  for (const { state } of world.effects.allReceipts()) {
    if (state === 'superseded') mark(journal, 'superseded');
    if (state === 'stuck') mark(journal, 'hold beat order');
  }
  for (const { state } of new Map(writes.map((write) => [write.ref, write])).values()) {
    if (state.order?.state === 'unfilled') mark(journal, 'offer lapsed');
    if (state.order?.providerRemindedAt !== undefined) mark(journal, 'provider reminded');
  }
  for (const { title } of journal.sent) if (title === toldByMail) mark(journal, 'waited, told by mail');
  for (const { state, over } of blockWrites) {
    const did = state.version > over ? state.history.at(-1)?.what : undefined;
    for (const [what, begins] of ofBlocks) if (did && begins.test(did)) mark(journal, what);
  }
  for (const { kind, key, outcome } of journal.entries) {
    if (outcome.how === 'ok' && key.startsWith('card-')) mark(journal, 'decided by card');
    if (outcome.how !== 'refused') continue;
    if (kind.startsWith('foreign-')) mark(journal, 'not theirs');
    if (outcome.code === 'not-enough-units') mark(journal, 'too few days');
    if (outcome.code === 'over-budget' && kind === 'approve-pledge') mark(journal, 'pledge over budget');
  }
};

/** By what the history of a purchase says that a write did. */
const ofBlocks = [
  ['pledge approved', /^Pledge of .* approved/],
  ['purchase confirmed', /^Confirmed by the provider/],
  ['days drawn', /^Units drawn for/],
  ['days given back', /^Units of .* given back/],
  ['days passed on', /took over units of/],
] as const;
