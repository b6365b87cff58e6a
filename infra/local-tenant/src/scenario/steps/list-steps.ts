import type { Seen } from '../observation.ts';
import { known, type Step } from '../step.ts';

const columns: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['a unique, indexed text column', { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }],
  ['an indexed choice column', { name: 'Status', choice: { choices: ['Open', 'Closed'], displayAs: 'dropDownMenu' }, indexed: true }],
  ['a choice column that takes several', { name: 'Kinds', choice: { choices: ['A', 'B', 'C'], displayAs: 'checkBoxes' } }],
  ['an indexed number column with limits', { name: 'Amount', number: { minimum: 0, maximum: 100 }, indexed: true }],
  ['a date column', { name: 'Due', dateTime: { format: 'dateTime' } }],
  ['a text column of several lines', { name: 'Note', text: { allowMultipleLines: true } }],
];

const facets = ['text', 'choice', 'number', 'dateTime', 'boolean', 'currency', 'lookup', 'personOrGroup'];

const shown = (column: Readonly<Record<string, unknown>>): Seen => ({
  name: String(column.name),
  facet: facets.find((facet) => typeof column[facet] === 'object' && column[facet] !== null) ?? 'other',
  indexed: column.indexed === true,
  unique: column.enforceUniqueValues === true,
});

const columnSteps: readonly Step[] = columns.map(([what, definition]) => ({
  name: `${what} is made`,
  ...{ section: '1.3', ...known('D') },
  says: '201 with the column',
  run: async ({ client, kept }) => shown(await client.addColumn(kept('list'), definition)),
}));

/** The site, the scratch list and its columns. */
export const listSteps: readonly Step[] = [
  {
    name: 'a site is found by its host and path',
    ...{ section: '1.1', ...known('D') },
    says: '200; the id is hostname,siteCollectionGuid,webGuid',
    run: async ({ client, site, keep }) => {
      const { id } = await client.site(site.hostname, site.path);
      keep('siteId', id);
      return { parts: id.split(',').length, hostFirst: id.toLowerCase().startsWith(`${site.hostname.toLowerCase()},`) };
    },
  },
  {
    name: 'a list is made',
    ...{ section: '1.2', ...known('D') },
    says: '201 with the list',
    run: async ({ client, title, keep, kept }) => {
      const siteId = kept('siteId');
      const body = { displayName: title, description: 'Scratch list of npm run probe: may be deleted', list: { template: 'genericList' } };
      const list = await client.createList(siteId, body);
      keep('list', { siteId, listId: list.id });
      return { titleKept: list.displayName === title, template: list.template };
    },
  },
  {
    name: 'a second list of the same name is refused',
    ...{ section: '1.2', ...known('U', 'F', 'F') },
    says: 'nameAlreadyExists; the status, 409, is not established',
    run: async ({ client, title, kept }) => {
      const list = await client.createList(kept('siteId'), { displayName: title, list: { template: 'genericList' } });
      return { made: list.displayName };
    },
  },
  {
    name: 'a list that names itself is refused',
    ...{ section: '1.2', ...known('U', 'U', 'F') },
    says: "refused: 'name' is assigned by the server; status and code are not established",
    words: true,
    run: async ({ client, title, kept }) => {
      const body = { name: 'Named', displayName: `${title} named`, list: { template: 'genericList' } };
      return { made: (await client.createList(kept('siteId'), body)).displayName };
    },
  },
  {
    name: 'lists are filtered by title',
    ...{ section: '1.2', ...known('F') },
    says: '200; only displayName can be filtered by',
    run: async ({ client, title, kept }) => {
      kept('list');
      const found = await client.lists(kept('siteId'), `displayName eq '${title}'`);
      return { found: found.length > 0, others: found.some(({ displayName }) => displayName !== title) };
    },
  },
  {
    name: 'lists are not filtered by anything else',
    ...{ section: '1.2', ...known('F') },
    says: '400 invalidRequest: the provided filter statement is not supported',
    words: true,
    run: async ({ client, kept }) => ({ found: (await client.lists(kept('siteId'), "description eq 'x'")).length }),
  },
  ...columnSteps,
  {
    name: 'unique values without an index are refused',
    ...{ section: '1.3', ...known('U') },
    says: 'refused in the pages of a list; over Graph not established',
    run: async ({ client, kept }) => shown(await client.addColumn(kept('list'), { name: 'Loose', text: {}, enforceUniqueValues: true })),
  },
  {
    name: 'the columns are read back as they were made',
    ...{ section: '1.3', ...known('D') },
    says: '200 with each column, its facet and its index',
    run: async ({ client, kept }) => {
      const all = await client.columns(kept('list'));
      return columns.map(([, { name }]) => {
        const found = all.find((column) => column.name === name);
        return found === undefined ? { name: String(name), missing: true } : shown(found);
      });
    },
  },
];
