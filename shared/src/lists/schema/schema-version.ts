import * as z from 'zod';
import { parseSetting } from '../setting-values.ts';
import { firstVersion } from './migration.ts';

/** The row of Settings in which the version of the lists stands, where every running process sees it. No row: they are as they were first made. */
export const schemaVersionTitle = 'schema-version';

const shape = z.strictObject({ version: z.int().min(firstVersion) });

/** The version that a row's value tells; `undefined` where it cannot be read. */
export const readSchemaVersion = (value: string | undefined): number | undefined => {
  if (value === undefined) return firstVersion;
  const parsed = shape.safeParse(parseSetting(value));
  return parsed.success ? parsed.data.version : undefined;
};

/** The value of the row for a version. */
export const writeSchemaVersion = (version: number): string => JSON.stringify({ version });
