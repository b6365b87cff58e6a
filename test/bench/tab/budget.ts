import { type BuiltFile, buildTab, fileOf, gzipOf, partOf, withNeeds } from './built-tab.ts';
import { browserHost, directory, filesOfFirstScreen, linkPage, teamsHost } from './first-screen.ts';
import { onTopOf, parts, withoutParts } from './parts.ts';

/** The first screen may weigh this many times the reference build, which holds the same libraries and nothing of ours. */
const firstScreenTimesReference = 1.25;
/** All that school staff in Teams load in their daily work, in bytes after gzip -9. What only some of them ever open is counted apart: see parts.ts. */
const everythingInTeams = 230_000;

/** Packages that belong to one file, or to none: [part, the module whose file may hold it]. */
const confined: readonly (readonly [RegExp, string | undefined])[] = [
  [/^@microsoft\/teams-js$/, teamsHost],
  [/^@azure\/msal-/, browserHost],
  [/^adaptivecards/, undefined],
  [/^@microsoft\/microsoft-graph-client|^@azure\/identity/, undefined],
  [/^shared\/src\/(lists|search)$/, undefined],
];

const faults: string[] = [];
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

/** The five heaviest parts of a file, with their share of its characters. */
const holds = ({ modules }: BuiltFile): string => {
  const parts = new Map<string, number>();
  for (const [module, length] of Object.entries(modules)) parts.set(partOf(module), (parts.get(partOf(module)) ?? 0) + length);
  const all = [...parts.values()].reduce((sum, length) => sum + length, 0);
  const heaviest = [...parts].sort(([, a], [, b]) => b - a).slice(0, 5);
  return heaviest.map(([part, length]) => `${part} ${Math.round((100 * length) / all)}%`).join(', ') || 'styles';
};

const files = await buildTab();
const reference = gzipOf(await buildTab({ instead: 'test/bench/tab/reference-screen.tsx' }));
const first = filesOfFirstScreen(files);
const outside = [fileOf(files, browserHost), fileOf(files, linkPage)];
const inTeams = withoutParts(files, first, outside);
const apart = parts.map((part) => ({ ...part, files: onTopOf(part, files, first, outside) }));

/** Who asks for a file. */
const askedFor = (file: BuiltFile): string => {
  if (first.includes(file)) return 'first screen';
  if (inTeams.includes(file)) return 'later';
  return apart.find((part) => part.files.includes(file))?.short ?? 'browser only';
};

row(['file', 'when', 'raw kB', 'gzip kB', 'holds (share of its characters)']);
row(['---', '---', '---:', '---:', '---']);
for (const file of [...files].sort((a, b) => Number(first.includes(b)) - Number(first.includes(a)) || b.gzip - a.gzip)) {
  row([file.name.replace('assets/', ''), askedFor(file), kB(file.raw), kB(file.gzip), holds(file)]);
}

for (const file of files)
  for (const module of Object.keys(file.modules))
    for (const [part, home] of confined)
      if (part.test(partOf(module)) && (home === undefined || file !== fileOf(files, home)))
        faults.push(`${module} is in ${file.name}; it belongs ${home === undefined ? 'nowhere in the tab' : `beside ${home}`}.`);
if (withNeeds(files, [fileOf(files, teamsHost)]).includes(fileOf(files, directory)))
  faults.push('What starts in Teams needs the code of the screens, so that it waits for it: see teams-app/build/boot-first.ts.');
const limit = reference * firstScreenTimesReference;
if (gzipOf(first) > limit) faults.push(`The first screen weighs ${kB(gzipOf(first))} kB and may weigh ${kB(limit)} kB.`);
if (gzipOf(inTeams) > everythingInTeams)
  faults.push(`Everything in Teams weighs ${kB(gzipOf(inTeams))} kB and may weigh ${kB(everythingInTeams)} kB.`);
for (const { told, limit: most, files: loaded } of apart)
  if (gzipOf(loaded) > most)
    faults.push(`${told}: ${kB(gzipOf(loaded))} kB, and may weigh ${kB(most)} kB. See parts.ts for what it is meant to hold.`);

console.log(`
Reference build: ${kB(reference)} kB
First screen: ${kB(gzipOf(first))} kB, ${(gzipOf(first) / reference).toFixed(2)} times the reference (at most ${firstScreenTimesReference})
Everything in Teams: ${kB(gzipOf(inTeams))} kB (at most ${kB(everythingInTeams)})
${apart.map(({ told, limit: most, files: loaded }) => `${told}: ${kB(gzipOf(loaded))} kB (at most ${kB(most)})`).join('\n')}
Sign-in of plain browsers and pages of links, on top there: ${kB(gzipOf(files.filter((file) => askedFor(file) === 'browser only')))} kB`);
for (const fault of faults) console.error(`Over budget: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
