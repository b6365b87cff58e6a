import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve, sep } from 'node:path';
import { Script } from 'node:vm';
import { transformSync } from '@swc/core';

type Evaluate = (exports: object, require: (name: string) => unknown, module: { exports: object }, file: string, folder: string) => void;

/** Modules evaluated anew. */
export interface FreshModules {
  readonly load: (file: string) => void;
  /** The files that were evaluated, each with those of ours that it imports. */
  readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
}

const node = createRequire(import.meta.url);
const compiled = new Map<string, Evaluate>();
const resolved = new Map<string, string>();

const compile = (file: string): Evaluate => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } },
    module: { type: 'commonjs' },
  });
  return new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, { filename: file }).runInThisContext();
};

/** The value of a key, made once. */
const once = <V>(map: Map<string, V>, key: string, make: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};

/**
 * Our own modules below `root`, read as Jest reads them (swc to CommonJS, export condition "source"), each evaluated once for each call of this
 * function and compiled once for the life of the process. What comes from npm is evaluated once for all. A name that leads out of `root` into the
 * same place of `home` (a workspace link of npm) leads back into `root`, where the changed copy lies.
 */
export const freshModules = (root: string, home: string, instead: Readonly<Record<string, unknown>>): FreshModules => {
  const registry = new Map<string, { exports: object }>();
  const imports = new Map<string, Set<string>>();
  const find = (name: string, from: string): string =>
    once(resolved, `${dirname(from)}\0${name}`, () => {
      const path = name.startsWith('.') && /\.\w+$/.test(name) ? resolve(dirname(from), name) : createRequire(from).resolve(name);
      const strayed = path.startsWith(home + sep) && !path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`);
      return strayed ? root + path.slice(home.length) : path;
    });
  const load = (file: string): object => {
    const known = registry.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    registry.set(file, module);
    const imported = new Set<string>();
    imports.set(file, imported);
    const require = (name: string): unknown => {
      if (Object.hasOwn(instead, name)) return instead[name];
      const path = find(name, file);
      if (!/\.tsx?$/.test(path)) return node(path);
      imported.add(path);
      return load(path);
    };
    once(compiled, file, () => compile(file))(module.exports, require, module, file, dirname(file));
    return module.exports;
  };
  return { load, imports };
};
