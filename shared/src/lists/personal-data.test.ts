import type { Columns } from './list.ts';
import { classesOf, personalData } from './personal-data.ts';
import { register } from './register.ts';

test('every list of the register says of each of its columns what it holds about people', () => {
  expect(personalData.map(({ list }) => list.title)).toEqual(register.map(({ title }) => title));
  for (const { list, classes } of personalData) expect(Object.keys(classes).sort()).toEqual(Object.keys(list.columns as Columns).sort());
});

test('what tells of a pupil lies in the lists of placements, and in no other', () => {
  const pupils = personalData.filter(({ classes }) =>
    Object.values(classes).some((each) => classesOf(each).some((name) => name === 'pupil-reference' || name === 'pupil-attribute')),
  );
  expect(pupils.map(({ list }) => list.title)).toEqual(['CallOffs', 'Sessions', 'Reviews', 'Invoices', 'Ledgers']);
});

test('a list of which everybody on the site may read a column shows no reference of a pupil in a view', () => {
  for (const { list, classes } of personalData)
    for (const view of list.views)
      expect(view.columns.filter((name) => classesOf(classes[name] ?? 'none').includes('pupil-reference'))).toEqual([]);
});
