import type { Seen } from '../observation.ts';
import type { ItemPage, ItemQuery } from '../scenario-client.ts';
import { known, type Step, type World } from '../step.ts';

const titles = ({ items }: ItemPage): Seen => items.map(({ fields }) => String(fields?.Title ?? 'no title'));

const asks =
  (query: Omit<ItemQuery, 'fields'>) =>
  async ({ client, kept }: World): Promise<Seen> =>
    titles(await client.items(kept('list'), { ...query, fields: ['Title'] }));

/** What can be asked of a list's items, and what is refused or ignored. */
export const querySteps: readonly Step[] = [
  {
    name: 'items are filtered by an indexed column',
    ...{ section: '1.7', ...known('D') },
    says: '200',
    run: asks({ filter: "fields/Status eq 'Closed'" }),
  },
  {
    name: 'items are filtered by a number that is less',
    ...{ section: '1.7', ...known('D') },
    says: '200',
    run: asks({ filter: 'fields/Amount lt 15' }),
  },
  {
    name: 'items are filtered by how a text begins',
    ...{ section: '1.7', ...known('D') },
    says: '200',
    run: asks({ filter: "startswith(fields/Key,'K')" }),
  },
  {
    name: 'items are filtered by two indexed columns',
    ...{ section: '1.7', ...known('U') },
    says: 'one indexed field at a time, says the page; two are used in the field',
    run: asks({ filter: "fields/Status eq 'Open' and fields/Amount gt 15" }),
  },
  {
    name: 'a filter on a column without an index is refused, however small the list',
    ...{ section: '1.7', ...known('U', 'U', 'F') },
    says: 'these very words; 400 invalidRequest is assumed',
    words: true,
    run: asks({ filter: "fields/Note eq 'x'" }),
  },
  {
    name: 'a filter on a bare name is refused',
    ...{ section: '1.7', ...known('F', 'F', 'U') },
    says: '400 BadRequest (2020) or 500 generalException (2022)',
    run: asks({ filter: "Key eq 'K1'" }),
  },
  {
    name: 'a filter by the moment of creation',
    ...{ section: '1.7', ...known('U') },
    says: 'sources disagree',
    run: asks({ filter: "createdDateTime gt '2020-01-01T00:00:00Z'" }),
  },
  {
    name: 'items are ordered by an indexed column',
    ...{ section: '1.7', ...known('F') },
    says: '200, in that order',
    run: asks({ orderby: 'fields/Amount desc' }),
  },
  {
    name: 'an order by id is silently ignored',
    ...{ section: '1.7', ...known('F', 'F', 'U') },
    says: '200; the order is ignored',
    run: asks({ orderby: 'id desc' }),
  },
  {
    name: 'a page has a link to the next one',
    ...{ section: '1.7', ...known('F') },
    says: '200, followed as it was given',
    run: async ({ client, kept }) => {
      const page = await client.items(kept('list'), { top: 2, fields: ['Title'] });
      const second = await page.next?.();
      return { first: titles(page), second: second === undefined ? 'no link' : titles(second), third: second?.next !== undefined };
    },
  },
  {
    name: '$count is refused',
    ...{ section: '1.7', ...known('U', 'U', 'F') },
    says: 'these very words; the status is not established',
    words: true,
    run: asks({ count: true }),
  },
  {
    name: '$skip is refused',
    ...{ section: '1.7', ...known('U') },
    says: 'not established',
    run: asks({ skip: 1 }),
  },
];
