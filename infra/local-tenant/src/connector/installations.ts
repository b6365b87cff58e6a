import type { Organisation } from '../organisation.ts';
import { sameId } from '../organisation-lookup.ts';
import type { Persistence } from '../room.ts';

/** For whom the Teams app is installed. Only they can be written to. */
export interface Installations {
  has(tenantId: string, userId: string): boolean;
  set(tenantId: string, userId: string, installed: boolean): void;
}

const key = (tenantId: string, userId: string): string => `${tenantId}|${userId}`.toLowerCase();

/** The organisation's installations, with what was installed or removed since kept in the data folder. */
export const installations = (organisation: Organisation, persistence: Persistence): Installations => {
  const changed = new Map(Object.entries((persistence.load('installations') as Record<string, boolean> | undefined) ?? {}));
  return {
    has: (tenantId, userId) =>
      changed.get(key(tenantId, userId)) ??
      (organisation.teamsApp?.installedFor ?? []).some((person) => sameId(person.tenantId, tenantId) && sameId(person.userId, userId)),
    set: (tenantId, userId, installed) => {
      changed.set(key(tenantId, userId), installed);
      persistence.save('installations', Object.fromEntries(changed));
    },
  };
};
