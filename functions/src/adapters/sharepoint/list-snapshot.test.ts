import { aProvider } from '@ap/shared/domain/call-off/call-off.fixture';
import { fromProvider, providers } from '@ap/shared/lists/providers';
import { services } from '@ap/shared/lists/services';
import { readSnapshot, writeSnapshot } from './list-snapshot.ts';

const snapshot = {
  link: 'https://graph.microsoft.com/v1.0/sites/1/lists/Providers/items/delta?token=7',
  rows: [
    { id: 1, eTag: '"a,1"', fields: fromProvider(aProvider()) },
    {
      id: 2,
      eTag: '"b,3"',
      fields: fromProvider(aProvider({ ref: 'P-0002', status: 'suspended', statusReason: 'Two\nlines – “quoted”' })),
    },
  ],
};
const of = { place: '/sites/1', release: 'this release' };
const text = writeSnapshot(providers, of, snapshot);

test('a snapshot is read back as the list itself would be read', () => {
  expect(readSnapshot(providers, of, text)).toEqual(snapshot);
});

test('another release reads it by the codec of the list, and not at all where a value is none of the column', () => {
  const next = { ...of, release: 'the next release' };
  expect(readSnapshot(providers, next, text)).toEqual(snapshot);
  const odd = { ...snapshot, rows: [{ ...(snapshot.rows[0] as (typeof snapshot.rows)[0]) }] };
  const written = writeSnapshot(providers, of, {
    ...odd,
    rows: odd.rows.map((row) => ({ ...row, fields: { ...row.fields, Status: 'unheard-of' } })),
  } as never);
  expect(readSnapshot(providers, of, written)).toBeDefined();
  expect(readSnapshot(providers, next, written)).toBeUndefined();
});

test('rows of the same release are taken as they are: none of their columns is judged again', () => {
  let judged = 0;
  const columns = Object.fromEntries(
    Object.entries(providers.columns).map(([name, column]) => [
      name,
      {
        ...column,
        parse: {
          ...column.parse,
          safeParse: (value: unknown) => {
            judged += 1;
            return column.parse.safeParse(value);
          },
        },
      },
    ]),
  ) as unknown as typeof providers.columns;
  const watched = { ...providers, columns };
  expect(readSnapshot(watched, of, text)).toEqual(snapshot);
  expect(judged).toBe(0);
  expect(readSnapshot(watched, { ...of, release: 'the next release' }, text)).toEqual(snapshot);
  expect(judged).toBeGreaterThan(20);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['no snapshot', 'hello'],
  ['half of one', text.slice(0, text.length / 2)],
  ['one with a changed status', text.replace('suspended', 'active')],
  ['one with another link', text.replace('token=7', 'token=8')],
  ['one without its seal', text.split('\n').slice(1).join('\n')],
  ['one of another release than it was sealed by', text.replace('this release', 'that release')],
  ['one with something added', `${text} `],
])('a snapshot: %s is not read', (_what, broken) => {
  expect(readSnapshot(providers, of, broken)).toBeUndefined();
});

test('a snapshot of another site, another list or another schema is not read', () => {
  expect(readSnapshot(providers, { ...of, place: '/sites/2' }, text)).toBeUndefined();
  expect(readSnapshot(services, of, text)).toBeUndefined();
  const Phone = { ...providers.columns.Phone, kind: 'reference' };
  expect(readSnapshot({ ...providers, columns: { ...providers.columns, Phone } }, of, text)).toBeUndefined();
});
