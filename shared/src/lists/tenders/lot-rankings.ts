import { type Ranking, rankingStatuses } from '../../domain/tenders/evaluation/ranking.ts';
import { choice, json, money, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { rankingState } from './evaluation-state.ts';

export const lotRankings = defineList({
  title: 'LotRankings',
  description: 'The ranking of the applications for one lot of a round, with every number that made it. Read only for people.',
  handEdited: false,
  columns: {
    Title: text({ label: 'Ranking', holds: 'none', required: true, indexed: true, unique: true }),
    RoundRef: text({ label: 'Round', holds: 'none', required: true, indexed: true }),
    LotKey: reference({ label: 'Lot', holds: 'none', required: true, indexed: true }),
    Status: choice(rankingStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { recorded: 'good', 'set-aside': 'stopped' },
    }),
    Lowest: money({ label: 'Lowest price of those that pass (ex VAT)', holds: 'none' }),
    Ranked: number({ label: 'Applications ranked', holds: 'none', required: true }),
    Recommended: number({ label: 'Recommended', holds: 'none', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(rankingState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'The whole ranking as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    { title: 'All rankings', columns: ['Title', 'RoundRef', 'LotKey', 'Status', 'Lowest', 'Ranked', 'Recommended'], orderBy: 'Title' },
  ],
});

export const fromRanking = (ranking: Ranking): Fields<typeof lotRankings> => ({
  Title: ranking.ref,
  RoundRef: ranking.roundRef,
  LotKey: ranking.lotKey,
  Status: ranking.status,
  Lowest: ranking.lowest,
  Ranked: ranking.lines.length,
  Recommended: ranking.lines.filter(({ recommended }) => recommended).length,
  Version: ranking.version,
  State: ranking,
});
