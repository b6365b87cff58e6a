import { oracleAgrees } from '../bench/search/oracle.ts';

test('2,000 services: the same for 1,000 queries of the mix', async () => {
  expect(await oracleAgrees(2_000, 1_000, 3)).toEqual([]);
});

test('50,000 services: MiniSearch finds as many, with the same facets, for a sample of the mix', async () => {
  expect(await oracleAgrees(50_000, 200, 2)).toEqual([]);
});
