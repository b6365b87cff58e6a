// Lays out what goes to Azure in a folder of its own, so that nothing else can: the host reads host.json, package.json and the bundle. The package.json names no
// packages, for none is needed: the bundle holds them, and a build in Azure would ask the public registry for our own.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Copies what is deployed of the functions package, which is built, from its folder to another. What was there before is gone. */
export const stage = (from, to) => {
  rmSync(to, { recursive: true, force: true });
  // A source map is fifteen megabytes that every start would have to unpack.
  cpSync(path.join(from, 'dist'), path.join(to, 'dist'), { recursive: true, filter: (file) => !file.endsWith('.map') });
  cpSync(path.join(from, 'host.json'), path.join(to, 'host.json'));
  const { name, version, type, main } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify({ name, version, private: true, type, main }, undefined, 2)}\n`);
};
