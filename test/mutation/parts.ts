import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** A part of the domain whose rules are changed on purpose, and the tests that must notice. Paths are from the root of the repository. */
export interface MutationPart {
  readonly name: string;
  /** Every rule of the part: mutated, but for tests, fixtures and corpora. */
  readonly code: string;
  /** Beside the tests of the domain: the stories over ports in memory that are about it, and what the lists promise of it. */
  readonly stories: readonly string[];
}

const domain = 'shared/src/domain';
const story = (name: string): string => `test/faults/${name}.test.ts`;
const part = (name: string, ...stories: readonly string[]): MutationPart => ({
  name,
  code: `${domain}/${name}/**/*.ts`,
  stories: stories.map(story),
});

/** The whole of the domain, part by part: each is scored by itself, and its mutants meet its own stories. */
export const mutationParts: readonly MutationPart[] = [
  { name: 'shared', code: `${domain}/*.ts`, stories: [] },
  part('call-off', 'commands', 'undo-withdrawal'),
  part('days'),
  part('directory'),
  part('machine'),
  part('money', 'commands'),
  part('people'),
  part('pupils'),
  part('register'),
  part('texts'),
  part('approvals', 'commands', 'approval-clock', 'delegation', 'reminders'),
  part('attendance', 'attendance'),
  part('block-purchases', 'block-money', 'block-offer', 'draw-downs'),
  part('census'),
  part('enquiries', 'enquiries'),
  part('events', 'events'),
  part('features'),
  {
    ...part('hand-edits'),
    stories: [story('hand-edits'), 'shared/src/lists/hand-edits/judge-edit.test.ts', 'shared/src/lists/hand-edits/review-row.test.ts'],
  },
  part('imports'),
  part('insight'),
  part('invoices', 'invoices'),
  part('ledgers', 'ledgers', 'limits'),
  part('notices', 'notices'),
  part('off-framework', 'off-framework'),
  part('open-data'),
  part('operations', 'stuck'),
  part('orders', 'commands', 'placements'),
  part('surveys', 'surveys'),
  { ...part('privacy'), stories: ['shared/src/lists/erased-call-off.test.ts'] },
  part('placements'),
  part('provider-changes', 'provider-changes'),
  part('quality', 'lapsed-checks', 'provider-holds', 'quality-history', 'concerns', 'visits', 'own-checks'),
  part('reviews', 'reviews'),
  part('saved-searches'),
  part('tenders', 'rounds', 'applicants', 'evaluation', 'awards', 'award-card', 'price-review', 'award-stories', 'tender-commands'),
  part('value-for-money', 'value-for-money'),
];

/** The name of the part that a file belongs to, wherever the repository lies. */
export const partNameOf = (path: string): string => {
  const [first = '', ...deeper] = path.slice(path.indexOf(`${domain}/`) + domain.length + 1).split('/');
  return deeper.length === 0 ? 'shared' : first;
};

/** Why changes of a part that no test notices may stay: see `readExplained`. */
export const explainedFile = ({ name }: MutationPart): string => `test/mutation/explained/${name}.txt`;

/** Where the changes of a part that no test noticed are written down, as they are found. */
export const survivorsFile = ({ name }: Pick<MutationPart, 'name'>): string => `.local/mutation/${name}.survivors.txt`;

/** The parts of that name, or all without one: `orders`, or one file of it, `orders/start-order.ts`. A name that is none is given back. */
export const askedParts = (names: readonly string[]): readonly MutationPart[] | string => {
  const parts: MutationPart[] = [];
  for (const asked of names) {
    const [name, ...file] = asked.split('/');
    const found = mutationParts.find((one) => one.name === name);
    if (!found) return asked;
    parts.push(file.length === 0 ? found : { ...found, code: `${dirname(found.code.replace('/**', ''))}/${file.join('/')}` });
  }
  return names.length === 0 ? mutationParts : parts;
};

/** The patterns that Stryker mutates of parts. */
export const mutated = (parts: readonly MutationPart[]): string[] => [
  ...parts.map(({ code }) => code),
  '!shared/src/domain/**/*.test.ts',
  '!shared/src/domain/**/*.fixture.ts',
  '!shared/src/domain/**/*.corpus.ts',
];

/** The files of tests that a part's mutants meet: those of the whole domain (only what loads a mutant is asked about it), and the part's stories. */
export const testsOf = ({ stories }: MutationPart): readonly string[] => [
  ...readdirSync(domain, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `${domain}/${path}`),
  ...stories,
];
