/** What became of a mutant, in Stryker's words. */
type MutantStatus = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'CompileError' | 'RuntimeError' | 'Ignored' | 'Pending';

/** How many mutants of a part were noticed by a test, and how many were not. */
export interface MutationScore {
  readonly name: string;
  /** Noticed: a test failed, or no longer came to an end. */
  readonly killed: number;
  /** Not noticed, though tests ran through it. */
  readonly survived: number;
  /** No test of the part runs through it. */
  readonly uncovered: number;
}

/** Counts mutants by what became of them. Those that could not be compiled or were left out by a comment in the code count for nothing. */
export const scoreOf = (name: string, mutants: readonly { readonly status: MutantStatus }[]): MutationScore => {
  const count = (...statuses: readonly MutantStatus[]): number => mutants.filter(({ status }) => statuses.includes(status)).length;
  return { name, killed: count('Killed', 'Timeout'), survived: count('Survived'), uncovered: count('NoCoverage') };
};

/** The sum of several parts. */
export const totalOf = (scores: readonly MutationScore[]): MutationScore => {
  const sum = (pick: (score: MutationScore) => number): number => scores.reduce((total, score) => total + pick(score), 0);
  return {
    name: 'all',
    killed: sum(({ killed }) => killed),
    survived: sum(({ survived }) => survived),
    uncovered: sum(({ uncovered }) => uncovered),
  };
};

/** Per cent of the mutants that were noticed, to one decimal, rounded down; 100 where there is none. */
export const percentOf = ({ killed, survived, uncovered }: MutationScore): number => {
  const all = killed + survived + uncovered;
  return all === 0 ? 100 : Math.floor((killed * 1000) / all) / 10;
};
