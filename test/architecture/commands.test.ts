import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Every command that a document names can be typed: the script is there, and its program knows the options.

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
  readonly options: readonly string[];
}

/** Commands between the marks of code: what stands after a comment sign, a quote or a pipe is no part of one. */
const namedIn = (text: string): readonly Named[] =>
  [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z][\w:-]*)((?: [^\n`|#"]*)?)/g)]
    .filter(([whole, name = '']) => whole.startsWith('npm run') || ['start', 'test'].includes(name))
    .map(([, script = '', rest = '']) => {
      const [own = ''] = rest.split(' && ');
      return { script, options: /^ -- /.test(own) ? [...own.matchAll(/ --([a-z][a-z-]*)/g)].map(([, option = '']) => option) : [] };
    });

/** The sources of what a script starts: its folder, and for the launcher all of the local run and the walks. */
const programOf = (script: string): string => {
  const entry = /(\S+\.(?:ts|mjs))(?: |$)/.exec(scripts[script] ?? '')?.[1] ?? '';
  const folders = entry.endsWith('start.mjs') ? ['infra/local', 'test/journeys'] : [path.dirname(entry)];
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.m?ts$|\.mjs$/.test(file) && !file.includes('node_modules'))
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

test('the sum of a month in the guide for IT teams is that of its rows', () => {
  const amounts = [...read('docs/admin-guide.md').matchAll(/^\| (.+?) \|.*\| (?:\*\*)?\$([\d.]+)(?:\*\*)? \|$/gm)].map(
    ([, name = '', amount]) => ({ name, pence: Math.round(Number(amount) * 100) }),
  );
  const total = amounts.find(({ name }) => name.includes('Together'));
  expect(amounts.length).toBeGreaterThan(5);
  expect(amounts.filter((row) => row !== total).reduce((sum, { pence }) => sum + pence, 0)).toBe(total?.pence);
});
