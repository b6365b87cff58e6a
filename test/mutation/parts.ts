/** A part of the domain whose rules are changed on purpose, and the tests that must notice. Paths are from the root of the repository. */
export interface MutationPart {
  readonly name: string;
  /** Every rule of the part: mutated, but for tests, fixtures and corpora. */
  readonly code: string;
  /** Beside the part's own tests: the stories over ports in memory that are about it. */
  readonly stories: readonly string[];
}

const domain = 'shared/src/domain';
const story = (name: string): string => `test/faults/${name}.test.ts`;
const part = (name: string, ...stories: readonly string[]): MutationPart => ({
  name,
  code: `${domain}/${name}/**/*.ts`,
  stories: stories.map(story),
});

/** The whole of the domain, part by part: a mutant meets only the tests that are about it, or one run would take a night. */
export const mutationParts: readonly MutationPart[] = [
  { name: 'rules', code: `${domain}/*.ts`, stories: [story('commands'), story('undo-withdrawal')] },
  part('approvals', 'approval-clock', 'delegation', 'reminders'),
  part('attendance', 'attendance'),
  part('block-purchases', 'block-money', 'draw-downs'),
  part('census'),
  part('enquiries', 'enquiries'),
  part('hand-edits', 'hand-edits'),
  part('imports'),
  part('invoices', 'invoices'),
  part('ledgers', 'ledgers'),
  part('operations', 'stuck'),
  part('orders', 'placements'),
  part('privacy'),
  part('provider-changes', 'provider-changes'),
  part('quality', 'quality', 'concerns', 'visits', 'own-checks'),
  part('reviews', 'reviews'),
  part('tenders', 'rounds', 'evaluation', 'awards', 'award-stories', 'tender-commands'),
];

/** The patterns that Stryker mutates of a part. */
export const mutated = ({ code }: MutationPart): string[] => [
  code,
  '!shared/src/domain/**/*.test.ts',
  '!shared/src/domain/**/*.fixture.ts',
  '!shared/src/domain/**/*.corpus.ts',
];

/** The patterns of the tests that a part's mutants are run against. */
export const testsOf = ({ code, stories }: MutationPart): string[] => [code.replace(/\.ts$/, '.test.ts'), ...stories];
