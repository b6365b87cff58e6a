import * as z from 'zod/mini';
import { shownBy } from './shown-by.ts';

const shape = z.object({ name: z.string(), outcode: z.optional(z.string()), needs: z.array(z.string()) });

test('of a record a reply shows what its shape names: what else the record holds stays inside', () => {
  const record = { name: 'Forest school', outcode: 'SP8', needs: ['SEMH'], rateHash: 'inside' };
  expect(shownBy(shape, record)).toStrictEqual({ name: 'Forest school', outcode: 'SP8', needs: ['SEMH'] });
});

test('what a record does not have is left out, as JSON leaves it out', () => {
  expect(Object.keys(shownBy(shape, { name: 'Forest school', outcode: undefined, needs: [] }))).toEqual(['name', 'needs']);
});
