import type { IncomingHttpHeaders } from 'node:http';

/** One request as the tenant's rooms see it: path and query are already percent-decoded, `+` in a query is a space. */
export interface TenantRequest {
  readonly method: string;
  /** Decoded path without the query, e.g. `/v1.0/sites/host,guid,guid/lists`. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Named segments of the matched route pattern, e.g. `{siteId}`. */
  readonly params: Readonly<Record<string, string>>;
  /** The tenant's own origin, e.g. `https://localhost:8443`. */
  readonly origin: string;
}

/** The answer to one request. `body` is sent as JSON unless it is a string or a buffer. */
export interface TenantReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Resource units that the service would charge (Graph and SharePoint routes only). */
  readonly units?: number;
  /** The same by what was asked of which list, each part of a batch by itself. */
  readonly spent?: readonly Spending[];
}

/** What one request to a site cost. `what` names method, list, kind of call and the column that it filters by: `GET CallOffs items by ProviderRef`. */
export interface Spending {
  readonly what: string;
  readonly units: number;
}

/** One served route. Patterns are literal segments and `{name}`; `{name*}` takes the rest of the path. */
export interface TenantRoute {
  readonly method: string;
  readonly pattern: string;
  readonly handle: (request: TenantRequest) => Promise<TenantReply> | TenantReply;
}
