import { type Json, merged } from './merged-json.ts';

const was = { id: '1', status: 'pending', date: '2027-01-20' };

test.each<readonly [what: string, earlier: Json | undefined, later: Json, whole: Json]>([
  ['a text is the later one', 'planned', 'active', 'active'],
  ['what was not told before is told', undefined, { status: 'active' }, { status: 'active' }],
  [
    'an object is told field by field',
    { id: '1', value: { amount: 5 } },
    { value: { currency: 'GBP' } },
    { id: '1', value: { amount: 5, currency: 'GBP' } },
  ],
  ['nothing takes the place of an object', { amount: 5 }, null, null],
  ['an object takes the place of nothing', null, { amount: 5 }, { amount: 5 }],
  ['a list takes the place of an object', { id: '1' }, [{ id: '2' }], [{ id: '2' }]],
  ['an object takes the place of a list', [{ id: '2' }], { id: '1' }, { id: '1' }],
  [
    'things with an id are told one by one',
    [was, { id: '2' }],
    [{ id: '3' }, { id: '1', status: 'active' }],
    [{ ...was, status: 'active' }, { id: '2' }, { id: '3' }],
  ],
  ['a list of texts is one thing', ['award'], ['procuringEntity', 'supplier'], ['procuringEntity', 'supplier']],
  ['an empty list is one thing', [was], [], []],
  ['a list that was empty is told', [], [was], [was]],
  [
    'things without an id are one thing',
    [{ title: 'A' }, { title: 'B' }],
    [{ title: 'C' }, { title: 'D' }],
    [{ title: 'C' }, { title: 'D' }],
  ],
  ['things of which one has no id are one thing', [was], [{ id: '1' }, { title: 'B' }], [{ id: '1' }, { title: 'B' }]],
  ['things of which one is no object are one thing', [was], [{ id: '1' }, 'B'], [{ id: '1' }, 'B']],
])('of two that say the same the later stands on top: %s', (_what, earlier, later, whole) => {
  expect(merged(earlier, later)).toStrictEqual(whole);
});
