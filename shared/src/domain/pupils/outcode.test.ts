import fc from 'fast-check';
import { distanceMiles, formatDistance, toOutcode } from './outcode.ts';

describe('R40: a postcode is cut to its outcode', () => {
  test.each([
    ['dt11 8bg', 'DT11'],
    ['DT118BG', 'DT11'],
    [' DT11 ', 'DT11'],
    ['DT11 8', 'DT11'],
    ['DT2  8PH', 'DT2'],
    ['DT28PH', 'DT2'],
    ['E1 1AA', 'E1'],
    ['E11AA', 'E1'],
    ['E11', 'E11'],
    ['ec1a1bb', 'EC1A'],
    ['W1A 1HQ', 'W1A'],
    ['M1 1AE', 'M1'],
  ])('R40: %p becomes %s', (text, outcode) => {
    expect(toOutcode(text)).toBe(outcode);
  });

  test.each([
    '',
    'D',
    'DT',
    '11',
    'DT118',
    'DT11 8B',
    'DT11 8CI',
    'QQ1 1AA',
    'ZZ9',
    'Dorchester',
    'DT11 8BG, Dorset',
    'DT1181BG',
    "DT1'; --",
  ])('R40: %p is not a postcode', (text) => {
    expect(toOutcode(text)).toBeUndefined();
  });

  test('R40: what comes out never says more than the outcode, and goes in again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,2}\d[\dA-Za-z]? ?\d[A-Za-z]{2}$/), (text) => {
        const outcode = toOutcode(text);
        if (outcode === undefined) return;
        expect(outcode.length).toBeLessThanOrEqual(4);
        expect(toOutcode(outcode)).toBe(outcode);
      }),
    );
  });
});

describe('distance', () => {
  const dt11 = { lat: 50.86091, lon: -2.18047 };
  const dt2 = { lat: 50.74955, lon: -2.45365 };

  test('Blandford to the villages round Dorchester is about 14 miles', () => {
    expect(distanceMiles(dt11, dt2)).toBeCloseTo(14.2, 1);
  });

  test('a degree of latitude is 69.09 miles', () => {
    expect(distanceMiles({ lat: 50, lon: 0 }, { lat: 51, lon: 0 })).toBeCloseTo(69.09, 1);
  });

  test('is nought to itself, the same both ways and never longer by a detour', () => {
    const positions = fc.record({ lat: fc.double({ min: 49, max: 61, noNaN: true }), lon: fc.double({ min: -8, max: 2, noNaN: true }) });
    fc.assert(
      fc.property(positions, positions, positions, (a, b, c) => {
        expect(distanceMiles(a, a)).toBe(0);
        expect(distanceMiles(a, b)).toBeCloseTo(distanceMiles(b, a), 9);
        expect(distanceMiles(a, c)).toBeLessThanOrEqual(distanceMiles(a, b) + distanceMiles(b, c) + 1e-6);
      }),
    );
  });

  test.each([
    [0.2, undefined, 'less than a mile'],
    [1.2, undefined, 'about 1 mile'],
    [12.4, undefined, 'about 12 miles'],
    [1234, undefined, 'about 1,234 miles'],
    [0, 'DT11', 'in the same area (DT11)'],
  ])('%p miles (shared outcode %p) reads %p', (miles, shared, text) => {
    expect(formatDistance(miles, shared)).toBe(text);
  });
});
