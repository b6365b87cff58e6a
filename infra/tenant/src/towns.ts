import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CsvRow, readDataCsv } from './read-csv.ts';

/** The generated file, from which the API knows towns by name. */
export const townsPath = fileURLToPath(new URL('../../../functions/src/adapters/geography/towns.json', import.meta.url));

/** What stands in the column of towns and is none, or is one that the file knows only by a village at its edge. */
const notFromTheFile = new Set(['dorset', 'salisbury', 'poole']);

/** Towns next to the county, and Dorchester, most of whose schools stand in the villages of DT2. Each is its post town's own district. */
const central: Readonly<Record<string, string>> = {
  Dorchester: 'DT1',
  Poole: 'BH15',
  Bournemouth: 'BH1',
  Salisbury: 'SP1',
  Yeovil: 'BA20',
};

/** What people say for a longer name. */
const spoken: Readonly<Record<string, string>> = {
  'Blandford Forum': 'Blandford',
  'Lyme Regis': 'Lyme',
  'Sturminster Newton': 'Sturminster',
};

/** `{"Weymouth": "DT4", ...}`, one town a line: the outcode of most of its schools, the first of them where two have as many. */
export const townsJson = (schools: readonly CsvRow[]): string => {
  const counts = new Map<string, Map<string, number>>();
  for (const { town = '', outcode = '' } of schools) {
    if (town === '' || town === town.toUpperCase() || notFromTheFile.has(town.toLowerCase())) continue;
    const ofTown = counts.get(town) ?? new Map<string, number>();
    counts.set(town, ofTown.set(outcode, (ofTown.get(outcode) ?? 0) + 1));
  }
  const found = [...counts].map(([town, ofTown]) => {
    const [first] = [...ofTown].sort(([a, many], [b, more]) => more - many || a.localeCompare(b));
    return [town, first?.[0] ?? ''] as const;
  });
  const towns = new Map([...found, ...Object.entries(central)]);
  for (const [town, short] of Object.entries(spoken)) if (towns.has(town)) towns.set(short, towns.get(town) ?? '');
  const lines = [...towns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([town, outcode]) => `  "${town}": "${outcode}"`);
  return `{\n${lines.join(',\n')}\n}\n`;
};

/** Writes the generated file afresh from `data/dorset-schools.csv`. */
export const writeTowns = (): void => writeFileSync(townsPath, townsJson(readDataCsv('dorset-schools.csv')));
