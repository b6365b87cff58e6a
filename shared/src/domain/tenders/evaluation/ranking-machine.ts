import type { TenderMachine } from '../machine.ts';
import type { RankingStatus } from './ranking.ts';
import type { RankingCommand } from './ranking-command.ts';

/** Which command leads the ranking of a lot where. */
export const rankingMachine: TenderMachine<RankingStatus, RankingCommand['kind']> = {
  subject: 'the ranking',
  states: { recorded: 'recorded', 'set-aside': 'set aside' },
  // A ranking that stands can always be set aside until an award rests on it; one that was can be recorded again.
  ends: [],
  moves: [
    {
      command: 'record-ranking',
      does: 'record the ranking',
      from: ['none', 'set-aside'],
      to: ['recorded'],
      by: ['moderator', 'commissioner'],
      guard: 'row 14: every application for the lot is moderated or withdrawn, and at least one is moderated',
      audit: 'ranking-recorded',
    },
    {
      command: 'set-aside-ranking',
      does: 'set the ranking aside',
      from: ['recorded'],
      to: ['set-aside'],
      by: ['commissioner'],
      guard: 'with a reason, while no award rests on it',
      audit: 'ranking-set-aside',
    },
  ],
};
