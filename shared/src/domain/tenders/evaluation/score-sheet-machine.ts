import type { TenderMachine } from '../machine.ts';
import type { ScoreSheetStatus } from './score-sheet.ts';
import type { AssignEvaluator, ScoreSheetCommand } from './score-sheet-command.ts';

/** Which command leads a score sheet where. */
export const scoreSheetMachine: TenderMachine<ScoreSheetStatus, (AssignEvaluator | ScoreSheetCommand)['kind']> = {
  subject: 'the score sheet',
  states: {
    assigned: 'waiting for the declaration of interests',
    cleared: 'being scored',
    conflicted: 'closed: the evaluator has a conflict of interest',
    submitted: 'submitted and locked',
    'stood-down': 'closed: the evaluator was stood down',
  },
  ends: ['conflicted', 'submitted', 'stood-down'],
  moves: [
    {
      command: 'assign-evaluator',
      does: 'assign an evaluator',
      from: ['none'],
      to: ['assigned'],
      by: ['moderator', 'commissioner'],
      guard: 'before moderation; nobody is assigned twice to one application and lot',
      audit: 'evaluator-assigned',
    },
    {
      command: 'declare-interest',
      does: 'declare your interests',
      from: ['assigned', 'cleared'],
      to: ['cleared', 'conflicted'],
      by: ['evaluator'],
      guard: 'row 13: by the evaluator, before anything is scored; a conflict that shows later is declared then, and says what it is',
      audit: 'interest-declared',
    },
    {
      command: 'save-scores',
      does: 'save scores',
      from: ['cleared'],
      to: ['cleared'],
      by: ['evaluator'],
      guard: 'by the evaluator; each score with its comment',
      audit: 'scores-saved',
    },
    {
      command: 'submit-scores',
      does: 'submit the scores',
      from: ['cleared'],
      to: ['submitted'],
      by: ['evaluator'],
      guard: 'row 13: every question of the lot that people judge is scored',
      audit: 'scores-submitted',
    },
    {
      command: 'stand-down-evaluator',
      does: 'stand the evaluator down',
      from: ['assigned', 'cleared'],
      to: ['stood-down'],
      by: ['moderator', 'commissioner'],
      guard: 'with a reason',
      audit: 'evaluator-stood-down',
    },
  ],
};
