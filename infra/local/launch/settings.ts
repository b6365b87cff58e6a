import * as sample from '../sample/ids.ts';
import type { SampleSecrets } from '../sample/organisation.ts';
import type { StackAddresses } from './addresses.ts';
import { clockFile } from './clock.ts';

/** The secrets that the product itself needs: not the administrator's. */
export type ProductSecrets = Pick<Required<SampleSecrets>, 'runtimeSecret' | 'botSecret' | 'apiSecret' | 'identityHeader'>;

/** App settings of the product in the local run, under the names of functions/src/settings.ts. */
export type FunctionsSettings = Readonly<
  Record<
    | 'TENANT_ID'
    | 'RUNTIME_CLIENT_ID'
    | 'RUNTIME_CLIENT_SECRET'
    | 'AUTHORITY_HOST'
    | 'GRAPH_URL'
    | 'SITE_HOSTNAME'
    | 'SITE_PATH'
    | 'API_CLIENT_ID'
    | 'API_URL'
    | 'API_CLIENT_SECRET'
    | 'DECIDING_CLIENTS'
    | 'DRAFTING_CLIENTS'
    | 'BOT_APP_ID'
    | 'BOT_CLIENT_SECRET'
    | 'BOT_OPENID_METADATA'
    | 'BOT_SERVICE_HOSTS'
    | 'BOT_SERVICE_URL'
    | 'MAIL_SENDER'
    | 'PAGES_URL'
    | 'TEAMS_LINK_APP_ID'
    | 'TEAMS_URL'
    | 'COMMISSIONING_CONTACT'
    | 'AzureWebJobsStorage'
    | 'CLOCK_FILE'
    | 'DEPLOYMENT_NAME',
    string
  >
>;

/** The product's settings for a program of this machine that has no managed identity, such as a test: it signs in by secrets. Hosts, ids and secrets differ from a real deployment. */
export function localSettings(
  addresses: StackAddresses,
  secrets: ProductSecrets,
  storageConnection: string,
  stateDir: string,
): FunctionsSettings {
  return {
    TENANT_ID: sample.councilTenantId,
    RUNTIME_CLIENT_ID: sample.runtimeClientId,
    RUNTIME_CLIENT_SECRET: secrets.runtimeSecret,
    AUTHORITY_HOST: addresses.tenant,
    GRAPH_URL: addresses.tenant,
    SITE_HOSTNAME: sample.siteHostname,
    SITE_PATH: sample.frameworkSitePath,
    API_CLIENT_ID: sample.apiClientId,
    API_URL: addresses.api,
    API_CLIENT_SECRET: secrets.apiSecret,
    DECIDING_CLIENTS: [sample.teamsWebClientId, sample.teamsDesktopClientId, sample.pagesClientId].join(','),
    DRAFTING_CLIENTS: sample.sharePointExtensibilityClientId,
    BOT_APP_ID: sample.botAppId,
    BOT_CLIENT_SECRET: secrets.botSecret,
    BOT_OPENID_METADATA: `${addresses.tenant}/botframework/v1/.well-known/openidconfiguration`,
    BOT_SERVICE_HOSTS: new URL(addresses.tenant).host,
    BOT_SERVICE_URL: `${addresses.tenant}/connector/`,
    MAIL_SENDER: sample.mailboxAddress,
    PAGES_URL: addresses.tab,
    TEAMS_LINK_APP_ID: sample.teamsLinkAppId,
    TEAMS_URL: addresses.window,
    COMMISSIONING_CONTACT: sample.mailboxAddress,
    AzureWebJobsStorage: storageConnection,
    CLOCK_FILE: clockFile(stateDir),
    DEPLOYMENT_NAME: 'local',
  };
}

/** The same for the Functions host, which signs in as it does in Azure: by its managed identity, with no secret among its settings. */
export function settingsByIdentity(
  settings: FunctionsSettings,
  { tenant }: StackAddresses,
  { identityHeader }: ProductSecrets,
): Readonly<Record<string, string>> {
  const { RUNTIME_CLIENT_SECRET: _runtime, API_CLIENT_SECRET: _api, BOT_CLIENT_SECRET: _bot, ...rest } = settings;
  return {
    ...rest,
    MANAGED_IDENTITY_CLIENT_ID: sample.managedIdentityClientId,
    // What App Service puts beside every program that has an identity.
    IDENTITY_ENDPOINT: `${tenant}/msi/token`,
    IDENTITY_HEADER: identityHeader,
  };
}
