import { frameworks, fromFrameworkTender } from '../frameworks.ts';
import type { Fields, ListDefinition } from '../list.ts';
import { applicationLots, fromLotApplication } from './application-lots.ts';
import { applicationRounds, fromRound } from './application-rounds.ts';
import { applications, fromApplication } from './applications.ts';
import { awards, fromAward } from './awards.ts';
import { clarifications, fromClarification } from './clarifications.ts';
import { evaluationScores, fromScoreSheet } from './evaluation-scores.ts';
import { fromRanking, lotRankings } from './lot-rankings.ts';
import { fromPriceBook, priceBooks } from './price-books.ts';

/** A list of records: how a record becomes a row, and the record that a row holds, if anything was decided about it here. */
const recordsIn = <L extends ListDefinition, State>(
  list: L,
  fromState: (state: State) => Fields<L>,
  toState: (fields: Fields<L>) => State | undefined,
) => ({ list, fromState, toState });

/** Every list of the way onto the framework whose rows are records. A framework that was entered by hand is none until it is led from here. */
export const tenderRecords = {
  frameworks: recordsIn(frameworks, fromFrameworkTender, ({ State }) => State),
  rounds: recordsIn(applicationRounds, fromRound, ({ State }) => State),
  clarifications: recordsIn(clarifications, fromClarification, ({ State }) => State),
  applications: recordsIn(applications, fromApplication, ({ State }) => State),
  lotApplications: recordsIn(applicationLots, fromLotApplication, ({ State }) => State),
  scoreSheets: recordsIn(evaluationScores, fromScoreSheet, ({ State }) => State),
  rankings: recordsIn(lotRankings, fromRanking, ({ State }) => State),
  awards: recordsIn(awards, fromAward, ({ State }) => State),
  priceBooks: recordsIn(priceBooks, fromPriceBook, ({ State }) => State),
} as const;
