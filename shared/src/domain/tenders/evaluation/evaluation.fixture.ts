import { type Person, theProduct } from '../../people/person.ts';
import { aSubmitted, tryApplication } from '../application/application.fixture.ts';
import type { Application } from '../application/application.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { judgedFor } from '../round/question.ts';
import { aPublishedRound, closesAt, tryRound } from '../round/round.fixture.ts';
import type { Round } from '../round/round.ts';
import { commissioner, evaluatorA, evaluatorB, given, lead } from '../tender.fixture.ts';
import { decideLotApplication } from './decide-lot-application.ts';
import { decideScoreSheet } from './decide-score-sheet.ts';
import type { LotApplication } from './lot-application.ts';
import type { EnterLot, LotApplicationCommand, LotApplicationFacts } from './lot-application-command.ts';
import type { Mark, Marks } from './mark.ts';
import type { ScoreSheet } from './score-sheet.ts';
import type { AssignEvaluator, ScoreSheetCommand, ScoreSheetFacts } from './score-sheet-command.ts';

/** The round has closed, and evaluation goes on in January. */
export const afterClose = '2027-01-11T10:00:00Z';

export const closedRound = (): Round =>
  acceptedTender(tryRound(aPublishedRound(), { ...given(theProduct), kind: 'close-round' }, {}, closesAt)).state;

export const anEntered = (): Application =>
  acceptedTender(tryApplication(aSubmitted(), { ...given(theProduct), kind: 'enter-application' }, afterClose)).state;

export const judged = judgedFor(aPublishedRound().questionSet, 'AP-2027-1');

export const aScore = (score: number, comment = 'It says who, when and how.'): Mark => ({ kind: 'scored', score, comment });

/** The same score for every method statement. */
export const allScored = (score: number, comment?: string): Marks =>
  Object.fromEntries(judged.map(({ key }) => [key, aScore(score, comment)]));

export const lotRef = 'AP-RD-2027-P-0042-AP-2027-1';

export const trySheet = (
  present: ScoreSheet | undefined,
  command: AssignEvaluator | ScoreSheetCommand,
  told: Partial<ScoreSheetFacts> = {},
) => decideScoreSheet(present, command, { roles: tenderRoles, judged, lotApplication: 'in-evaluation', ...told }, afterClose);

export const assigned = (evaluator: Person): ScoreSheet =>
  acceptedTender(trySheet(undefined, { ...given(lead), kind: 'assign-evaluator', lotApplicationRef: lotRef, evaluator })).state;

export const cleared = (evaluator: Person): ScoreSheet =>
  acceptedTender(trySheet(assigned(evaluator), { ...given(evaluator), kind: 'declare-interest', conflict: false })).state;

export const scored = (evaluator: Person, marks: Marks): ScoreSheet =>
  acceptedTender(trySheet(cleared(evaluator), { ...given(evaluator), kind: 'save-scores', marks })).state;

export const submittedSheet = (evaluator: Person, marks: Marks): ScoreSheet =>
  acceptedTender(trySheet(scored(evaluator, marks), { ...given(evaluator), kind: 'submit-scores' })).state;

/** Two evaluators who agree on four for everything. */
export const twoSheets = (): readonly ScoreSheet[] => [submittedSheet(evaluatorA, allScored(4)), submittedSheet(evaluatorB, allScored(4))];

export const lotFacts = (told: Partial<LotApplicationFacts> = {}): LotApplicationFacts => ({
  roles: tenderRoles,
  round: closedRound(),
  application: anEntered(),
  sheets: twoSheets(),
  ranked: undefined,
  award: undefined,
  ...told,
});

export const tryLot = (
  present: LotApplication | undefined,
  command: EnterLot | LotApplicationCommand,
  told: Partial<LotApplicationFacts> = {},
) => decideLotApplication(present, command, lotFacts(told), afterClose);

export const aLotApplication = (told: Partial<LotApplicationFacts> = {}): LotApplication =>
  acceptedTender(tryLot(undefined, { ...given(theProduct), kind: 'enter-lot', lotKey: 'AP-2027-1' }, told)).state;

export const aModerated = (marks: Marks = allScored(4), sheets: readonly ScoreSheet[] = twoSheets()): LotApplication =>
  acceptedTender(tryLot(aLotApplication(), { ...given(commissioner), kind: 'moderate', marks }, { sheets })).state;
