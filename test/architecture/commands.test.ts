import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type WhereRun, whereRun } from '../commands/where-run.ts';

// Every command that a document names can be typed: the script is there, its program knows the options, and a test runs it.

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'data/README.md', 'spfx-webpart/README.md'].filter((file) => existsSync(path.join(root, file))),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
];

interface Named {
  readonly script: string;
  /** The script, and after it the name of a walk. */
  readonly command: string;
  readonly options: readonly string[];
}

/** Commands between the marks of code: what stands after a comment sign, a quote or a pipe is no part of one. */
const namedIn = (text: string): readonly Named[] =>
  [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z][\w:-]*)((?: [^\n`|#"]*)?)/g)]
    .filter(([whole, name = '']) => whole.startsWith('npm run') || ['start', 'test'].includes(name))
    .map(([, script = '', rest = '']) => {
      const [own = ''] = rest.split(' && ');
      const [, walk] = (script === 'walkthrough' && /^ -- ([a-z]+)/.exec(own)) || [];
      const command = walk === undefined ? script : `${script} ${walk}`;
      return {
        script,
        command,
        options: /^ -- /.test(own) ? [...own.matchAll(/ --([a-z][a-z-]*)/g)].map(([, option = '']) => option) : [],
      };
    });

/** The file that a script starts, and the word by which it tells it what to do. */
const startOf = (script: string): { readonly entry: string; readonly word?: string | undefined } => {
  const [, entry = '', word] = /(\S+\.(?:ts|mjs))(?: (\S+))?$/.exec(scripts[script] ?? '') ?? [];
  return { entry, word };
};

/** The sources of what a script starts: its folder, and for the launcher all of the local run and the walks. */
const programOf = (script: string): string => {
  const { entry } = startOf(script);
  const folders = entry.endsWith('start.mjs') ? ['infra/local', 'test/journeys'] : [path.dirname(entry)];
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.m?ts$|\.mjs$/.test(file) && !/node_modules|\.test\.ts$/.test(file))
        .map((file) => read(path.join(folder, file))),
    )
    .join('\n');
};

const all = documents.flatMap((file) => namedIn(read(file)).map((named) => ({ file, ...named })));

test('documents name commands', () => {
  expect(documents.length).toBeGreaterThan(100);
  expect(all.length).toBeGreaterThan(100);
});

test('each command of a document is a script of package.json', () => {
  expect(all.filter(({ script }) => scripts[script] === undefined).map(({ file, script }) => `${file}: npm run ${script}`)).toEqual([]);
});

test('each option of such a command is one that its program reads', () => {
  const known = new Map<string, string>();
  const missing = all.flatMap(({ file, script, options }) => {
    if (options.length === 0 || scripts[script] === undefined) return [];
    const program = known.get(script) ?? programOf(script);
    known.set(script, program);
    return options
      .filter((option) => !new RegExp(`['"]${option}['"]|\\b${option}: |--${option}\\b`).test(program))
      .map((option) => `${file}: npm run ${script} -- --${option}`);
  });
  expect(missing).toEqual([]);
});

/** What test/run.mjs runs: by its name, by its file, or each part of it. */
const runner = read('test/run.mjs');
const isInNpmTest = (script: string): boolean =>
  script === 'test' ||
  runner.includes(`'${script}'`) ||
  (scripts[script] ?? '').split(' && ').every((part) => {
    const [, name] = /^npm run (?:--silent )?(\S+)$/.exec(part) ?? [];
    const [, file] = /^node (\S+)$/.exec(part) ?? [];
    return name === undefined ? file !== undefined && runner.includes(`'${file}'`) : isInNpmTest(name);
  });

const isTest = (file: string): boolean => /\.test\.ts$/.test(file) && existsSync(path.join(root, file));
const nameOf = (file: string): string => path.basename(file).replace(/\.ts$/, '');

/** What is wrong with a line of the table, or nothing. */
const faultsOf = (command: string, line: WhereRun): readonly string[] => {
  const [script = ''] = command.split(' ');
  if ('by' in line) return isInNpmTest(script) ? [] : ['test/run.mjs does not run it'];
  if ('started' in line) {
    const [test, ...through] = line.started;
    if (!isTest(test)) return [`${test} is no test`];
    const texts = line.started.map(read);
    const { entry, word } = startOf(script);
    return [
      ...through.filter((file, at) => !texts[at]?.includes(nameOf(file))).map((file) => `nothing leads to ${file}`),
      ...[entry, ...(word === undefined ? [] : [word])].filter((part) => !texts.some((text) => text.includes(`'${part}'`))),
    ];
  }
  const test = 'typed' in line ? line.typed : line.test;
  if (!isTest(test)) return [`${test} is no test`];
  if ('typed' in line) return read(test).includes(`typeCommand('${script}'`) ? [] : [`${test} does not type it`];
  return [read(test), programOf(script)].every((text) => text.includes(`${line.called}(`)) ? [] : [`not both call ${line.called}`];
};

test('each command of a document is run by a test, and the table of where names no others', () => {
  expect(Object.keys(whereRun).sort()).toEqual([...new Set(all.map(({ command }) => command))].sort());
});

test('each line of that table is true: the test is there, and starts, calls or types the command', () => {
  expect(Object.entries(whereRun).flatMap(([command, line]) => faultsOf(command, line).map((fault) => `${command}: ${fault}`))).toEqual([]);
  // A line that is wrong in any of its ways is found.
  const recovery = 'test/journeys/recovery.evidence.test.ts';
  const wrong: readonly (readonly [string, WhereRun])[] = [
    ['load', { by: 'npm test' }],
    ['backup', { started: ['test/journeys/no-such.evidence.test.ts'] }],
    ['backup', { started: ['test/run.mjs'] }],
    ['seed', { started: [recovery] }],
    ['doctor', { started: [recovery] }],
    ['setup', { started: ['test/setup/rehearsal.evidence.test.ts', 'test/setup/rehearse.ts', 'test/journeys/main-job.ts'] }],
    ['walkthrough block', { called: 'walkBlock', test: 'test/journeys/tender.evidence.test.ts' }],
    ['load', { typed: 'test/commands/alone.evidence.test.ts' }],
  ];
  expect(wrong.filter(([command, line]) => faultsOf(command, line).length === 0)).toEqual([]);
});

test('the sum of a month in the guide for IT teams is that of its rows', () => {
  const amounts = [...read('docs/admin-guide.md').matchAll(/^\| (.+?) \|.*\| (?:\*\*)?\$([\d.]+)(?:\*\*)? \|$/gm)].map(
    ([, name = '', amount]) => ({ name, pence: Math.round(Number(amount) * 100) }),
  );
  const total = amounts.find(({ name }) => name.includes('Together'));
  expect(amounts.length).toBeGreaterThan(5);
  expect(amounts.filter((row) => row !== total).reduce((sum, { pence }) => sum + pence, 0)).toBe(total?.pence);
});
