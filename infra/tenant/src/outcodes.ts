import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CsvRow, readDataCsv } from './read-csv.ts';

/** The generated file, from which the API places outcodes on the map. */
export const outcodesPath = fileURLToPath(new URL('../../../functions/src/adapters/geography/outcodes.json', import.meta.url));

const rowOf = ({ outcode, latitude, longitude }: CsvRow): readonly [string, readonly [number, number]] => {
  const position = [Number(latitude), Number(longitude)] as const;
  // An empty text would be read as nought: a place in the Atlantic.
  if (!outcode || !latitude || !longitude || position.some((degrees) => !Number.isFinite(degrees)))
    throw new RangeError(`An outcode without a place: ${outcode}`);
  return [outcode, position];
};

/** `{"DT1": [lat, lon], ...}` in degrees, WGS84, one outcode a line. Throws RangeError for a row without a position. */
export const outcodesJson = (rows: readonly CsvRow[]): string => {
  const lines = rows
    .map(rowOf)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([outcode, [lat, lon]]) => `  "${outcode}": [${lat}, ${lon}]`);
  return `{\n${lines.join(',\n')}\n}\n`;
};

/** Writes the generated file afresh from `data/uk-outcodes.csv`. */
export const writeOutcodes = (): void => writeFileSync(outcodesPath, outcodesJson(readDataCsv('uk-outcodes.csv')));
