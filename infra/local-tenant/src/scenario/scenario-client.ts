import type { AuthorSeen } from './author-seen.ts';

/** A field map as it is sent and as it is read. */
export type Fields = Readonly<Record<string, unknown>>;

export interface SiteSeen {
  readonly id: string;
  readonly displayName: string;
}

export interface ListSeen {
  readonly id: string;
  readonly displayName: string;
  readonly template: string;
}

/** A column definition; its type facet is one of the further properties. */
export type ColumnSeen = Readonly<Record<string, unknown>> & { readonly name: string };

export interface ItemSeen {
  readonly id: string;
  readonly eTag: string;
  /** Absent where fields were not expanded. */
  readonly fields?: Fields;
}

export interface ItemQuery {
  readonly filter?: string;
  readonly orderby?: string;
  readonly top?: number;
  readonly skip?: number;
  readonly count?: true;
  /** Names of the fields to expand. */
  readonly fields: readonly string[];
}

export interface ItemPage {
  readonly items: readonly ItemSeen[];
  /** Asks for the next page by the link that came with this one. */
  readonly next?: () => Promise<ItemPage>;
}

export interface Change {
  readonly id: string;
  readonly deleted: boolean;
  /** Absent where fields were not expanded. */
  readonly fields?: Fields;
}

/** A page of a delta feed: either there is a next page, or there is a link from which to go on later. */
export interface DeltaPage {
  readonly changes: readonly Change[];
  readonly next?: () => Promise<DeltaPage>;
  readonly later?: () => Promise<DeltaPage>;
}

/** A part of a batch. It depends on the part before it where `afterFormer` is set. */
export interface BatchPart {
  readonly method: 'GET' | 'DELETE';
  readonly itemId: string;
  readonly afterFormer?: boolean;
}

export interface BatchAnswer {
  readonly status: number;
  /** `error.code` of a part that was refused; empty for one that was not. */
  readonly code: () => string;
}

/** A list of a site, by their ids. */
export interface ListAddress {
  readonly siteId: string;
  readonly listId: string;
}

/**
 * What the scenario asks of the service, in a client's own way of asking. A refusal by the service is thrown as `Refusal`, and what the client
 * cannot say as `Untried`.
 */
export interface ScenarioClient {
  readonly name: string;
  site(hostname: string, path: string): Promise<SiteSeen>;
  lists(siteId: string, filter: string): Promise<readonly ListSeen[]>;
  createList(siteId: string, list: Readonly<Record<string, unknown>>): Promise<ListSeen>;
  deleteList(address: ListAddress): Promise<void>;
  addColumn(address: ListAddress, column: Readonly<Record<string, unknown>>): Promise<ColumnSeen>;
  columns(address: ListAddress): Promise<readonly ColumnSeen[]>;
  addItem(address: ListAddress, fields: Fields): Promise<ItemSeen>;
  item(address: ListAddress, id: string, fields: readonly string[]): Promise<ItemSeen>;
  /** `PATCH …/items/{id}/fields`; gives the field map that came back. */
  patchFields(address: ListAddress, id: string, fields: Fields, ifMatch?: string): Promise<Fields>;
  /** `PATCH …/items/{id}` with the fields inside. */
  patchItem(address: ListAddress, id: string, fields: Fields): Promise<ItemSeen>;
  deleteItem(address: ListAddress, id: string, ifMatch?: string): Promise<void>;
  items(address: ListAddress, query: ItemQuery): Promise<ItemPage>;
  /** `token` absent enumerates everything. */
  delta(
    address: ListAddress,
    asked: { readonly token?: string; readonly top?: number; readonly fields?: readonly string[] },
  ): Promise<DeltaPage>;
  versions(address: ListAddress, id: string): Promise<readonly string[]>;
  /** Who wrote the item last, and each of its versions. */
  authors(address: ListAddress, id: string): Promise<{ readonly item: AuthorSeen; readonly versions: readonly AuthorSeen[] }>;
  restoreVersion(address: ListAddress, id: string, version: string): Promise<void>;
  /** The answers in the order of the parts. */
  batch(address: ListAddress, parts: readonly BatchPart[]): Promise<readonly BatchAnswer[]>;
}
