import { pence } from '../../domain/money/money.ts';
import { bandsSentence, fromTypedBands, toTypedBands } from './typed-bands.ts';

const price = pence(4_500);
const band = (from: string, each: string) => ({ from, price: each });

describe('row 51: volume prices as typed', () => {
  test('are read with or without a pound sign, and empty rows are none', () => {
    expect(fromTypedBands(price, [band('50', '£42'), band('', ''), band(' 100 ', '40.00')])).toEqual({
      bands: [
        { fromUnits: 50, unitPrice: 4_200 },
        { fromUnits: 100, unitPrice: 4_000 },
      ],
    });
    expect(fromTypedBands(price, [])).toEqual({ bands: [] });
  });

  test('come back as they were saved', () => {
    const bands = [{ fromUnits: 50, unitPrice: pence(4_250) }];
    expect(fromTypedBands(price, toTypedBands(bands))).toEqual({ bands });
  });

  test.each([
    ['a row of which half is typed', [band('50', '')], 'Enter from how many units'],
    ['part of a unit', [band('2.5', '40')], 'Enter from how many units'],
    ['units that do not rise', [band('50', '42'), band('50', '40')], 'rising whole numbers'],
    ['a price that rises', [band('50', '46')], 'More units cannot cost more each'],
  ])('%s is refused in words', (_what, typed, words) => {
    expect(fromTypedBands(price, typed).fault).toContain(words);
  });

  test('are said as ranges while they are typed, with what is wrong in them; half a row is waited for', () => {
    expect(bandsSentence(price, [band('50', '42'), band('51', '41'), band('100', '40')])).toBe(
      '1 to 49: £45.00 each. 50: £42.00 each. 51 to 99: £41.00 each. 100 or more: £40.00 each.',
    );
    expect(bandsSentence(price, [band('50', '46')])).toContain('cannot cost more');
    for (const typed of [[], [band('50', '')]]) expect(bandsSentence(price, typed)).toBe('');
    expect(bandsSentence(undefined, [band('50', '42')])).toBe('');
  });
});
