import { withoutAttention } from '../call-off/attention.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { accept, type Command, type Decision } from '../call-off/decision.ts';
import { personKey } from '../people/person.ts';
import type { Order, ProviderAnswer } from './order.ts';

interface Answered {
  readonly answer: ProviderAnswer;
  /** Who answered, or who was told the answer. */
  readonly by: string;
  /** How it came: the end of the line of history. */
  readonly how?: string;
  readonly reason?: string | undefined;
}

/** Seals what a provider answered, however the answer came: the school is told, and a declined order gives back what it held of every limit. */
export const recordAnswer = (present: CallOff, order: Order, command: Command, { answer, by, how = '', reason }: Answered): Decision => {
  const declined = answer === 'declined';
  return accept(
    {
      ...withoutAttention(present, 'order-not-sent'),
      order: {
        ...order,
        state: answer,
        answeredAt: command.now,
        answerRecordedBy: by,
        declineReason: declined ? reason : undefined,
      },
    },
    command,
    `Provider ${answer} the order${how}`,
    [
      { kind: 'tell-requester', news: answer },
      { kind: 'record-audit', action: declined ? 'order-declined' : 'order-accepted', actor: personKey(command.by) },
      ...(declined ? [{ kind: 'settle-ledgers' } as const] : []),
    ],
    reason,
  );
};
