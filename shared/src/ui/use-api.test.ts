import { api } from '../contract/api.ts';
import { readNames } from './use-api.tsx';

it('every endpoint that only reads can be read by a screen, and no other', () => {
  const reads = Object.values(api).filter(({ method }) => method === 'GET');
  expect([...readNames].sort()).toEqual(reads.map(({ name }) => name).sort());
});
