import { isBefore } from '@ap/shared/domain/days/instants';
import type { Answers } from '@ap/shared/domain/tenders/round/answer';
import type { QuestionSet } from '@ap/shared/domain/tenders/round/question';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import type { Ports } from '../ports/ports.ts';

/** What the same organisation sent to the round before this one, with the questions of then (row 11). */
export const lastApplication = async (
  { tenders }: Pick<Ports, 'tenders'>,
  { ref, closesAt }: Round,
  providerRef: string,
): Promise<{ readonly questionSet: QuestionSet; readonly answers: Answers } | undefined> => {
  const rounds = new Map((await tenders.rounds.known()).map(({ state }) => [state.ref, state]));
  const [last] = (await tenders.applications.known())
    .filter(({ state }) => state.providerRef === providerRef && state.roundRef !== ref && Object.keys(state.answers).length > 0)
    .flatMap(({ state: { answers, roundRef } }) => {
      const round = rounds.get(roundRef);
      return round && isBefore(round.closesAt, closesAt) ? [{ answers, round }] : [];
    })
    .sort((a, b) => b.round.closesAt.localeCompare(a.round.closesAt));
  return last && { questionSet: last.round.questionSet, answers: last.answers };
};
