import { readFileSync } from 'node:fs';
import { outcodesPath } from './outcodes.ts';
import { readDataCsv } from './read-csv.ts';
import { townsJson, townsPath } from './towns.ts';

describe('the towns that the API knows', () => {
  const towns: Record<string, string> = JSON.parse(readFileSync(townsPath, 'utf8'));

  it('are those of the data file', () => {
    expect(readFileSync(townsPath, 'utf8')).toBe(townsJson(readDataCsv('dorset-schools.csv')));
  });

  it('stand on the map, each in its own district', () => {
    const outcodes = JSON.parse(readFileSync(outcodesPath, 'utf8'));
    expect(Object.values(towns).filter((outcode) => !(outcode in outcodes))).toEqual([]);
    expect(towns).toMatchObject({ Weymouth: 'DT4', Dorchester: 'DT1', Blandford: 'DT11', Wareham: 'BH20' });
    expect(towns).not.toHaveProperty('Dorset');
  });
});
