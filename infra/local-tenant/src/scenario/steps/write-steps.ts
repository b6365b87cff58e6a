import { known, type Step } from '../step.ts';
import { own, read, value } from './shown-items.ts';

/** Writes to an item that is there: held to its eTag, or not. */
export const writeSteps: readonly Step[] = [
  {
    name: 'a write with the present eTag is taken',
    ...{ section: '1.6', ...known('D') },
    says: '200 with the fields, and the eTag moves on',
    run: async (world) => {
      const first = world.kept('first');
      world.keep('stale', first.eTag);
      const fields = await world.client.patchFields(world.kept('list'), first.id, { Amount: 11 }, first.eTag);
      const item = await read(world, first.id);
      world.keep('first', item);
      return { answered: own(fields), read: own(item.fields), movedOn: item.eTag !== first.eTag };
    },
  },
  {
    name: 'a write with a stale eTag is refused',
    ...{ section: '1.6', ...known('D', 'U', 'U') },
    says: '412; resourceModified, or notAllowed, is not established for /fields',
    run: async ({ client, kept }) => own(await client.patchFields(kept('list'), kept('first').id, { Amount: 12 }, kept('stale'))),
  },
  {
    name: 'a write with a malformed eTag is refused',
    ...{ section: '1.6', ...known('U') },
    says: 'innerError malformedEntityTag is documented, the status is not established',
    run: async ({ client, kept }) => own(await client.patchFields(kept('list'), kept('first').id, { Amount: 13 }, 'no quotes')),
  },
  {
    name: 'what was refused changed nothing',
    ...{ section: '1.6', ...known('D') },
    says: 'the item will not be updated',
    run: async (world) => {
      const item = await read(world, world.kept('first').id);
      return { fields: own(item.fields), sameETag: item.eTag === world.kept('first').eTag };
    },
  },
  {
    name: 'a star stands for any eTag',
    ...{ section: '1.6', ...known('F') },
    says: '200',
    run: async ({ client, kept }) => {
      const { Note } = await client.patchFields(kept('list'), kept('first').id, { Note: 'two\nlines' }, '*');
      return { note: value(Note ?? 'none') };
    },
  },
  {
    name: 'null makes a column empty',
    ...{ section: '1.5', ...known('F') },
    says: '200, and the field is absent afterwards',
    run: async (world) => {
      await world.client.patchFields(world.kept('list'), world.kept('first').id, { Note: null });
      const item = await read(world, world.kept('first').id);
      world.keep('first', item);
      return { absent: item.fields !== undefined && !('Note' in item.fields) };
    },
  },
  {
    name: 'a write that changes nothing moves the eTag on',
    ...{ section: '1.6', ...known('U') },
    says: 'which writes move it on is not established',
    run: async (world) => {
      const before = world.kept('first');
      await world.client.patchFields(world.kept('list'), before.id, { Amount: before.fields?.Amount });
      const item = await read(world, before.id);
      world.keep('first', item);
      return { movedOn: item.eTag !== before.eTag };
    },
  },
  {
    name: 'an item is written as a whole',
    ...{ section: '1.4', ...known('D') },
    says: '200 with the item and its fields',
    run: async ({ client, kept }) => {
      const { fields } = await client.patchItem(kept('list'), kept('second').id, { Title: 'changed' });
      return { title: value(fields?.Title ?? 'none') };
    },
  },
];
