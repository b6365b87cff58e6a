import type { LotApplicationReply } from '@ap/shared/contract/evaluation';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { LotApplicationFacts } from '@ap/shared/domain/tenders/evaluation/lot-application-command';
import type { ScoreSheet } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import { areScoresIn, seenBy } from '@ap/shared/domain/tenders/evaluation/sealed-scores';
import { judgedQuestions } from './judged-questions.ts';

/** A sheet as the panel's lead sees it: what an evaluator thinks is sealed until all is in. */
const seenSheet = (sheet: ScoreSheet, seen: ReturnType<typeof seenBy>[number] | undefined): LotApplicationReply['sheets'][number] => ({
  ref: sheet.ref,
  evaluator: sheet.evaluator.name,
  status: sheet.status,
  ...(sheet.interest?.conflict ? { conflict: sheet.interest.statement ?? '' } : {}),
  ...(seen && !seen.sealed ? { marks: { ...seen.sheet.marks } } : {}),
});

/** Row 13: an application for a lot as the lead or a commissioner sees it: scores once all are in, the price once quality is settled. */
export const lotApplicationView = (
  lotApplication: LotApplication,
  { round, application, sheets }: Pick<LotApplicationFacts, 'round' | 'application' | 'sheets'>,
  viewer: PersonId,
): LotApplicationReply => {
  const { ref, roundRef, lotKey, providerRef, providerName, status, price, failedBy, moderation } = lotApplication;
  const seen = seenBy(sheets, viewer);
  return {
    ref,
    roundRef,
    lotKey,
    providerRef,
    providerName,
    status,
    ...(moderation ? { price } : {}),
    failedBy,
    areScoresIn: areScoresIn(sheets),
    sheets: sheets.map((sheet, at) => seenSheet(sheet, seen[at])),
    questions: [...judgedQuestions(round.questionSet, lotKey, application.answers)],
    ...(moderation ? { agreed: { ...moderation.marks } } : {}),
  };
};
