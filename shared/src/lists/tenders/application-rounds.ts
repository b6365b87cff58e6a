import type { Round } from '../../domain/tenders/round/round.ts';
import { roundStatuses } from '../../domain/tenders/round/round-status.ts';
import { choice, instant, json, keyList, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { roundState } from './round-state.ts';

/** `State` is the truth; every other column is written from it, for people to read, sort and filter. */
export const applicationRounds = defineList({
  title: 'ApplicationRounds',
  description:
    'Rounds in which providers apply for a framework, with their questions and weights. Read only for people: the product writes it.',
  handEdited: false,
  columns: {
    Title: text({ label: 'Round', holds: 'none', required: true, indexed: true, unique: true }),
    FrameworkRef: reference({ label: 'Framework', holds: 'none', required: true, indexed: true }),
    Status: choice(roundStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { draft: 'waiting', published: 'waiting', open: 'good', cancelled: 'stopped' },
    }),
    LotKeys: keyList({ label: 'Lots', holds: 'none', required: true }),
    Opens: instant({ label: 'Opens', holds: 'none', required: true, indexed: true }),
    ClarificationsClose: instant({ label: 'Questions until', holds: 'none', required: true }),
    Closes: instant({ label: 'Closes', holds: 'none', required: true, indexed: true }),
    QuestionSetVersion: text({ label: 'Question set', holds: 'none', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(roundState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'The whole round as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All rounds',
      columns: ['Title', 'FrameworkRef', 'Status', 'LotKeys', 'Opens', 'ClarificationsClose', 'Closes'],
      orderBy: 'Closes',
      descending: true,
    },
  ],
});

export const fromRound = (round: Round): Fields<typeof applicationRounds> => ({
  Title: round.ref,
  FrameworkRef: round.frameworkRef,
  Status: round.status,
  LotKeys: round.lots.map(({ lotKey }) => lotKey),
  Opens: round.opensAt,
  ClarificationsClose: round.clarificationsCloseAt,
  Closes: round.closesAt,
  QuestionSetVersion: round.questionSet.version,
  Version: round.version,
  State: round,
});
