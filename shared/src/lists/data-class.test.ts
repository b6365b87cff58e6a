import { classesOf } from './data-class.ts';
import { register } from './register.ts';

test('what tells of a pupil lies in the lists of placements, and in no other', () => {
  const pupils = register.filter(({ columns }) =>
    Object.values(columns).some(({ options }) =>
      classesOf(options.holds).some((name) => name === 'pupil-reference' || name === 'pupil-attribute'),
    ),
  );
  expect(pupils.map(({ title }) => title)).toEqual(['CallOffs', 'Sessions', 'Reviews', 'Invoices', 'Ledgers']);
});

test('a list of which everybody on the site may read a column shows no reference of a pupil in a view', () => {
  for (const { columns, views } of register)
    for (const view of views)
      expect(view.columns.filter((name) => classesOf(columns[name]?.options.holds ?? 'none').includes('pupil-reference'))).toEqual([]);
});
