import { isPlainAddress } from '@ap/shared/domain/texts/mail-address';
import type { Mail } from '../ports/messages.ts';

type Message = Parameters<Mail['send']>[0];

/** A message as it may leave: one plain address, or it throws; a subject of one line that reads as it is written, 250 characters at most. */
export const outgoing = ({ to, subject, html }: Message): Message => {
  if (!isPlainAddress(to)) throw new Error('The address of a recipient is not a plain address');
  return {
    to,
    subject: Array.from(subject.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' '))
      .slice(0, 250)
      .join(''),
    html,
  };
};
