import { outgoing } from '../../functions/src/mail/outgoing.ts';
import type { Mail } from '../../functions/src/ports/messages.ts';

export interface MemoryMail extends Mail {
  readonly sent: Parameters<Mail['send']>[0][];
}

/** The mailbox in memory. `down.mail`: it does not answer. */
export const memoryMail = (down: { readonly mail: boolean }): MemoryMail => {
  const sent: MemoryMail['sent'] = [];
  return {
    sent,
    send: async (asked) => {
      const message = outgoing(asked);
      if (down.mail) throw new Error('The mailbox is down');
      sent.push(message);
    },
  };
};
