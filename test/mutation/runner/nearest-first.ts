import { basename, dirname } from 'node:path';

/** What each file imports, by path. */
export type Imports = Readonly<Record<string, readonly string[]>>;

/** Of the tests that run through a change, those of so many files are asked, the nearest first. A change that they all let pass counts as not noticed. */
const mostFiles = 40;
/** A table that is made as its module is loaded is run through by everything that loads it: asked are those that are so many imports away. */
const tableReach = 2;

/** How many imports each file is away from `file`; a file that does not load it is absent. */
export const distancesTo = (file: string, imports: Imports): ReadonlyMap<string, number> => {
  const importers = new Map<string, string[]>();
  for (const [from, targets] of Object.entries(imports)) {
    for (const to of targets) {
      const known = importers.get(to);
      if (known) known.push(from);
      else importers.set(to, [from]);
    }
  }
  const distances = new Map([[file, 0]]);
  for (const [at, distance] of distances)
    for (const importer of importers.get(at) ?? []) if (!distances.has(importer)) distances.set(importer, distance + 1);
  return distances;
};

/**
 * The files of tests that are asked about a change of `file`, in that order: its own, then by imports, those beside it before others.
 * @param running Ids of the tests that run through the change; undefined if it is one of a table.
 */
export const asking = (tests: readonly string[], file: string, imports: Imports, running: readonly string[] | undefined): string[] => {
  const distances = distancesTo(file, imports);
  const own = file.replace(/\.ts$/, '.test.ts');
  const rank = (test: string): number => {
    if (test === own) return -1;
    return (distances.get(test) ?? 0) + (dirname(test) === dirname(file) ? 0 : 0.5);
  };
  const within = (test: string): boolean =>
    (distances.get(test) ?? Number.POSITIVE_INFINITY) <= tableReach || dirname(test) === dirname(file);
  const ran = running && new Set(running.map((id) => id.slice(0, id.indexOf('.test.ts ') + '.test.ts'.length)));
  return tests
    .filter((test) => distances.has(test) && (ran ? ran.has(test) : within(test)))
    .sort((one, other) => rank(one) - rank(other) || basename(one).localeCompare(basename(other)))
    .slice(0, mostFiles);
};
