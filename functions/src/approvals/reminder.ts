import { approvalReminder } from '@ap/shared/contract/teams-activities';
import { bothTotals } from '@ap/shared/domain/both-totals';
import type { CallOff } from '@ap/shared/domain/call-off';
import type { Effect } from '@ap/shared/domain/effect';
import { formatInstant } from '@ap/shared/domain/local-date';
import { formatMoney } from '@ap/shared/domain/money';
import type { Person } from '@ap/shared/domain/person';
import type { Performed } from '../effects/performed.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { FeedEntry } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { stillAsked } from './approval-effects.ts';

/** What the feed says. It is read beside other apps' news, so it tells who waits, for what and for which school; never anything of a pupil. */
const entryOf = (callOff: CallOff, link: string): FeedEntry => ({
  type: approvalReminder.type,
  blanks: { requester: callOff.requester.name, request: callOff.ref, buyer: callOff.buyerName },
  preview: `${formatMoney(callOff.price.gross)} with VAT for ${callOff.serviceName} by ${callOff.providerName}`,
  topic: `Request ${callOff.ref}`,
  link,
});

const reminderMail = (callOff: CallOff, approver: Person, pageUrl: string) => ({
  to: approver.email,
  subject: `Reminder: ${callOff.ref} for ${callOff.buyerName} waits for your decision`,
  html: mailHtml({
    greeting: `Dear ${approver.name}`,
    paragraphs: [
      `${callOff.requester.name} waits for your decision on ${callOff.ref} for ${callOff.buyerName}, sent on ${formatInstant(callOff.submittedAt)}.`,
      `${callOff.serviceName} by ${callOff.providerName}: total ${bothTotals(callOff.price)}.`,
      'Sign in to approve, reject or ask for changes.',
    ],
    link: { text: `Open request ${callOff.ref}`, url: pageUrl },
  }),
});

/**
 * Reminds one approver in Teams' activity feed, unless the step was decided meanwhile; whom the feed does not reach by mail. The card that asked them stays
 * where it is: a second one would bury it.
 */
export const sendReminder =
  (ports: Pick<Ports, 'feed' | 'mail'>, links: Readonly<Record<'inTeams' | 'inMail', (ref: string) => string>>) =>
  async ({ callOff, itemId }: StoredCallOff, effect: Extract<Effect, { kind: 'remind-approver' }>): Promise<Performed> => {
    const approver = stillAsked(callOff, effect);
    if (!approver) return { state: 'superseded', to: effect.to };
    const told = await ports.feed.tell(approver, entryOf(callOff, links.inTeams(callOff.ref)), chainOf(itemId, effect));
    if (told.ok) return { state: 'done', to: effect.to };
    await ports.mail.send(reminderMail(callOff, approver, links.inMail(callOff.ref)));
    return { state: 'done', to: effect.to, reason: told.why };
  };

/** The same number for every try of one reminder, and another for the next: below 2^53 for all items and versions that a list can hold. */
const chainOf = (itemId: number, { version }: Pick<Effect, 'version'>): number => itemId * 1_000_000 + version;
