import { defaultFeatures, featureNames, features } from './features.ts';

test('every part of the product is on where the council says nothing', () => {
  expect(defaultFeatures).toEqual({ off: [] });
});

test.each(featureNames)('the switch of %s says what nobody can do, and who decides by which day whether it stays', (name) => {
  expect(features[name].meaning).toMatch(/\.$/u);
  expect(features[name]).toMatchObject({ owner: 'commissioning team', until: '2027-11-30' });
});
