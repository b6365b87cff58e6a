import { readFileSync } from 'node:fs';
import type { ErrorObject } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

const read = (name: string): Schema => JSON.parse(readFileSync(`test/open-data/ocds/${name}.json`, 'utf8')) as Schema;

/** A schema with an extension laid over it, as the standard says: a JSON merge patch. */
const patched = (schema: Schema, patch: Schema): Schema => {
  const next: Record<string, unknown> = { ...schema };
  for (const [key, value] of Object.entries(patch))
    next[key] =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? patched((next[key] ?? {}) as Schema, value as Schema) : value;
  return next as Schema;
};

/** No field beside those that the standard and the two extensions know, at any depth: the standard itself lets others pass. */
const closed = (schema: Schema): Schema => ({
  ...schema,
  ...(schema.properties
    ? {
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(schema.properties).map(([key, each]) => [key, closed(each)])),
      }
    : {}),
  ...(schema.definitions
    ? { definitions: Object.fromEntries(Object.entries(schema.definitions).map(([key, each]) => [key, closed(each)])) }
    : {}),
});

const release = closed(['lots-extension', 'techniques-extension'].map(read).reduce(patched, read('release-schema')));
// The stored package schema is of a later day, when its address and publisher had become optional; 1.1.5 as released asks for them, as records do.
const releasePackage = {
  ...closed(read('release-package-schema')),
  required: ['uri', 'publisher', 'publishedDate', 'releases', 'version'],
};
const recordPackage = closed(read('record-package-schema'));

const compiled = () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  ajv.addSchema(release);
  return { releases: ajv.compile(releasePackage), records: ajv.compile(recordPackage) };
};
const validate = compiled();

/** What the standard's schema finds wrong in the text of a package, a line each; none when it is valid. */
export const ocdsFaults = (kind: 'releases' | 'records', text: string): readonly string[] => {
  const check = validate[kind];
  return check(JSON.parse(text))
    ? []
    : (check.errors ?? []).map(({ instancePath, message, params }: ErrorObject) => `${instancePath} ${message} ${JSON.stringify(params)}`);
};
