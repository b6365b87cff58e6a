import type { Organisation } from '@ap/local-tenant/organisation';
import { findProvisionCommand } from '@ap/shared/contract/teams-commands';
import { apiClientId, apiScope, frameworkSitePath, siteHostname, teamsWebClientId } from '../sample/ids.ts';
import { samplePeople, workplaceOf } from '../sample/people.ts';
import { personKey } from '../window/person-key.ts';
import { type RunningWindow, startWindow } from '../window/server.ts';
import type { StackAddresses } from './addresses.ts';

/** Starts the stand-in Teams window on the sample organisation, with what each person is there to show. */
export function startTeamsWindow(
  addresses: StackAddresses,
  port: number,
  caPath: string,
  organisation: Organisation,
): Promise<RunningWindow> {
  return startWindow({
    port,
    tenantUrl: addresses.tenant,
    caPath,
    tabUrl: `${addresses.tab}/`,
    apiUrl: addresses.api,
    organisation,
    notes: Object.fromEntries(
      samplePeople.map((person) => {
        const workplace = workplaceOf(person);
        return [personKey(person), { about: person.about, ...(workplace === undefined ? {} : { workplace }) }];
      }),
    ),
    siteHostname,
    sitePath: frameworkSitePath,
    apiClientId,
    apiScope,
    teamsClientId: teamsWebClientId,
    searchCommand: findProvisionCommand,
  });
}
