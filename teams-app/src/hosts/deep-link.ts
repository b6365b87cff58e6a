import { type Place, toPath } from '@ap/shared/ui/place';

/**
 * A Teams link that opens the personal tab at a place, with the page itself for people without the app. Built by hand, because
 * `pages.shareDeepLink` made broken links in new Teams (teams-js#1900).
 */
export const teamsLink = (teamsAppId: string, origin: string, place: Place): string => {
  const path = toPath(place);
  const query = new URLSearchParams({ webUrl: `${origin}${path}`, label: 'AP Framework', context: JSON.stringify({ subEntityId: path }) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/home?${query.toString().replaceAll('+', '%20')}`;
};

/**
 * The deep link of this load, given once. Teams repeats a sub-page for as long as its session lives (teams-js#3031, #2128), so that a
 * reload would jump back to it.
 */
export const takeSubPage = (subPageId: string | undefined, sessionId: string): string | undefined => {
  if (!subPageId?.startsWith('/')) return undefined;
  const mark = `${sessionId} ${subPageId}`;
  if (sessionStorage.getItem('ap.taken-sub-page') === mark) return undefined;
  sessionStorage.setItem('ap.taken-sub-page', mark);
  return subPageId;
};
