import type { Seen } from '../observation.ts';
import type { BatchAnswer, DeltaPage } from '../scenario-client.ts';
import { known, type Step, type World } from '../step.ts';

const names = ['first', 'second', 'third', 'fourth'] as const;

/** The last word of the feed on each of the scenario's items, in the order in which they were made. */
const lastWords = ({ kept }: World, pages: readonly DeltaPage[]): Seen => {
  const last = new Map(pages.flatMap(({ changes }) => changes.map(({ id, deleted }) => [id, deleted] as const)));
  return names.flatMap((name) => {
    const deleted = last.get(kept(name).id);
    return deleted === undefined ? [] : [`${name}${deleted ? ' deleted' : ''}`];
  });
};

const links = (page: DeltaPage): Seen => ({ next: page.next !== undefined, later: page.later !== undefined });

const oneGoneOneThere = ({ client, kept }: World): Promise<readonly BatchAnswer[]> =>
  client.batch(kept('list'), [
    { method: 'GET', itemId: kept('lastId') },
    { method: 'GET', itemId: kept('first').id },
  ]);

/** Before anything is deleted: from here the feed is followed. */
export const latestStep: Step = {
  name: 'the feed of changes begins with now',
  ...{ section: '1.9', ...known('D') },
  says: '200, an empty page with a link for later',
  run: async ({ client, kept, keep }) => {
    const page = await client.delta(kept('list'), { token: 'latest' });
    keep('latest', page);
    return { changes: page.changes.length, links: links(page) };
  },
};

/** The feed after a deletion, from its beginning, and with a token that is none; and batches. */
export const feedSteps: readonly Step[] = [
  {
    name: 'the feed tells what changed since, and what was deleted',
    ...{ section: '1.9', ...known('D') },
    says: '200; deleted items carry deleted.state; the last word on an item counts',
    run: async (world) => {
      const page = await world.kept('latest').later?.();
      return page === undefined ? 'no link' : lastWords(world, [page]);
    },
  },
  {
    name: 'the feed from its beginning comes in pages',
    ...{ section: '1.9', ...known('D', 'D', 'U') },
    says: '200; each page has a link to the next one, or one for later',
    run: async (world) => {
      const page = await world.client.delta(world.kept('list'), { top: 2 });
      const second = await page.next?.();
      const pages = second === undefined ? [page] : [page, second];
      return { told: lastWords(world, pages), links: pages.map(links) };
    },
  },
  {
    name: 'the feed tells the version of each item, where it is asked for',
    ...{ section: '1.9', ...known('D', 'D', 'F') },
    says: '200; _UIVersionString among the fields: by it the product knows its own writes again',
    run: async ({ client, kept }) => {
      const { changes } = await client.delta(kept('list'), { fields: ['Title', '_UIVersionString'] });
      const { fields } = changes.findLast(({ id, deleted }) => id === kept('first').id && !deleted) ?? {};
      return /^\d+\.0$/.test(String(fields?._UIVersionString));
    },
  },
  {
    name: 'a token that is none is refused',
    ...{ section: '1.9', ...known('U') },
    says: '410 for one that is too old; for one that is none not established',
    run: async ({ client, kept }) => links(await client.delta(kept('list'), { token: 'no-token' })),
  },
  {
    name: 'each part of a batch has a status of its own',
    ...{ section: '1.10', ...known('D') },
    says: '200 outside, 404 and 200 inside',
    run: async (world) => (await oneGoneOneThere(world)).map(({ status }) => status),
  },
  {
    name: 'a part of a batch that is refused says why',
    ...{ section: '1.10', ...known('D', 'D', 'F') },
    says: 'itemNotFound inside',
    run: async (world) => (await oneGoneOneThere(world)).map(({ code }) => code()),
  },
  {
    name: 'a part is not tried where the one that it depends on failed',
    ...{ section: '1.10', ...known('D') },
    says: '424 inside',
    run: async ({ client, kept }) => {
      const answers = await client.batch(kept('list'), [
        { method: 'GET', itemId: kept('lastId') },
        { method: 'GET', itemId: kept('first').id, afterFormer: true },
      ]);
      return answers.map(({ status }) => status);
    },
  },
];
