import type { Organisation } from '@ap/local-tenant/organisation';
import type { PeopleNotes } from './people.ts';

/** A search command of the compose box, as the app's manifest declares it. */
export interface SearchCommand {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly { readonly name: string; readonly title: string; readonly description: string }[];
}

/** What the stand-in Teams window is told at start. */
export interface WindowOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Origin of the local tenant, e.g. `https://localhost:8443`. */
  readonly tenantUrl: string;
  /** The local tenant's own authority (PEM): browsers do not trust it, this server does. */
  readonly caPath: string;
  /** The page that Teams would load into the tab's frame. */
  readonly tabUrl: string;
  /** The product's API; only shown under "About this run". */
  readonly apiUrl: string;
  readonly organisation: Organisation;
  /** Shown beside people, by `tenantId/objectId`: the directory does not know schools. */
  readonly notes?: PeopleNotes;
  /** The site that holds the lists. */
  readonly siteHostname: string;
  readonly sitePath: string;
  readonly apiClientId: string;
  /** The scope that Teams asks for when a tab wants a token, e.g. `api://localhost/<client id>/access_as_user`. */
  readonly apiScope: string;
  /** The client that Teams itself is: `azp` of the tokens that it hands to tabs. */
  readonly teamsClientId: string;
  /** The app's search command; absent where it has none. */
  readonly searchCommand?: SearchCommand;
  readonly log?: (line: string) => void;
}
