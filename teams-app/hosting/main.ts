import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { givenSettings, SettingsFault } from '../deployment/settings.ts';
import { hostedPages, thePages } from './hosted-pages.ts';

// `npm run build:pages -- --settings FILE [--out FOLDER]`: the pages of one council in dist/pages, with what Azure Static Web Apps needs to serve them.
// docs/teams-app.md says what each setting is.

const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  const { values } = parseArgs({ options: { settings: { type: 'string' }, out: { type: 'string' } } });
  const folder = path.resolve(values.out ?? path.join(root, 'dist/pages'));
  const files = hostedPages(givenSettings(thePages, values.settings));
  // The build empties its folder: nobody's other files are in it.
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(path.join(folder, 'staticwebapp.config.json')))
    throw new SettingsFault('The pages', [`--out: ${folder} holds other things than pages that were built before, and would be emptied.`]);
  // Whatever the shell says: with another word there, React would be built for its developers.
  process.env.NODE_ENV = 'production';
  await build({
    root: path.join(root, 'teams-app'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  console.log(`${path.relative(process.cwd(), folder)}: the pages, config.json and staticwebapp.config.json.`);
} catch (error) {
  if (!(error instanceof SettingsFault)) throw error;
  console.error(error.message);
  console.error('Put the settings into a file and name it: npm run build:pages -- --settings FILE. See docs/teams-app.md.');
  process.exit(1);
}
