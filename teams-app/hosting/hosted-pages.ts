import * as z from 'zod/mini';
import { councilName, guid, readSettingsOf, tabOrigin } from '../deployment/settings.ts';
import { linkPaths } from '../src/links/read-link.ts';
import { aboutHeaders, linkHeaders, pageHeaders } from './page-headers.ts';

export const thePages = 'The pages of the tab';

const shape = z.object({
  PAGES_URL: tabOrigin,
  /** Address of the API with its `/api`, as the deployment of the Functions app gives it. */
  API_URL: z.url({ protocol: /^https$/, error: 'is not an https address' }),
  API_CLIENT_ID: guid,
  COUNCIL_NAME: councilName,
  /** The council's tenant: its guests sign in there. */
  TENANT_ID: guid,
  /** Whom people write to. The Functions app names the same. */
  COMMISSIONING_CONTACT: z.email('is not an e-mail address'),
  TEAMS_LINK_APP_ID: z.optional(guid),
});

/** What lies beside the built pages of one council: where their API is, and how Azure Static Web Apps serves them. */
export interface HostedPages {
  readonly '/config.json': Readonly<Record<string, unknown>>;
  readonly '/staticwebapp.config.json': Readonly<Record<string, unknown>>;
}

/** Reads the settings of a deployment. Throws `SettingsFault`. */
export const hostedPages = (values: Readonly<Record<string, string | undefined>>): HostedPages => {
  const read = readSettingsOf(thePages, shape, values);
  const apiUrl = read.API_URL.replace(/\/$/, '');
  return {
    '/config.json': {
      apiUrl,
      apiClientId: read.API_CLIENT_ID,
      // The same address as in the manifest of the Teams app, so that Teams and the browser ask for the same token.
      apiScope: `api://${new URL(read.PAGES_URL).host}/${read.API_CLIENT_ID}/access_as_user`,
      ...(read.TEAMS_LINK_APP_ID === undefined ? {} : { teamsAppId: read.TEAMS_LINK_APP_ID }),
      council: { name: read.COUNCIL_NAME, tenantId: read.TENANT_ID },
      contact: { team: `the commissioning team of ${read.COUNCIL_NAME}`, email: read.COMMISSIONING_CONTACT },
    },
    '/staticwebapp.config.json': {
      globalHeaders: pageHeaders({ api: apiUrl }),
      routes: [
        { route: '/assets/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
        { route: '/config.json', headers: { 'Cache-Control': 'no-store' } },
        { route: '/about/*', headers: aboutHeaders() },
        ...linkPaths.map((place) => ({ route: `${place}*`, rewrite: '/index.html', headers: linkHeaders({ api: apiUrl }) })),
      ],
      // Every place of the app is a path of the one page; what is a file, or should be one, is not.
      navigationFallback: { rewrite: '/index.html', exclude: ['/assets/*', '/about/*', '/config.json'] },
    },
  };
};
