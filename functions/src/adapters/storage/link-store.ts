import type { CapabilityLink, LinkScope } from '@ap/shared/domain/capability-link';
import { isBefore } from '@ap/shared/domain/days/instants';
import { odata } from '@azure/data-tables';
import { once } from '../../once.ts';
import type { CapabilityLinks } from '../../ports/links.ts';
import { isConflict, type Storage, unlessMissing } from './storage.ts';

interface LinkRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly etag: string;
  readonly scope: LinkScope;
  readonly subject: string;
  readonly mailedTo?: string;
  readonly link: string;
}

const partition = 'link';
const rowOf = (link: CapabilityLink) => ({
  partitionKey: partition,
  rowKey: link.linkId,
  scope: link.scope,
  subject: link.subject,
  ...(link.holder === undefined ? {} : { mailedTo: link.holder.email.toLowerCase() }),
  link: JSON.stringify(link),
});

/** Capability links in a table. The secret is not among what is kept, so that a copy of the table opens nothing. */
export const linkStore = (storage: Storage): CapabilityLinks => {
  const table = storage.table('links');
  const ready = once(() => table.createTable());
  const linksWhere = async (where: string): Promise<readonly CapabilityLink[]> => {
    await ready();
    const found: CapabilityLink[] = [];
    for await (const row of table.listEntities<LinkRow>({ queryOptions: { filter: where } }))
      found.push(JSON.parse(row.link) as CapabilityLink);
    return found;
  };
  return {
    keep: async (link) => {
      await ready();
      await table.createEntity(rowOf(link));
    },
    find: async (linkId) => {
      await ready();
      const row = await unlessMissing(() => table.getEntity<LinkRow>(partition, linkId));
      return row && { link: JSON.parse(row.link) as CapabilityLink, eTag: row.etag };
    },
    save: async (link, eTag) => {
      await ready();
      try {
        await table.updateEntity(rowOf(link), 'Replace', { etag: eTag });
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },
    openOf: async (scope, subject, now) => {
      await ready();
      const filter = odata`PartitionKey eq ${partition} and scope eq ${scope} and subject eq ${subject}`;
      const found: { readonly link: CapabilityLink; readonly eTag: string }[] = [];
      for await (const row of table.listEntities<LinkRow>({ queryOptions: { filter } })) {
        const link = JSON.parse(row.link) as CapabilityLink;
        if (link.revokedAt === undefined && isBefore(now, link.expiresAt)) found.push({ link, eTag: row.etag });
      }
      return found;
    },
    under: (scope, beginning) =>
      // '~' sorts after every character of a ref.
      linksWhere(odata`PartitionKey eq ${partition} and scope eq ${scope} and subject ge ${beginning} and subject lt ${`${beginning}~`}`),
    mailedTo: async (scope, email, since) =>
      (await linksWhere(odata`PartitionKey eq ${partition} and scope eq ${scope} and mailedTo eq ${email.toLowerCase()}`)).filter(
        ({ issuedAt }) => !isBefore(issuedAt, since),
      ),
  };
};
