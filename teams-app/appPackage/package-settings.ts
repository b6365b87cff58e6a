import * as z from 'zod/mini';
import { councilName, guid, readSettingsOf, tabOrigin } from '../deployment/settings.ts';

export const thePackage = 'The Teams app package';

/**
 * What differs between one council's package and another's, under the names that `azd env get-values` and the Functions app use. The
 * product's own name is no setting: cards, mails and the manifest must say the same.
 */
const shape = z.object({
  /** The app's id in Teams: made once, never changed, or Teams takes an update for another app. */
  TEAMS_APP_ID: guid,
  /** Where the tab's pages live: https, a domain of the council. */
  PAGES_URL: tabOrigin,
  /** The API's app registration: Teams asks for a token to it. */
  API_CLIENT_ID: guid,
  BOT_APP_ID: guid,
  COUNCIL_NAME: councilName,
  APP_VERSION: z.optional(z.string().check(z.regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, 'is not a version such as 1.2.0'))),
});

export interface PackageSettings {
  readonly teamsAppId: string;
  readonly version: string;
  /** Origin of the tab's pages, without a slash at its end. */
  readonly pages: string;
  readonly apiClientId: string;
  readonly botAppId: string;
  readonly councilName: string;
}

/** Reads and checks the settings. Throws `SettingsFault`. `version` stands in where APP_VERSION is not set. */
export const readPackageSettings = (values: Readonly<Record<string, string | undefined>>, version: string): PackageSettings => {
  const read = readSettingsOf(thePackage, shape, values);
  return {
    teamsAppId: read.TEAMS_APP_ID,
    version: read.APP_VERSION ?? version,
    pages: read.PAGES_URL,
    apiClientId: read.API_CLIENT_ID,
    botAppId: read.BOT_APP_ID,
    councilName: read.COUNCIL_NAME,
  };
};
