import { allowedIn, typedDays } from './request-texts.ts';

test('R40: days of a request are no texts, and a text may hold what it is for and nothing else', () => {
  expect(typedDays).toEqual(['startDate', 'endDate', 'excludedFrom']);
  expect(allowedIn('billTo')).toContain('postcode');
  expect(allowedIn('objectives')).toEqual([]);
  expect(allowedIn('toString')).toEqual([]);
});
