import { strFromU8, unzipSync } from 'fflate';
import type { TeamsAppManifest } from '../organisation.ts';
import { asObject } from '../reply.ts';

/** What the catalogue reads of an uploaded package. */
export interface PackagedApp {
  readonly externalId: string;
  readonly version: string;
  readonly manifest: TeamsAppManifest;
}

const rows = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  (Array.isArray(value) ? value : []).map(asObject).filter((entry) => entry !== undefined);

/** The manifest of a zip; undefined for what is no Teams app package: no zip, no manifest, a missing icon. */
export const readPackage = (bytes: Buffer): PackagedApp | undefined => {
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes);
  } catch {
    return undefined;
  }
  const text = files['manifest.json'];
  if (!text) return undefined;
  const manifest = asObject(JSON.parse(strFromU8(text)));
  const icons = asObject(manifest?.icons);
  const isWhole = [icons?.color, icons?.outline].every((icon) => typeof icon === 'string' && files[icon] !== undefined);
  if (!manifest || !isWhole || typeof manifest.id !== 'string' || typeof manifest.version !== 'string') return undefined;
  const specific = rows(asObject(asObject(manifest.authorization)?.permissions)?.resourceSpecific);
  return {
    externalId: manifest.id,
    version: manifest.version,
    manifest: {
      name: String(asObject(manifest.name)?.short ?? ''),
      webApplicationId: String(asObject(manifest.webApplicationInfo)?.id ?? ''),
      resourceSpecific: specific.filter(({ type }) => type === 'Application').map(({ name }) => String(name)),
      activityTypes: rows(asObject(manifest.activities)?.activityTypes).map(({ type, templateText }) => ({
        type: String(type),
        templateText: String(templateText),
      })),
      linkOrigin: 'https://teams.microsoft.com',
    },
  };
};
