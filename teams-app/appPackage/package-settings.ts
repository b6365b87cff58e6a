import * as z from 'zod/mini';
import { whyNoTabHost } from './tab-host.ts';

const guid = z.pipe(
  z.guid('is not an id such as 3e906f41-c257-4dbe-aaf8-405162738495'),
  z.transform((id: string) => id.toLowerCase()),
);

const tabHost = z.string().check((address) => {
  const why = whyNoTabHost(address.value);
  if (why !== undefined) address.issues.push({ code: 'custom', message: why, input: address.value });
});

/**
 * What differs between one council's package and another's, under the names that `azd env get-values` and the Functions app use. The
 * product's own name is no setting: cards, mails and the manifest must say the same.
 */
const shape = z.object({
  /** The app's id in Teams: made once, never changed, or Teams takes an update for another app. */
  TEAMS_APP_ID: guid,
  /** Where the tab's pages live: https, a domain of the council. */
  PAGES_URL: tabHost,
  /** The API's app registration: Teams asks for a token to it. */
  API_CLIENT_ID: guid,
  BOT_APP_ID: guid,
  /** Who answers for the app, as Teams names the developer. */
  COUNCIL_NAME: z
    .string()
    .check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(32, 'is longer than the 32 characters that Teams shows')),
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

/** Thrown when a package cannot be made of the settings: every fault at once, a line each. */
export class PackageSettingsFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The Teams app package cannot be made.\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'PackageSettingsFault';
    this.faults = faults;
  }
}

/** Reads and checks the settings. Throws `PackageSettingsFault`. `version` stands in where APP_VERSION is not set. */
export const readPackageSettings = (values: Readonly<Record<string, string | undefined>>, version: string): PackageSettings => {
  const given = Object.fromEntries(Object.keys(shape.shape).flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    throw new PackageSettingsFault(
      parsed.error.issues.map(({ path: [name], message, code }) =>
        code === 'invalid_type' ? `${String(name)} is not set.` : sentence(String(name), message),
      ),
    );
  const { data } = parsed;
  return {
    teamsAppId: data.TEAMS_APP_ID,
    version: data.APP_VERSION ?? version,
    pages: new URL(data.PAGES_URL).origin,
    apiClientId: data.API_CLIENT_ID,
    botAppId: data.BOT_APP_ID,
    councilName: data.COUNCIL_NAME,
  };
};

const sentence = (name: string, message: string): string => (message.endsWith('.') ? `${name}: ${message}` : `${name} ${message}.`);
