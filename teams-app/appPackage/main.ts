import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { givenSettings, SettingsFault } from '../deployment/settings.ts';
import { buildPackage } from './build-package.ts';
import { readPackageSettings, thePackage } from './package-settings.ts';

// `npm run package:teams -- --settings FILE [--out FILE]`: the zip that an administrator uploads to Teams. The file holds lines of NAME=value, as
// `azd env get-values` prints them; what it does not say is taken from the environment. docs/teams-app.md says what each setting is.

const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  const { values } = parseArgs({ options: { settings: { type: 'string' }, out: { type: 'string' } } });
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  const settings = readPackageSettings(givenSettings(thePackage, values.settings), version);
  const file = path.resolve(values.out ?? path.join(root, 'dist/teams', `ap-framework-${settings.version}.zip`));
  const bytes = buildPackage(settings);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  console.log(`${path.relative(process.cwd(), file)} (${bytes.length} bytes), version ${settings.version}, for ${settings.pages}.`);
} catch (error) {
  if (!(error instanceof SettingsFault)) throw error;
  console.error(error.message);
  console.error('Put the settings into a file and name it: npm run package:teams -- --settings FILE. See docs/teams-app.md.');
  process.exit(1);
}
