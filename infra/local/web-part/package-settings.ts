import { LaunchFailure } from '../launch/launch-failure.ts';

/** An organisation's addresses, under the names of the web part's properties. */
export interface WebPartSettings {
  readonly apiAddress: string;
  readonly applicationIdUri: string;
  readonly pagesAddress: string;
  readonly teamsAppId: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const httpsUrl = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.search === '' && url.hash === '' && url.username === '' ? url : undefined;
};

/**
 * What a package is made with, from the names that the Teams package uses too: API_URL, API_CLIENT_ID, PAGES_URL and, where the tab is
 * installed, TEAMS_LINK_APP_ID. Throws `LaunchFailure` with a line for each fault.
 */
export const webPartSettings = (values: Readonly<Record<string, string | undefined>>): WebPartSettings => {
  const { API_URL = '', API_CLIENT_ID = '', PAGES_URL = '', TEAMS_LINK_APP_ID = '' } = values;
  const [api, pages] = [httpsUrl(API_URL), httpsUrl(PAGES_URL)];
  const faults = [
    api ? undefined : 'API_URL must be the address of the API, beginning with https:// and ending with /api.',
    guid.test(API_CLIENT_ID) ? undefined : "API_CLIENT_ID must be the client id of the API's app registration.",
    pages?.pathname === '/'
      ? undefined
      : 'PAGES_URL must be the address of the signed-in pages, beginning with https:// and without a path.',
    TEAMS_LINK_APP_ID === '' || guid.test(TEAMS_LINK_APP_ID)
      ? undefined
      : 'TEAMS_LINK_APP_ID must be the App ID that the Teams admin centre shows for the app, or be left out.',
  ].filter((fault) => fault !== undefined);
  if (!api || !pages || faults.length > 0) throw new LaunchFailure(`The settings of the web part are not right.\n  ${faults.join('\n  ')}`);
  return {
    apiAddress: api.href.replace(/\/+$/, ''),
    applicationIdUri: `api://${api.host}/${API_CLIENT_ID.toLowerCase()}`,
    pagesAddress: pages.origin,
    teamsAppId: TEAMS_LINK_APP_ID,
  };
};
