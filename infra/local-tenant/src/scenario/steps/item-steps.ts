import { known, type Step } from '../step.ts';
import { own, read, tries, value } from './shown-items.ts';

/** Items: what is written, what is read back, what is refused. */
export const itemSteps: readonly Step[] = [
  {
    name: 'an item is made',
    ...{ section: '1.4', ...known('D') },
    says: '201 with the item and its fields',
    run: async (world) => {
      const fields = { Title: 'first', Key: 'K1', Status: 'Open', Amount: 10, Due: '2026-11-27T12:00:00Z' };
      const made = await world.client.addItem(world.kept('list'), fields);
      world.keep('first', made);
      return own(made.fields);
    },
  },
  {
    name: 'an item is read, and empty columns are absent from it',
    ...{ section: '1.5', ...known('F') },
    says: '200; Kinds and Note are absent, the moment is in UTC, the eTag is that of the answer to its making',
    run: async (world) => {
      const made = world.kept('first');
      const item = await read(world, made.id);
      world.keep('first', item);
      return { fields: own(item.fields), sameETag: item.eTag === made.eTag };
    },
  },
  {
    name: 'a second item is made',
    ...{ section: '1.4', ...known('D') },
    says: '201; ids ascend',
    run: async (world) => {
      const made = await world.client.addItem(world.kept('list'), { Title: 'second', Key: 'K2', Status: 'Open', Amount: 20 });
      world.keep('second', made);
      return { ascends: Number(made.id) > Number(world.kept('first').id) };
    },
  },
  {
    name: 'several choices are written with their annotation',
    ...{ section: '1.5', ...known('F') },
    says: '201, read back as a list',
    run: async (world) => {
      const kinds = { 'Kinds@odata.type': 'Collection(Edm.String)', Kinds: ['A', 'B'] };
      const made = await world.client.addItem(world.kept('list'), { Title: 'third', Key: 'K3', Status: 'Closed', Amount: 30, ...kinds });
      world.keep('third', made);
      return own((await read(world, made.id)).fields);
    },
  },
  {
    name: 'several choices without the annotation are refused',
    ...{ section: '1.5', ...known('F', 'F', 'U') },
    says: '400 invalidRequest (2021 and later; generalException in 2018)',
    run: tries({ Title: 'no annotation', Key: 'K4', Kinds: ['A', 'B'] }),
  },
  {
    name: 'a field that the list does not have is refused',
    ...{ section: '1.3', ...known('F') },
    says: '400 invalidRequest',
    run: tries({ Title: 'unknown field', Key: 'K5', Nowhere: 'x' }),
  },
  {
    name: 'a null in a new item is refused',
    ...{ section: '1.5', ...known('F', 'U', 'U') },
    says: 'rejected; code not established',
    run: tries({ Title: 'null', Key: 'K6', Note: null }),
  },
  {
    name: 'a text over its length is refused',
    ...{ section: '8.7', ...known('U') },
    says: 'status and code are not established',
    run: tries({ Title: 'x'.repeat(300), Key: 'K7' }),
  },
  {
    name: 'a number over its maximum is refused',
    ...{ section: '8.7', ...known('U') },
    says: 'status and code are not established',
    run: tries({ Title: 'too much', Key: 'K8', Amount: 101 }),
  },
  {
    name: 'a number under its minimum is refused',
    ...{ section: '8.7', ...known('U') },
    says: 'status and code are not established',
    run: tries({ Title: 'too little', Key: 'K9', Amount: -1 }),
  },
  {
    name: 'a value that a unique column holds already is refused, in any case',
    ...{ section: '1.8', ...known('F') },
    says: '400 invalidRequest, with these very words',
    words: true,
    run: tries({ Title: 'taken', Key: 'k1' }),
  },
  {
    name: 'nothing is left behind by what was refused',
    ...{ section: '1.8', ...known('U') },
    says: 'an empty item was seen over another way in (CSOM); over Graph not established',
    run: async ({ client, kept }) => {
      const { items } = await client.items(kept('list'), { fields: ['Key'] });
      return items.map(({ fields }) => value(fields?.Key ?? 'no key'));
    },
  },
];
