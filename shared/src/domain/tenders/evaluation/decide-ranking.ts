import { type Refusal, refused } from '../../refusal.ts';
import { type Change, decider } from '../decider.ts';
import { criteriaOf } from '../round/round.ts';
import { textFault } from '../text.ts';
import { rankLot } from './rank-lot.ts';
import { type Ranking, rankingRef } from './ranking.ts';
import type { RankingCommand, RankingFacts, RecordRanking } from './ranking-command.ts';
import { rankingMachine } from './ranking-machine.ts';

/** Decides one command about the ranking of a lot (row 14). */
export const decideRanking = decider<Ranking, RecordRanking, RankingCommand, RankingFacts>(
  rankingMachine,
  { 'record-ranking': (command, facts) => rank(command.lotKey, facts) },
  {
    'record-ranking': (present, _command, facts) => rank(present.lotKey, facts),
    'set-aside-ranking': (present, { reason }, { awards }) =>
      awards.some(({ status }) => status !== 'rejected' && status !== 'set-aside')
        ? refused('ranking-not-possible', 'An award rests on this ranking. Reject the award or set it aside first.')
        : (textFault(reason, 'why the ranking is set aside', '/reason') ?? {
            state: { ...present, status: 'set-aside' },
            what: 'Set aside',
            comment: reason,
            works: [{ kind: 'note-ranking' }],
          }),
  },
);

const rank = (lotKey: string, { round, lotApplications }: RankingFacts): Change<Ranking> | Refusal => {
  const criteria = criteriaOf(round, lotKey);
  if (!criteria) return refused('lot-not-known', `This round takes no applications for lot ${lotKey}.`, '/lotKey');
  const standing = lotApplications.filter(({ status }) => status !== 'withdrawn');
  const waiting = standing.filter(({ status }) => status !== 'moderated').length;
  if (waiting > 0)
    return refused('ranking-not-possible', `Moderate every application for the lot first: ${waiting} ${waiting === 1 ? 'is' : 'are'} not.`);
  if (standing.length === 0) return refused('ranking-not-possible', 'There is no application to rank for this lot.');
  const entries = standing.map(({ ref, price, failedBy, moderation }) => ({ ref, price, failedBy, marks: moderation?.marks ?? {} }));
  return {
    state: {
      ref: rankingRef(round.ref, lotKey),
      status: 'recorded',
      roundRef: round.ref,
      lotKey,
      criteria,
      ...rankLot(criteria, round.questionSet, entries),
    },
    what: `Ranked ${entries.length} applications`,
    works: [{ kind: 'note-ranking' }],
  };
};
