import type { Pence } from '../../money/money.ts';
import type { TenderRecord } from '../record.ts';
import type { LotCriteria } from '../round/criteria.ts';
import type { LotApplication } from './lot-application.ts';
import type { RankedLine } from './rank-lot.ts';

export const rankingStatuses = ['recorded', 'set-aside'] as const;
export type RankingStatus = (typeof rankingStatuses)[number];

/**
 * The ranking of one lot of a round. It weighs many applications against each other, so it is one record of its own: they are all ranked from the same
 * facts, or none is.
 */
export interface Ranking extends TenderRecord {
  readonly status: RankingStatus;
  readonly roundRef: string;
  readonly lotKey: string;
  readonly criteria: LotCriteria;
  readonly lowest?: Pence | undefined;
  readonly lines: readonly RankedLine[];
}

export const rankingRef = (roundRef: string, lotKey: string): string => `RK-${roundRef}-${lotKey}`;

/** The line of an application for a lot; none while the ranking is set aside. */
export const lineOf = (ranking: Ranking | undefined, { ref }: Pick<LotApplication, 'ref'>): RankedLine | undefined =>
  ranking?.status === 'recorded' ? ranking.lines.find((line) => line.ref === ref) : undefined;
