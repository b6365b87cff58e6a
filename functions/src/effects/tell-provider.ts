import { providerName } from '@ap/shared/domain/register/provider';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import type { Performed } from './performed.ts';

/** A mail to a provider: what it is about, and what follows from it. */
export interface ProviderNews {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly text: string; readonly url: string } | undefined;
}

/** Mails a provider at the address that the register has. One that is not on the register any more is left to the operator. */
export const tellProvider = async (
  ports: Pick<Ports, 'mail' | 'providers'>,
  providerRef: string,
  { title, paragraphs, link }: ProviderNews,
): Promise<Performed> => {
  const { provider } = await ports.providers.provider(providerRef, 'known');
  if (!provider) return { state: 'stuck', reason: 'no-provider' };
  await ports.mail.send({
    to: provider.email,
    subject: title,
    html: mailHtml({ greeting: `Dear ${providerName(provider)}`, paragraphs, ...(link ? { link } : {}) }),
  });
  return { state: 'done' };
};
