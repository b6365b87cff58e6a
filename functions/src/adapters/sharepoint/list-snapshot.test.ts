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
const text = writeSnapshot(providers, '/sites/1', snapshot);

test('a snapshot is read back as the list itself would be read', () => {
  expect(readSnapshot(providers, '/sites/1', text)).toEqual(snapshot);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['no snapshot', 'hello'],
  ['half of one', text.slice(0, text.length / 2)],
  ['one with a changed status', text.replace('suspended', 'active')],
  ['one with another link', text.replace('token=7', 'token=8')],
  ['one without its seal', text.split('\n')[1] ?? ''],
  ['one with something added', `${text} `],
])('a snapshot: %s is not read', (_what, broken) => {
  expect(readSnapshot(providers, '/sites/1', broken)).toBeUndefined();
});

test('a snapshot of another site, another list or another schema is not read', () => {
  expect(readSnapshot(providers, '/sites/2', text)).toBeUndefined();
  expect(readSnapshot(services, '/sites/1', text)).toBeUndefined();
  const Phone = { ...providers.columns.Phone, kind: 'reference' };
  expect(readSnapshot({ ...providers, columns: { ...providers.columns, Phone } }, '/sites/1', text)).toBeUndefined();
});
