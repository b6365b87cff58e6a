import type { OrganisationSite, OrganisationTenant } from '../../organisation.ts';
import { sameId } from '../../organisation-lookup.ts';
import type { Persistence, Principal } from '../../room.ts';
import { adoptEarlierFormat } from './earlier-format.ts';
import type { ListState } from './list-state.ts';
import { ListStore, type Stamp } from './list-store.ts';
import { type NewList, newListState } from './new-list.ts';
import type { SitePrincipal, SiteState } from './site-state.ts';
import { VersionHistory } from './version-history.ts';

/** Told that an item of a list changed. */
export type ItemListener = (site: SiteStore, list: ListStore) => void;

export const listDocument = (listId: string): string => `sharepoint-list-${listId}`;

/** What a site is given to keep itself with. */
export interface SiteKeeping {
  readonly persistence: Persistence;
  readonly saveSite: () => void;
  readonly itemChanged: ItemListener;
}

/** One site: its lists, its app grants and its own user list. */
export class SiteStore {
  readonly tenant: OrganisationTenant;
  readonly site: OrganisationSite;
  readonly state: SiteState;
  private readonly persistence: Persistence;
  private readonly saveSite: () => void;
  private readonly itemChanged: ItemListener;
  private readonly stores = new Map<string, ListStore>();

  constructor(tenant: OrganisationTenant, site: OrganisationSite, state: SiteState, { persistence, saveSite, itemChanged }: SiteKeeping) {
    this.tenant = tenant;
    this.site = site;
    this.state = state;
    this.persistence = persistence;
    this.saveSite = saveSite;
    this.itemChanged = itemChanged;
    for (const id of state.lists) this.open(persistence.load(listDocument(id)) as ListState | undefined);
  }

  /** The site's path without slashes at either end, e.g. `sites/ap-framework`. */
  get path(): string {
    return this.site.path.replace(/^\/+|\/+$/g, '');
  }

  get webUrl(): string {
    return this.site.webUrl ?? `https://${this.site.hostname}/${this.path}`;
  }

  lists(): readonly ListStore[] {
    return this.state.lists.flatMap((id) => this.stores.get(id) ?? []);
  }

  /** A list by its id or its display name. */
  list(idOrTitle: string): ListStore | undefined {
    return this.stores.get(idOrTitle.toLowerCase()) ?? this.lists().find((list) => sameId(list.state.displayName, idOrTitle));
  }

  addList(list: NewList, stamp: Stamp): ListStore {
    const state = newListState(list, stamp);
    const store = this.open(state);
    if (store === undefined) throw new Error(`The new list ${list.displayName} could not be opened`);
    this.persistence.save(listDocument(state.id), state);
    this.change({ lists: [...this.state.lists, state.id] });
    return store;
  }

  removeList(list: ListStore): void {
    this.stores.delete(list.state.id);
    this.change({ lists: this.state.lists.filter((id) => id !== list.state.id) });
    this.persistence.save(listDocument(list.state.id), null);
    new VersionHistory(this.persistence, list.state.id).clear();
  }

  change(changes: Partial<SiteState>): void {
    Object.assign(this.state, changes);
    this.saveSite();
  }

  principal(id: number): SitePrincipal | undefined {
    return this.state.principals.find((principal) => principal.id === id);
  }

  /** The row of a user, group or app in the site's user list, added on first contact as SharePoint does. */
  ensurePrincipal(kind: 'user' | 'group' | 'app', key: string): SitePrincipal {
    const known = this.state.principals.find((principal) => principal.kind === kind && sameId(principal.key, key));
    if (known !== undefined) return known;
    const added = { id: this.state.nextPrincipalId, kind, key, ...this.describe(kind, key) };
    this.change({ principals: [...this.state.principals, added], nextPrincipalId: added.id + 1 });
    return added;
  }

  /** The row of the caller, who is about to write. */
  writer(caller: Principal): SitePrincipal {
    if (caller.kind === 'user' && caller.objectId !== undefined) return this.ensurePrincipal('user', caller.objectId);
    return this.ensurePrincipal('app', caller.appId);
  }

  private describe(kind: 'user' | 'group' | 'app', key: string): Pick<SitePrincipal, 'title' | 'email' | 'loginName'> {
    if (kind === 'user') {
      const user = this.tenant.users.find(({ id }) => sameId(id, key));
      return { title: user?.displayName ?? key, email: user?.mail ?? '', loginName: `i:0#.f|membership|${user?.userPrincipalName ?? key}` };
    }
    if (kind === 'group') {
      const group = this.tenant.groups.find(({ id }) => sameId(id, key));
      return { title: group?.displayName ?? key, email: '', loginName: `c:0t.c|tenant|${key}` };
    }
    const app = this.tenant.apps.find(({ clientId }) => sameId(clientId, key));
    return { title: app?.displayName ?? key, email: '', loginName: `i:0i.t|00000003-0000-0ff1-ce00-000000000000|${key}@${this.tenant.id}` };
  }

  private open(state: ListState | undefined): ListStore | undefined {
    if (state === undefined || state === null) return undefined;
    const history = new VersionHistory(this.persistence, state.id);
    adoptEarlierFormat(state, history);
    const store: ListStore = new ListStore(state, {
      history,
      save: () => this.persistence.save(listDocument(state.id), state),
      itemChanged: () => this.itemChanged(this, store),
    });
    this.stores.set(state.id, store);
    return store;
  }
}
