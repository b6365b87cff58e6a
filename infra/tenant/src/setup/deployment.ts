import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { administratorGraph, readAll } from '../graph/graph.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { readRegistered } from './registered.ts';
import { draftingClient, teamsClients } from './registrations.ts';
import { teamsAppIdOf } from './teams-app-id.ts';
import type { Wanted } from './wanted.ts';

/** What the set-up made, as far as a deployment must know it. */
export interface MadeIds {
  readonly apiClientId: string;
  readonly runtimeClientId: string;
  readonly botAppId: string;
  /** The Teams app's own id, which is in its package. */
  readonly teamsAppId: string;
  /** The id that the organisation's catalogue gave it, which links carry. */
  readonly teamsLinkAppId: string | undefined;
}

/** Reads what the set-up made. Undefined until the three registrations are there. */
export const readMade = async (settings: TenantSettings, wanted: Wanted): Promise<MadeIds | undefined> => {
  const graph = administratorGraph(settings);
  const { api, runtime, bot } = await readRegistered({ graph, settings, wanted });
  if (!api[0] || !runtime[0] || !bot[0]) return undefined;
  const teamsAppId = wanted.teamsAppId ?? teamsAppIdOf(api[0].appId);
  const listed = await readAll<{ readonly id: string }>(graph, `/appCatalogs/teamsApps?$filter=externalId eq '${teamsAppId}'`);
  return {
    apiClientId: api[0].appId,
    runtimeClientId: runtime[0].appId,
    botAppId: bot[0].appId,
    teamsAppId,
    teamsLinkAppId: listed[0]?.id,
  };
};

/** The parameters of infra/azure/main.bicep that differ from one council to another. */
export const bicepParameters = (made: MadeIds, wanted: Wanted): Readonly<Record<string, string | number>> => ({
  deploymentName: wanted.deploymentName,
  tenantId: wanted.tenantId,
  runtimeClientId: made.runtimeClientId,
  apiClientId: made.apiClientId,
  botAppId: made.botAppId,
  siteHostname: wanted.site.hostname,
  sitePath: wanted.site.path,
  decidingClients: [...teamsClients, made.apiClientId].join(','),
  draftingClients: draftingClient,
  mailSender: wanted.mailSender,
  pagesUrl: wanted.pages,
  commissioningContact: wanted.commissioningContact,
  teamsLinkAppId: made.teamsLinkAppId ?? '',
  operatorEmail: wanted.operatorEmail,
  monthlyBudget: wanted.monthlyBudget,
});

type ParameterValue = string | number | boolean;

const valuesIn = (file: string | undefined): Readonly<Record<string, ParameterValue>> => {
  if (file === undefined) return {};
  const { parameters = {} } = JSON.parse(file) as { readonly parameters?: Readonly<Record<string, { readonly value: ParameterValue }>> };
  return Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
};

/**
 * The file that `azd up` reads beside main.bicep. It holds no secret: there is none. `present`: the file as it stands, of which everything stays that the set-up does not
 * say itself, such as whether the domain is ready. The budget counts from the month of the first `today`: Azure takes no other afterwards.
 */
export const parametersFile = (
  parameters: Readonly<Record<string, ParameterValue>>,
  present: string | undefined,
  today: LocalDate,
): string =>
  `${JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
      contentVersion: '1.0.0.0',
      parameters: Object.fromEntries(
        Object.entries({ budgetFrom: `${today.slice(0, 7)}-01`, ...valuesIn(present), ...parameters }).map(([name, value]) => [
          name,
          { value },
        ]),
      ),
    },
    undefined,
    2,
  )}\n`;

/** What no deployment knows and `package:teams` and `build:pages` read, as commands that keep it in the environment of azd. */
export const azdCommands = (made: MadeIds, wanted: Wanted): readonly string[] => [
  `azd env set TEAMS_APP_ID ${made.teamsAppId}`,
  `azd env set COUNCIL_NAME "${wanted.councilName}"`,
];
