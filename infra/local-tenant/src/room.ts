import type { TenantReply, TenantRequest, TenantRoute } from './exchange.ts';
import type { Organisation } from './organisation.ts';

/** Who calls, read from a verified token. Roles are application permissions, scopes are delegated ones. */
export interface Principal {
  readonly kind: 'app' | 'user';
  readonly tenantId: string;
  readonly appId: string;
  readonly objectId?: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

export type Audience = 'graph' | 'sharepoint' | 'connector';

/**
 * Keeps named JSON documents: loaded once at start, saved (debounced, atomic) after changes. A journal is for what only grows:
 * an entry costs one line, and nothing is read of it until it is asked for.
 */
export interface Persistence {
  load(name: string): unknown;
  save(name: string, value: unknown): void;
  /** Adds one entry to a journal. */
  append(journal: string, entry: unknown): void;
  /** All entries of a journal in their order, those not yet written included. */
  entries(journal: string): readonly unknown[];
  /** Puts these entries in the place of a journal's; none removes it. */
  rewrite(journal: string, entries: readonly unknown[]): void;
}

/** What every room of the tenant is given. */
export interface RoomSupplies {
  readonly organisation: Organisation;
  readonly persistence: Persistence;
  readonly now: () => Date;
  /** The verified caller, or the 401 that the service would answer. */
  readonly authorise: (request: TenantRequest, audience: Audience) => Promise<Principal | TenantReply>;
}

/** A room serves one service of the tenant (Entra, lists, directory, connector, control). */
export type Room = (supplies: RoomSupplies) => readonly TenantRoute[];
