import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  declareInterest as declareDeclared,
  getOwnSheet as getDeclared,
  listOwnSheets as listDeclared,
  OwnSheetReply,
  saveScores as saveDeclared,
  submitScores as submitDeclared,
} from '@ap/shared/contract/evaluation';
import { type PersonId, samePerson } from '@ap/shared/domain/people/person';
import { decideScoreSheet } from '@ap/shared/domain/tenders/evaluation/decide-score-sheet';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { ScoreSheet } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import type { ScoreSheetCommand } from '@ap/shared/domain/tenders/evaluation/score-sheet-command';
import { judgedFor } from '@ap/shared/domain/tenders/round/question';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import { runTender, type TenderNeeds, type Told } from '../tenders/run-tender.ts';
import { mustFind } from '../tenders/tender-facts.ts';
import { judgedQuestions } from './judged-questions.ts';

type Needs = TenderNeeds & Pick<Ports, 'buyers'>;
type Reading = Pick<Ports, 'tenders'>;

/** A sheet of this person's own. Another's is answered like one that is not there. */
const ownSheet = async (ports: Reading, ref: string, person: PersonId): Promise<ScoreSheet> => {
  const { state } = await mustFind(ports.tenders.scoreSheets, ref);
  if (!samePerson(state.evaluator, person)) throw new ProblemError('not-found', 'There is no such record, or it is not yours to see.');
  return state;
};

const headOf = (sheet: ScoreSheet, { roundRef, lotKey, providerName }: LotApplication): Omit<OwnSheetReply, 'questions' | 'marks'> => ({
  ref: sheet.ref,
  lotApplicationRef: sheet.lotApplicationRef,
  roundRef,
  lotKey,
  providerName,
  status: sheet.status,
  ...(sheet.interest && {
    interest: {
      conflict: sheet.interest.conflict,
      ...(sheet.interest.statement === undefined ? {} : { statement: sheet.interest.statement }),
    },
  }),
});

/** Row 13: answers are shown once the evaluator has said that there is no conflict; a price never is. */
const view = async (ports: Reading, sheet: ScoreSheet): Promise<OwnSheetReply> => {
  const lotApplication = (await mustFind(ports.tenders.lotApplications, sheet.lotApplicationRef)).state;
  const head = headOf(sheet, lotApplication);
  if (sheet.status !== 'cleared' && sheet.status !== 'submitted') return { ...head, questions: [], marks: {} };
  const [round, application] = await Promise.all([
    mustFind(ports.tenders.rounds, lotApplication.roundRef),
    mustFind(ports.tenders.applications, lotApplication.applicationRef),
  ]);
  const questions = judgedQuestions(round.state.questionSet, lotApplication.lotKey, application.state.answers);
  return { ...head, questions, marks: sheet.marks };
};

const order: Readonly<Record<ScoreSheet['status'], number>> = { assigned: 0, cleared: 1, submitted: 2, conflicted: 3, 'stood-down': 4 };

export const listOwnSheets =
  (ports: Reading) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const [sheets, lotApplications] = await Promise.all([ports.tenders.scoreSheets.known(), ports.tenders.lotApplications.known()]);
    const byRef = new Map(lotApplications.map(({ state }) => [state.ref, state]));
    return {
      sheets: sheets
        .filter(({ state }) => samePerson(state.evaluator, caller.person))
        .sort((a, b) => order[a.state.status] - order[b.state.status] || a.state.ref.localeCompare(b.state.ref))
        .flatMap(({ state }) => {
          const lotApplication = byRef.get(state.lotApplicationRef);
          return lotApplication ? [headOf(state, lotApplication)] : [];
        }),
    };
  };

export const getOwnSheet =
  (ports: Reading) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> =>
    view(ports, await ownSheet(ports, params.ref, caller.person));

/** An evaluator gives one command about their own sheet. */
const giveCommand = async (
  ports: Needs,
  { caller, params, key }: { readonly caller: Call<typeof getDeclared>['caller']; readonly params: { ref: string }; readonly key: string },
  told: Told<ScoreSheetCommand>,
): Promise<OwnSheetReply> => {
  await ownSheet(ports, params.ref, caller.person);
  const given = { ...(await asOfficer(ports, caller.person, key)), ref: params.ref, content: told };
  const { state } = await runTender(ports, 'scoreSheets', given, async (present, { command, facts, now }) => {
    if (!present) throw new ProblemError('not-found', 'There is no such record, or it is not yours to see.');
    const lotApplication = (await mustFind(ports.tenders.lotApplications, present.lotApplicationRef)).state;
    const round = (await mustFind(ports.tenders.rounds, lotApplication.roundRef)).state;
    const judged = judgedFor(round.questionSet, lotApplication.lotKey);
    return decideScoreSheet(present, { ...command, ...told }, { ...facts, judged, lotApplication: lotApplication.status }, now);
  });
  return view(ports, state);
};

export const declareInterest =
  (ports: Needs) =>
  (call: Call<typeof declareDeclared>): Promise<ReplyOf<typeof declareDeclared>> =>
    giveCommand(ports, call, { kind: 'declare-interest', conflict: call.body.conflict, statement: call.body.statement });

export const saveScores =
  (ports: Needs) =>
  (call: Call<typeof saveDeclared>): Promise<ReplyOf<typeof saveDeclared>> =>
    giveCommand(ports, call, { kind: 'save-scores', marks: call.body.marks });

export const submitScores =
  (ports: Needs) =>
  (call: Call<typeof submitDeclared>): Promise<ReplyOf<typeof submitDeclared>> =>
    giveCommand(ports, call, { kind: 'submit-scores' });
