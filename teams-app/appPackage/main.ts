import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, parseEnv } from 'node:util';
import { buildPackage } from './build-package.ts';
import { PackageSettingsFault, readPackageSettings } from './package-settings.ts';

// `npm run package:teams -- --settings FILE [--out FILE]`: the zip that an administrator uploads to Teams. The file holds lines of NAME=value, as
// `azd env get-values` prints them; what it does not say is taken from the environment. docs/teams-app.md says what each setting is.

const root = fileURLToPath(new URL('../..', import.meta.url));

const readSettingsFile = (file: string): Record<string, string | undefined> => {
  try {
    return parseEnv(readFileSync(file, 'utf8')) as Record<string, string | undefined>;
  } catch {
    throw new PackageSettingsFault([`The settings file ${file} could not be read.`]);
  }
};

try {
  const { values } = parseArgs({ options: { settings: { type: 'string' }, out: { type: 'string' } } });
  const given = values.settings === undefined ? {} : readSettingsFile(values.settings);
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  const settings = readPackageSettings({ ...process.env, ...given }, version);
  const file = path.resolve(values.out ?? path.join(root, 'dist/teams', `ap-framework-${settings.version}.zip`));
  const bytes = buildPackage(settings);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  console.log(`${path.relative(process.cwd(), file)} (${bytes.length} bytes), version ${settings.version}, for ${settings.pages}.`);
} catch (error) {
  if (!(error instanceof PackageSettingsFault)) throw error;
  console.error(error.message);
  console.error('Put the settings into a file and name it: npm run package:teams -- --settings FILE. See docs/teams-app.md.');
  process.exit(1);
}
