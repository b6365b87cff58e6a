import { basename, dirname } from 'node:path';

/** The file of a test, by the test's id. */
export const fileOf = (testId: string): string => testId.slice(0, testId.indexOf('.test.ts ') + '.test.ts'.length);

/** What each file imports, by path. */
export type Imports = Readonly<Record<string, readonly string[]>>;

/** Of the tests that run through a change, those of so many files are asked, the nearest first. A change that they all let pass counts as not noticed. */
const mostFiles = 40;
/** A table that is made as its module is loaded is run through by everything that loads it: asked are those that are so many imports away, and whose tests run through it. */
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
 * @param running The files whose tests run through the change.
 * @param isTable Whether it is run through as modules are loaded, too: by a table, or by what a file of tests prepares for all of them.
 */
export const asking = (
  tests: readonly string[],
  file: string,
  imports: Imports,
  running: ReadonlySet<string>,
  isTable: boolean,
): string[] => {
  const distances = distancesTo(file, imports);
  const own = file.replace(/\.ts$/, '.test.ts');
  const rank = (test: string): number => {
    if (test === own) return -1;
    return (distances.get(test) ?? 0) + (dirname(test) === dirname(file) ? 0 : 0.5);
  };
  const within = (test: string): boolean =>
    (distances.get(test) ?? Number.POSITIVE_INFINITY) <= tableReach || dirname(test) === dirname(file);
  return tests
    .filter((test) => distances.has(test) && (running.has(test) || (isTable && within(test))))
    .sort((one, other) => rank(one) - rank(other) || basename(one).localeCompare(basename(other)))
    .slice(0, mostFiles);
};
