import { issueLink, type LinkHolder } from '@ap/shared/domain/capability-link';
import { formatInstant } from '@ap/shared/domain/days/local-date';
import { type PersonId, personKey, theProduct } from '@ap/shared/domain/people/person';
import { applicationRef } from '@ap/shared/domain/tenders/application/application';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';

/** The address of the page for a link. */
export type LinkPage = (linkId: string, secret: string) => string;

/**
 * Mails an organisation the link by which it applies. It opens until the round is over, as often as it is needed; earlier ones stay good, so that nobody
 * who knows the address of an applicant can shut its page by asking for another. The secret is in the mail and nowhere else.
 */
export const mailApplicationLink = async (
  ports: Pick<Ports, 'links' | 'secrets' | 'mail' | 'audit' | 'clock'>,
  pageOf: LinkPage,
  { holder, round, frameworkName, by }: { holder: LinkHolder; round: Round; frameworkName: string; by: PersonId },
): Promise<{ readonly expiresAt: string }> => {
  const now = ports.clock.now();
  const { id, secret, hash } = ports.secrets.make();
  const subject = applicationRef(round.ref, holder.providerRef);
  await ports.links.keep(issueLink({ linkId: id, scope: 'application', subject, secretHash: hash, holder }, now));
  await ports.mail.send({
    to: holder.email,
    subject: `Apply for ${frameworkName}`,
    html: mailHtml({
      // What a stranger typed into a form goes to nobody in a mail of ours.
      greeting: by === theProduct ? 'Dear applicant' : `Dear ${holder.organisation}`,
      paragraphs: [
        `With the link below you can apply for ${frameworkName}, ask questions about it, and see the answers to all questions.`,
        `Applications are taken from ${formatInstant(round.opensAt)} until ${formatInstant(round.closesAt)}, UK time. What you save stays: come back with this link as often as you need.`,
        'Keep this message. Whoever has the link can read and change your application. If you did not ask for it, delete it: nothing was started for you.',
      ],
      link: { text: 'Open your application', url: pageOf(id, secret) },
    }),
  });
  await ports.audit.append({
    id: `LINK-${id}-v1-0`,
    at: now,
    actor: personKey(by),
    action: 'application-link-sent',
    subject: `LINK-${id}`,
    subjectVersion: 1,
  });
  return { expiresAt: round.closesAt };
};
