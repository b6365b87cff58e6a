import { samePerson } from '../../people/person.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { decider, type TenderCommand } from '../decider.ts';
import { firstFault, textFault } from '../text.ts';
import { marksFault, unmarked } from './mark.ts';
import { type ScoreSheet, scoreSheetRef } from './score-sheet.ts';
import type { AssignEvaluator, ScoreSheetCommand, ScoreSheetFacts } from './score-sheet-command.ts';
import { scoreSheetMachine } from './score-sheet-machine.ts';

/** Decides one command about an evaluator's scores (row 13): interests first, a comment for each score, locked once they are in. */
export const decideScoreSheet = decider<ScoreSheet, AssignEvaluator, ScoreSheetCommand, ScoreSheetFacts>(
  scoreSheetMachine,
  {
    'assign-evaluator': ({ lotApplicationRef, evaluator }, facts) =>
      moderatedAlready(facts) ?? {
        state: { ref: scoreSheetRef(lotApplicationRef, evaluator), status: 'assigned', lotApplicationRef, evaluator, marks: {} },
        what: `${evaluator.name} assigned`,
        works: [{ kind: 'tell', audience: 'evaluator', news: 'evaluator-assigned' }],
      },
  },
  {
    'declare-interest': (present, command, _facts, now) => {
      const { conflict, statement = '' } = command;
      const fault = firstFault(
        notTheirs(present, command),
        conflict || statement !== '' ? textFault(statement, 'what your interest is', '/statement') : undefined,
      );
      if (fault) return fault;
      const interest = { conflict, ...(statement !== '' && { statement }), declaredAt: now };
      return conflict
        ? {
            state: { ...present, status: 'conflicted', interest, marks: {} },
            what: 'Conflict of interest declared',
            works: [{ kind: 'tell', audience: 'panel', news: 'interest-declared' }],
          }
        : { state: { ...present, status: 'cleared', interest }, what: 'No conflict of interest' };
    },
    'save-scores': (present, command, { judged }) =>
      firstFault(notTheirs(present, command), marksFault(judged, command.marks)) ?? {
        state: { ...present, marks: { ...present.marks, ...command.marks } },
        what: 'Scores saved',
      },
    'submit-scores': (present, command, facts) =>
      firstFault(
        notTheirs(present, command),
        moderatedAlready(facts),
        unmarked(facts.judged, present.marks),
        marksFault(facts.judged, present.marks),
      ) ?? {
        state: { ...present, status: 'submitted' },
        what: 'Scores submitted',
        works: [{ kind: 'tell', audience: 'panel', news: 'scores-submitted' }],
      },
    'stand-down-evaluator': (present, { reason }) =>
      textFault(reason, 'why the evaluator is stood down', '/reason') ?? {
        // What they thought leaves with them: it must not sway anybody.
        state: { ...present, status: 'stood-down', marks: {} },
        what: 'Stood down',
        comment: reason,
        works: [{ kind: 'tell', audience: 'evaluator', news: 'evaluator-stood-down' }],
      },
  },
);

const notTheirs = (present: ScoreSheet, { by }: TenderCommand): Refusal | undefined =>
  samePerson(present.evaluator, by) ? undefined : refused('not-your-sheet', `Only ${present.evaluator.name} can fill in this score sheet.`);

const moderatedAlready = ({ lotApplication }: ScoreSheetFacts): Refusal | undefined =>
  lotApplication === 'in-evaluation'
    ? undefined
    : refused('not-in-this-state', 'The scores of this application were moderated already, or it was withdrawn.');
