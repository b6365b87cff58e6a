import { productName } from '../domain/texts/product-name.ts';
import { type Place, toPath } from './place.ts';

/** The personal tab as the manifest declares it: links name it, so it never changes. */
export const personalTab = 'home';

/** Where links lead. No address ends with a slash. */
export interface LinkTargets {
  /** Origin of the signed-in pages. */
  readonly pages: string;
  /**
   * The app's id in Teams, as the Teams admin centre shows it: links with the manifest's own id fail on some clients (msteams-docs#5881).
   * Undefined as long as nobody has noted it: links open the page in a browser then.
   */
  readonly teamsAppId?: string | undefined;
  /** Origin of Teams; the local run's stand-in has its own. */
  readonly teams?: string | undefined;
}

/** A place as a page in a browser: for mails, and for whoever has not got the app. */
export const pageLink = ({ pages }: Pick<LinkTargets, 'pages'>, place: Place): string => `${pages}${toPath(place)}`;

/**
 * A place in the personal tab in Teams, with the page itself for people without the app; the page where Teams does not know the app yet.
 * Written by hand, because `pages.shareDeepLink` made broken links in new Teams (teams-js#1900).
 */
export const placeLink = (targets: LinkTargets, place: Place): string => {
  const page = pageLink(targets, place);
  if (targets.teamsAppId === undefined) return page;
  const query = [
    ['webUrl', page],
    ['label', productName],
    ['context', JSON.stringify({ subEntityId: toPath(place) })],
  ].map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`);
  return `${targets.teams ?? 'https://teams.microsoft.com'}/l/entity/${encodeURIComponent(targets.teamsAppId)}/${personalTab}?${query.join('&')}`;
};
