import { isLocalDate } from '../days/local-date.ts';
import { defaultFeatures, featureNames, features } from './features.ts';

test('every part of the product is on where the council says nothing', () => {
  expect(defaultFeatures).toEqual({ off: [] });
});

test.each(featureNames)('the switch of %s says what nobody can do, and who decides by which day whether it stays', (name) => {
  const { meaning, owner, until } = features[name];
  expect(meaning).toMatch(/\.$/u);
  expect(owner).not.toBe('');
  expect(isLocalDate(until)).toBe(true);
});
