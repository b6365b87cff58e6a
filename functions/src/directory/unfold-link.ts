import { toLondonDate } from '@ap/shared/domain/days/local-date';
import type { ComposeItem } from '../cards/compose.ts';
import type { Ports } from '../ports/ports.ts';
import { serviceCard, servicePreview } from './service-card.ts';
import { serviceView } from './service-view.ts';

const serviceRefIn = (url: string, pagesUrl: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin === new URL(pagesUrl).origin ? /^\/services\/([A-Za-z0-9-]{1,64})\/?$/.exec(pathname)?.[1] : undefined;
};

/** The card of a service whose page was pasted into a chat; nothing for any other page, and nothing for a service that is not listed today. */
export const unfoldLink =
  (ports: Pick<Ports, 'providers' | 'clock'>, pagesUrl: string, servicePage: (serviceRef: string) => string) =>
  async (url: string): Promise<ComposeItem | undefined> => {
    const serviceRef = serviceRefIn(url, pagesUrl);
    if (serviceRef === undefined) return undefined;
    const view = serviceView(await ports.providers.facts(serviceRef, 'known'), toLondonDate(ports.clock.now()), undefined);
    if (!view?.listed) return undefined;
    const card = serviceCard(view, servicePage(view.serviceRef));
    // Microsoft documents 1.3 as the newest schema of an unfolded link; what is newer on the card (a heading's style) older clients leave out.
    return { preview: servicePreview(view, undefined), card: { ...card, version: '1.3' } };
  };
