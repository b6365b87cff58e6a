import { readFileSync } from 'node:fs';
import { outcodesJson, outcodesPath } from './outcodes.ts';
import { readDataCsv } from './read-csv.ts';

describe('the outcodes that the API knows', () => {
  it('are those of the data file, every one and no other', () => {
    expect(readFileSync(outcodesPath, 'utf8')).toBe(outcodesJson(readDataCsv('uk-outcodes.csv')));
  });

  it('place Dorchester in Dorset', () => {
    const [lat, lon] = JSON.parse(readFileSync(outcodesPath, 'utf8')).DT1;
    expect(lat).toBeCloseTo(50.71, 1);
    expect(lon).toBeCloseTo(-2.44, 1);
  });

  it('refuse a row without a position instead of placing it in the Atlantic', () => {
    expect(() => outcodesJson([{ outcode: 'DT1', latitude: '', longitude: '' }])).toThrow('DT1');
    expect(() => outcodesJson([{ outcode: 'DT1', latitude: 'north', longitude: '1' }])).toThrow('DT1');
  });
});
