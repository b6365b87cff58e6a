import fc from 'fast-check';
import { afterPrice, formatVolumeBands, parseVolumeBands } from './band-words.ts';
import { pence } from './money.ts';
import { bandsFault, bandsFrom } from './volume-bands.ts';

const band = (fromUnits: number, unitPrice: number) => ({ fromUnits, unitPrice: pence(unitPrice) });

test('row 51: the first band is the ordinary framework price', () => {
  expect(bandsFrom(pence(4_500), [band(50, 4_200)])).toEqual([band(1, 4_500), band(50, 4_200)]);
  expect(bandsFrom(pence(4_500))).toEqual([band(1, 4_500)]);
});

test.each([
  ['fifty units at a lower price', [band(50, 4_200)], undefined],
  ['the same price again', [band(50, 4_500)], undefined],
  ['none', [], undefined],
  ['a price above the ordinary one', [band(50, 4_501)], 'More units cannot cost more each: £45.01 from 50 units is above £45.00.'],
  [
    'a price that rises from band to band',
    [band(50, 4_200), band(100, 4_201)],
    'More units cannot cost more each: £42.01 from 100 units is above £42.00.',
  ],
  ['a band from one unit', [band(1, 4_200)], 'Enter volume prices by rising whole numbers of units: 1 cannot follow 1.'],
  ['units that fall', [band(50, 4_200), band(40, 4_000)], 'Enter volume prices by rising whole numbers of units: 40 cannot follow 50.'],
  ['half a unit', [band(2.5, 4_200)], 'Enter volume prices by rising whole numbers of units: 2.5 cannot follow 1.'],
  ['more units than anybody buys', [band(100_001, 1)], 'Enter volume prices by rising whole numbers of units: 100001 cannot follow 1.'],
  ['as many units as anybody buys', [band(100_000, 1)], undefined],
  ['ten', Array.from({ length: 10 }, (_, at) => band(at + 2, 100)), undefined],
  ['nothing to pay', [band(50, 0)], 'Enter each volume price as an amount of money, ex VAT.'],
  ['eleven', Array.from({ length: 11 }, (_, at) => band(at + 2, 100)), 'Enter 10 volume prices or fewer.'],
])('row 51: volume prices of %s', (_what, bands, sentence) => {
  expect(bandsFault(pence(4_500), bands)).toBe(sentence);
});

describe('volume prices in a line of the list', () => {
  test.each([
    ['50: £42.00; 100: £40.00', [band(50, 4_200), band(100, 4_000)]],
    ['50:42;100:40.5;', [band(50, 4_200), band(100, 4_050)]],
    [' 2 : £1,234.50 ', [band(2, 123_450)]],
    [' ; ', []],
    ['', []],
  ])('%p is read', (line, bands) => {
    expect(parseVolumeBands(line)).toEqual(bands);
  });

  test.each([
    'fifty: £42',
    'from 50: £42',
    '50: £42 each',
    '50: £42.00; ; 100',
    '50',
    '50: 42.001',
    '50: -1',
    '50; 42',
    '[{"fromUnits":50}]',
  ])('%p is not', (line) => {
    expect(parseVolumeBands(line)).toBeUndefined();
  });

  test('any are read as they were written', () => {
    const bands = fc.array(
      fc.record({ fromUnits: fc.integer({ min: 1, max: 100_000 }), unitPrice: fc.integer({ min: 0, max: 10_000_000 }).map(pence) }),
    );
    fc.assert(fc.property(bands, (some) => expect(parseVolumeBands(formatVolumeBands(some))).toEqual(some)));
  });
});

test('row 51: volume prices stand after the ordinary one, where there are any', () => {
  expect(afterPrice([band(50, 4_200), band(100, 4_000)])).toBe('; £42.00 from 50, £40.00 from 100');
  expect(afterPrice([])).toBe('');
  expect(afterPrice()).toBe('');
});
