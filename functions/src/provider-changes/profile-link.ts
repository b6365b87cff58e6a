import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { sendProviderLink as declared } from '@ap/shared/contract/provider-changes';
import { formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import { providerName } from '@ap/shared/domain/register/provider';
import { renewLink } from '../commands/renew-link.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';

const scope = 'provider-profile';

/**
 * Mails a provider a link by which it can propose changes of its entry, to the address that the register has. Links that it got before are taken back first.
 * The secret is in the mail and nowhere else: where the mail could not be sent, the link opens nothing that anybody has.
 */
export const sendProviderLink =
  (
    ports: Pick<Ports, 'providers' | 'links' | 'secrets' | 'mail' | 'audit' | 'clock'>,
    pageOf: (linkId: string, secret: string) => string,
  ) =>
  async ({ caller, params }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const { provider } = await ports.providers.provider(params.providerRef, 'fresh');
    if (!provider || provider.status === 'removed')
      throw new ProblemError('not-found', 'There is no such provider on the framework.', { pointer: '/params/providerRef' });
    const now = ports.clock.now();
    const { link, secret } = await renewLink(ports, scope, provider.ref, now);
    const lastDay = formatDate(toLondonDate(link.expiresAt));
    await ports.mail.send({
      to: provider.email,
      subject: 'Check your entry in the directory of alternative provision',
      html: mailHtml({
        greeting: `Dear ${providerName(provider)}`,
        paragraphs: [
          'Schools choose by what the directory says of you. Check your contact details and how many places are free, and tell us what has changed.',
          `The link below is for you only. It can be used once, until ${lastDay}. A commissioner looks at what you send before it is shown.`,
        ],
        link: { text: 'Check your entry', url: pageOf(link.linkId, secret) },
      }),
    });
    await ports.audit.append({
      id: `LINK-${link.linkId}-v1-0`,
      at: now,
      actor: personKey(caller.person),
      action: 'provider-link-sent',
      subject: `LINK-${link.linkId}`,
      subjectVersion: 1,
    });
    return { providerName: providerName(provider), sentTo: provider.email, expiresAt: link.expiresAt };
  };
