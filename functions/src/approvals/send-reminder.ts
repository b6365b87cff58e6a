import { approvalReminder } from '@ap/shared/contract/teams-activities';
import { type WaitingStep, waitingStep } from '@ap/shared/domain/approvals/waiting-step';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { formatInstant } from '@ap/shared/domain/days/local-date';
import type { Effect } from '@ap/shared/domain/effect';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import type { Performed } from '../effects/performed.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { FeedEntry } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

type Reminding = Extract<Effect, { kind: 'remind-approver' }>;

/** The step that an approver is reminded of, if it still waits for them: the very round of the request, or the very change of its order. */
const stillWaits = (callOff: CallOff, { to, step, round, change }: Reminding): { waiting: WaitingStep; approver: Person } | undefined => {
  const waiting = waitingStep(callOff);
  if (waiting?.at !== step || waiting.change !== change || (change === undefined && callOff.round !== round)) return undefined;
  const approver = waiting.step.approvers.find((person) => personKey(person) === to);
  return approver && { waiting, approver };
};

/** What is decided on, by its number: the request, or the change of an order. */
const subjectOf = (callOff: CallOff, { change }: WaitingStep): string =>
  change === undefined ? callOff.ref : `a change of order ${callOff.order?.number ?? ''}`;

/** R38: the total that is decided on, with and without VAT; of a change also what it is now. */
const totalsOf = (waiting: WaitingStep): string =>
  waiting.instead === undefined ? bothTotals(waiting) : `${bothTotals(waiting)} instead of ${bothTotals(waiting.instead)}`;

/** What the feed says. It is read beside other apps' news, so it tells who waits, for what and for which school; never anything of a pupil. */
const entryOf = (callOff: CallOff, waiting: WaitingStep, link: string): FeedEntry => ({
  type: approvalReminder.type,
  blanks: { requester: waiting.asker.name, request: subjectOf(callOff, waiting), buyer: callOff.buyerName },
  preview: `${bothTotals(waiting)}: ${callOff.serviceName} by ${callOff.providerName}`,
  topic: `Request ${callOff.ref}`,
  link,
});

const reminderMail = (callOff: CallOff, waiting: WaitingStep, approver: Person, pageUrl: string) => {
  const subject = subjectOf(callOff, waiting);
  return {
    to: approver.email,
    subject: `Reminder: ${subject} for ${callOff.buyerName} waits for your decision: ${bothTotals(waiting)}`,
    html: mailHtml({
      greeting: `Dear ${approver.name}`,
      paragraphs: [
        `${waiting.asker.name} waits for your decision on ${subject} for ${callOff.buyerName}, sent on ${formatInstant(waiting.askedAt)}.`,
        `${callOff.serviceName} by ${callOff.providerName}: total ${totalsOf(waiting)}.`,
        waiting.change === undefined
          ? 'Sign in to approve, reject or ask for changes.'
          : 'Sign in to approve or refuse. The order stays as it is until then.',
      ],
      link: { text: `Open request ${callOff.ref}`, url: pageUrl },
    }),
  };
};

/**
 * Reminds one approver in Teams' activity feed, unless the step was decided meanwhile; whom the feed does not reach by mail. The card that asked them stays
 * where it is: a second one would bury it.
 */
export const sendReminder =
  (ports: Pick<Ports, 'feed' | 'mail'>, links: Readonly<Record<'inTeams' | 'inMail', (ref: string) => string>>) =>
  async ({ callOff, itemId }: StoredCallOff, effect: Reminding): Promise<Performed> => {
    const found = stillWaits(callOff, effect);
    if (!found) return { state: 'superseded', to: effect.to };
    const { waiting, approver } = found;
    const told = await ports.feed.tell(approver, entryOf(callOff, waiting, links.inTeams(callOff.ref)), chainOf(itemId, effect));
    if (told.ok) return { state: 'done', to: effect.to };
    await ports.mail.send(reminderMail(callOff, waiting, approver, links.inMail(callOff.ref)));
    return { state: 'done', to: effect.to, reason: told.why };
  };

/** The same number for every try of one reminder, and another for the next: below 2^53 for all items and versions that a list can hold. */
const chainOf = (itemId: number, { version }: Pick<Effect, 'version'>): number => itemId * 1_000_000 + version;
