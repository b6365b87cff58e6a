import { personKey } from '../../domain/people/person.ts';
import { type ScoreSheet, scoreSheetStatuses } from '../../domain/tenders/evaluation/score-sheet.ts';
import { choice, json, number, person, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { scoreSheetState } from './evaluation-state.ts';

/** No column shows a score: they are sealed until all are in, and whoever opens the list must not see them either. */
export const evaluationScores = defineList({
  title: 'EvaluationScores',
  description:
    'Who evaluates which application for a lot, and how far they are. Scores are sealed until all are in: the app shows to whom what it may.',
  handEdited: false,
  restricted: 'to-nobody',
  columns: {
    Title: text({ label: 'Score sheet', holds: 'none', required: true, indexed: true, unique: true }),
    LotApplicationRef: text({ label: 'Application for a lot', holds: 'none', required: true, indexed: true }),
    Evaluator: person({ label: 'Evaluator key', holds: 'staff-identity', required: true, indexed: true }),
    EvaluatorName: text({ label: 'Evaluator', holds: 'staff-identity', required: true }),
    Status: choice(scoreSheetStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { assigned: 'waiting', cleared: 'waiting', conflicted: 'stopped', submitted: 'good' },
    }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(scoreSheetState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole record as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [{ title: 'All score sheets', columns: ['LotApplicationRef', 'EvaluatorName', 'Status'], orderBy: 'LotApplicationRef' }],
});

export const fromScoreSheet = (sheet: ScoreSheet): Fields<typeof evaluationScores> => ({
  Title: sheet.ref,
  LotApplicationRef: sheet.lotApplicationRef,
  Evaluator: personKey(sheet.evaluator),
  EvaluatorName: sheet.evaluator.name,
  Status: sheet.status,
  Version: sheet.version,
  State: sheet,
});
