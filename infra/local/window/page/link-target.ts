import { type PersonId, personKey } from '../person-key.ts';

/** Where a link of a card, a mail or the tab leads in the stand-in window. */
export type LinkTarget =
  | { readonly to: 'tab'; readonly subPage: string | undefined }
  | { readonly to: 'browser'; readonly url: string }
  | { readonly to: 'nowhere'; readonly why: string };

export interface LinkSurroundings {
  readonly tabOrigin: string;
  readonly windowOrigin: string;
  /** The person who follows the link; undefined for a mailbox that is nobody's here. */
  readonly person: PersonId | undefined;
}

const teamsHosts = new Set(['teams.microsoft.com', 'teams.cloud.microsoft']);

/** The sub-page that a Teams link names. */
export const subPageOf = (url: URL): string | undefined => {
  try {
    const context = JSON.parse(url.searchParams.get('context') ?? '{}') as { subEntityId?: unknown };
    return typeof context.subEntityId === 'string' ? context.subEntityId : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Deep links to the tab open the tab; links to the tab's own pages open them in the browser, signed in as the person (`?as=`);
 * other web, mail and phone links go to the browser as they are.
 */
export const linkTarget = (href: string, { tabOrigin, windowOrigin, person }: LinkSurroundings): LinkTarget => {
  if (!URL.canParse(href)) return { to: 'nowhere', why: `"${href}" is not an address.` };
  const url = new URL(href);
  if (teamsHosts.has(url.host)) {
    if (url.pathname.startsWith('/l/entity/')) return { to: 'tab', subPage: subPageOf(url) };
    return { to: 'nowhere', why: `The stand-in window does not serve ${url.host}${url.pathname}.` };
  }
  if (url.origin === windowOrigin && url.pathname.startsWith('/l/entity/')) return { to: 'tab', subPage: subPageOf(url) };
  if (url.origin === windowOrigin) return { to: 'tab', subPage: url.searchParams.get('subPage') ?? undefined };
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol))
    return { to: 'nowhere', why: `Links with ${url.protocol} are not followed.` };
  if (url.origin === tabOrigin && person && !url.searchParams.has('as')) url.searchParams.set('as', personKey(person));
  return { to: 'browser', url: url.href };
};
