import { randomUUID } from 'node:crypto';
import type { Persistence } from '../room.ts';

/** A mail that was accepted for delivery. Addresses are as they were given. */
export interface SentMail {
  readonly id: string;
  readonly sentAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly contentType: 'text' | 'html';
  readonly content: string;
}

/** Every mail that the tenant's people and providers would have received. */
export interface Mailbox {
  deliver(mail: Omit<SentMail, 'id'>): SentMail;
  /** Newest first; with an address, only what was sent to it (to, cc or bcc). */
  list(to?: string): readonly SentMail[];
}

/** Mails kept in the data folder. */
export const mailbox = (persistence: Persistence): Mailbox => {
  const mails = (persistence.load('mail') as SentMail[] | undefined) ?? [];
  return {
    deliver: (mail) => {
      const kept = { id: randomUUID(), ...mail };
      mails.push(kept);
      persistence.save('mail', mails);
      return kept;
    },
    list: (to) => {
      const wanted = to?.toLowerCase();
      return mails
        .filter((mail) => wanted === undefined || [...mail.to, ...mail.cc, ...mail.bcc].some((address) => address.toLowerCase() === wanted))
        .reverse();
    },
  };
};
