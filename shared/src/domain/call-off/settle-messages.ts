import { personKey } from '../people/person.ts';
import { refused } from '../refusal.ts';
import { needsAttention, withoutAttention } from './attention.ts';
import type { CallOff } from './call-off.ts';
import { accept, type Command, type Decision } from './decision.ts';

/** A commissioner says that those have been told whom no message of this request reached. */
export const settleMessages = (present: CallOff, command: Command): Decision =>
  needsAttention(present, 'message-not-sent')
    ? accept(withoutAttention(present, 'message-not-sent'), command, 'Messages that could not be sent were dealt with', [
        { kind: 'record-audit', action: 'messages-settled', actor: personKey(command.by) },
      ])
    : refused('no-message-unsent', 'Every message of this request was sent, or is still being tried.');
