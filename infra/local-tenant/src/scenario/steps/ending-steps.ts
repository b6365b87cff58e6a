import { known, type Step } from '../step.ts';
import { own, read, tries } from './shown-items.ts';

/** Versions and the end of an item. They stand after the queries, which want three items. */
export const endingSteps: readonly Step[] = [
  {
    name: 'every write made a version, newest first',
    ...{ section: '1.4', ...known('D') },
    says: 'ids "2.0", "1.0"',
    run: async ({ client, kept }) => [...(await client.versions(kept('list'), kept('second').id))],
  },
  {
    name: 'an item and each of its versions name the program that wrote them',
    ...{ section: '1.4', ...known('D', 'D', 'F') },
    says: '200; lastModifiedBy.application with its id: what the product wrote itself is no edit of a person',
    run: async ({ client, kept }) => {
      const { item, versions } = await client.authors(kept('list'), kept('second').id);
      return { item, versions: [...versions] };
    },
  },
  {
    name: 'an earlier version is restored',
    ...{ section: '1.4', ...known('D') },
    says: '204, and the item has the old values',
    run: async (world) => {
      await world.client.restoreVersion(world.kept('list'), world.kept('second').id, '1.0');
      return own((await read(world, world.kept('second').id)).fields);
    },
  },
  {
    name: 'a deletion with a stale eTag is refused',
    ...{ section: '1.6', ...known('D', 'U', 'U') },
    says: '412',
    run: async ({ client, kept }) => {
      await client.deleteItem(kept('list'), kept('third').id, kept('stale'));
      return 'deleted';
    },
  },
  {
    name: 'an item is deleted',
    ...{ section: '1.4', ...known('D') },
    says: '204',
    run: async ({ client, kept, keep }) => {
      const { id } = kept('third');
      await client.deleteItem(kept('list'), id);
      keep('lastId', id);
      return 'deleted';
    },
  },
  {
    name: 'a deleted item is not found',
    ...{ section: '6', ...known('F') },
    says: '404 itemNotFound',
    run: async (world) => own((await read(world, world.kept('lastId'))).fields),
  },
  {
    name: 'the id of a deleted item is not given again',
    ...{ section: '1.4', ...known('U') },
    says: 'not established',
    run: async ({ client, kept, keep }) => {
      const made = await client.addItem(kept('list'), { Title: 'after', Key: 'K9' });
      keep('fourth', made);
      return { higher: Number(made.id) > Number(kept('lastId')) };
    },
  },
];

/** A required column comes last: every item before it was made without it. */
export const requiredSteps: readonly Step[] = [
  {
    name: 'a required column is made',
    ...{ section: '1.3', ...known('D') },
    says: '201',
    run: async ({ client, kept }) => ({
      required: (await client.addColumn(kept('list'), { name: 'Needed', text: {}, required: true })).required === true,
    }),
  },
  {
    name: 'an item without a required column is refused',
    ...{ section: '8.7', ...known('U') },
    says: 'status and code are not established',
    run: tries({ Title: 'incomplete', Key: 'K10' }),
  },
];
