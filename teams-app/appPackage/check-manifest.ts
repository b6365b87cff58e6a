import { createRequire } from 'node:module';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** Microsoft's schema of this version, out of the package that carries it: nothing is fetched. */
const schemaOf = (version: string): object =>
  createRequire(import.meta.url)(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`) as object;

/** What Microsoft's schema and our own rules find wrong in a manifest, a sentence each; none when it can be uploaded. */
export const manifestFaults = (manifest: TeamsManifestLatest): readonly string[] => [...schemaFaults(manifest), ...plainHttp(manifest)];

const schemaFaults = (manifest: TeamsManifestLatest): readonly string[] => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(schemaOf(manifest.manifestVersion));
  return validate(manifest) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `manifest.json${instancePath} ${message}.`);
};

/** The schema allows http; Teams' store and our pages do not. */
const plainHttp = (manifest: TeamsManifestLatest): readonly string[] =>
  [...JSON.stringify(manifest).matchAll(/"(http:[^"]*)"/g)].map(([, address]) => `${address} is not https.`);
