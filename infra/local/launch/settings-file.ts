import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a settings file of Core Tools' form, readable for this user only, and returns its path. `origins` may call the API from a page. */
export function writeSettingsFile(stateDir: string, values: Readonly<Record<string, string>>, origins: readonly string[]): string {
  const file = path.join(stateDir, 'functions.settings.json');
  const settings = { IsEncrypted: false, Values: values, Host: { CORS: origins.join(','), CORSCredentials: false } };
  writeFileSync(file, JSON.stringify(settings, null, 2), { mode: 0o600 });
  return file;
}
