import { isPlainAddress } from '@ap/shared/domain/mail-address';
import type { Mail } from '../ports/messages.ts';

type Message = Parameters<Mail['send']>[0];

/** A message as it may leave: one plain address, or it throws; a subject of one line, 250 characters at most. */
export const outgoing = ({ to, subject, html }: Message): Message => {
  if (!isPlainAddress(to)) throw new Error('The address of a recipient is not a plain address');
  return { to, subject: subject.replace(/[\r\n]+/g, ' ').slice(0, 250), html };
};
