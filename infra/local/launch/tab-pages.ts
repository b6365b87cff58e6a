import path from 'node:path';
import { headersAt } from '../../../teams-app/hosting/page-headers.ts';
import { apiClientId, apiScope, mailboxAddress, teamsLinkAppId } from '../sample/ids.ts';
import type { StackAddresses } from './addresses.ts';
import { projectFolder } from './project-folder.ts';
import { type StaticServer, startStaticServer } from './static-server.ts';

/** Whom the screens name where something has to be mended by the commissioning team. */
const contact = { team: 'the commissioning team', email: mailboxAddress };

const builtTab = path.join(projectFolder, 'teams-app/dist');

/** Serves the built tab, and at `/config.json` what differs from one run to the next, so that one build serves every run. */
export function startTabPages(addresses: Pick<StackAddresses, 'api' | 'window'>, port: number, folder = builtTab): Promise<StaticServer> {
  return startStaticServer({
    folder,
    port,
    headersAt: (place) => headersAt(place, addresses),
    documents: {
      '/config.json': { apiUrl: addresses.api, apiClientId, apiScope, localWindow: addresses.window, teamsAppId: teamsLinkAppId, contact },
    },
  });
}
