import { aProvider } from '@ap/shared/domain/call-off/call-off.fixture';
import { findProviders } from './find-providers.ts';

type Wanted = Parameters<ReturnType<typeof findProviders>>[0];

const register = [
  aProvider(),
  aProvider({ ref: 'P-0002', legalName: 'Harbour Mentoring CIC', tradingName: undefined }),
  aProvider({ ref: 'P-0003', legalName: 'Arch Ltd', tradingName: 'Arch', status: 'removed' }),
  ...Array.from({ length: 25 }, (_, index) =>
    aProvider({ ref: `P-01${index + 10}`, legalName: `Tutor ${index + 10}`, tradingName: undefined }),
  ),
];

const find = async (text: string) => {
  const providers = { all: async () => register } as unknown as Parameters<typeof findProviders>[0]['providers'];
  return findProviders({ providers })({ query: { text } } as Wanted);
};

it('a commissioner finds a provider of any status by its trading name, its legal name or its whole reference', async () => {
  expect((await find('vale')).providers.map(({ name }) => name)).toEqual(['Blackmore Vale']);
  expect((await find(' PROVISION limited ')).providers.map(({ ref }) => ref)).toEqual(['P-0001']);
  expect((await find('p-0003')).providers).toMatchObject([{ name: 'Arch', status: 'removed' }]);
  expect(await find('p-000')).toEqual({ providers: [], total: 0 });
});

it('gives the first 20 by name, and how many there are', async () => {
  const { providers, total } = await find('tutor');
  expect([providers.length, providers[0]?.name, total]).toEqual([20, 'Tutor 10', 25]);
});
