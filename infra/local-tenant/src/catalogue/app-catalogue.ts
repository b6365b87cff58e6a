import { randomUUID } from 'node:crypto';
import type { Persistence } from '../room.ts';
import type { PackagedApp } from './read-package.ts';

/** An app of the organisation's own, as its catalogue keeps it. `id` is the catalogue's, the package's own is the external id. */
export interface CatalogueApp {
  readonly id: string;
  readonly tenantId: string;
  readonly packaged: PackagedApp;
}

export interface AppCatalogue {
  of(tenantId: string): readonly CatalogueApp[];
  add(tenantId: string, packaged: PackagedApp): CatalogueApp;
  update(id: string, packaged: PackagedApp): void;
  remove(id: string): void;
  /** The app that was uploaded last, wherever: this organisation has one product. */
  latest(): PackagedApp | undefined;
}

export const appCatalogue = (persistence: Persistence): AppCatalogue => {
  let apps = (persistence.load('app-catalogue') as readonly CatalogueApp[] | undefined) ?? [];
  const keep = (changed: readonly CatalogueApp[]): void => {
    apps = changed;
    persistence.save('app-catalogue', apps);
  };
  return {
    of: (tenantId) => apps.filter((app) => app.tenantId === tenantId),
    add: (tenantId, packaged) => {
      const added = { id: randomUUID(), tenantId, packaged };
      keep([...apps, added]);
      return added;
    },
    update: (id, packaged) => keep(apps.map((app) => (app.id === id ? { ...app, packaged } : app))),
    remove: (id) => keep(apps.filter((app) => app.id !== id)),
    latest: () => apps.at(-1)?.packaged,
  };
};
