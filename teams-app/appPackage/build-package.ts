import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { SettingsFault } from '../deployment/settings.ts';
import { manifestFaults } from './check-manifest.ts';
import { iconFiles, teamsManifest } from './manifest.ts';
import { type PackageSettings, thePackage } from './package-settings.ts';

const icon = (file: string): Uint8Array => readFileSync(new URL(`./icons/${file}`, import.meta.url));

/** No file of the package carries the time at which it was made: the same settings make the same bytes. */
const madeOn = new Date(2026, 0, 1);

/** The app package as an administrator uploads it: the manifest and two icons, nothing else. Throws `SettingsFault`. */
export const buildPackage = (settings: PackageSettings): Uint8Array => {
  const manifest = teamsManifest(settings);
  const faults = manifestFaults(manifest);
  if (faults.length > 0) throw new SettingsFault(thePackage, faults);
  return zipSync(
    {
      'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
      [iconFiles.color]: icon(iconFiles.color),
      [iconFiles.outline]: icon(iconFiles.outline),
    },
    { mtime: madeOn, level: 9 },
  );
};
