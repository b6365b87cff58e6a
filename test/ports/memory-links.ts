import type { CapabilityLink } from '@ap/shared/domain/capability-link';
import type { CapabilityLinks } from '../../functions/src/ports/links.ts';

/** Capability links in memory. */
export const memoryLinks = (): CapabilityLinks => {
  const rows = new Map<string, { readonly link: CapabilityLink; readonly version: number }>();
  const found = ({ link, version }: { readonly link: CapabilityLink; readonly version: number }) => ({ link, eTag: String(version) });
  return {
    keep: async (link) => {
      if (rows.has(link.linkId)) throw new Error('There is such a link');
      rows.set(link.linkId, { link, version: 1 });
    },
    find: async (linkId) => {
      const row = rows.get(linkId);
      return row && found(row);
    },
    save: async (link, eTag) => {
      const row = rows.get(link.linkId);
      if (!row || String(row.version) !== eTag) return false;
      rows.set(link.linkId, { link, version: row.version + 1 });
      return true;
    },
    openOf: async (scope, subject, now) =>
      [...rows.values()]
        .filter(({ link }) => link.scope === scope && link.subject === subject && link.revokedAt === undefined && now < link.expiresAt)
        .map(found),
    under: async (scope, beginning) =>
      [...rows.values()].map(({ link }) => link).filter((link) => link.scope === scope && link.subject.startsWith(beginning)),
    mailedTo: async (scope, email, since) =>
      [...rows.values()]
        .map(({ link }) => link)
        .filter((link) => link.scope === scope && link.holder?.email.toLowerCase() === email.toLowerCase() && link.issuedAt >= since),
  };
};
