import type { RoundFacts } from './round-command.ts';

/** Row 17: a first round belongs before the framework closes; later ones only to an open framework. */
export const takesRounds = ({ status, kind }: Pick<RoundFacts['framework'], 'status' | 'kind'>): boolean =>
  status === 'coming' || status === 'open' || (status === 'live' && kind === 'open');
