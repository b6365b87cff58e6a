import { existsSync, readFileSync } from 'node:fs';

/** The file `local.settings.json` of Core Tools: app settings and what the local host itself is told. */
export interface LocalSettings {
  readonly Values: Readonly<Record<string, string>>;
  readonly Host: { readonly CORS?: string; readonly CORSCredentials?: boolean; readonly LocalHttpPort?: number };
}

/** Reads a settings file; a missing file is an empty one. Throws when it is encrypted or a value is not a string. */
export function readLocalSettings(file: string): LocalSettings {
  if (!existsSync(file)) return { Values: {}, Host: {} };
  const read = JSON.parse(readFileSync(file, 'utf8')) as {
    IsEncrypted?: boolean;
    Values?: Record<string, unknown>;
    Host?: LocalSettings['Host'];
  };
  if (read.IsEncrypted) throw new Error(`${file} is encrypted; the local host reads only plain settings.`);
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(read.Values ?? {})) {
    if (typeof value !== 'string') throw new Error(`${file}: the value of "${name}" must be a string.`);
    values[name] = value;
  }
  return { Values: values, Host: read.Host ?? {} };
}

/**
 * Puts settings into the environment. `file` values yield to what is already set (as Core Tools has it), `given` values win.
 * Returns a function that puts the environment back.
 */
export function applySettings(file: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>): () => void {
  const before = new Map<string, string | undefined>();
  const set = (name: string, value: string): void => {
    if (!before.has(name)) before.set(name, process.env[name]);
    process.env[name] = value;
  };
  for (const [name, value] of Object.entries(file)) if (process.env[name] === undefined) set(name, value);
  for (const [name, value] of Object.entries(given)) set(name, value);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
