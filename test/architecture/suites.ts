import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

/** The files under a folder of the project whose names are those of suites, from the root of the project. */
export const suitesIn = (folder: string, isSuite: RegExp): readonly string[] =>
  readdirSync(path.join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : suitesIn(file, isSuite);
    return isSuite.test(entry.name) ? [file] : [];
  });
