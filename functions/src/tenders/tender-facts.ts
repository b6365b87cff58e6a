import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { LotApplicationFacts } from '@ap/shared/domain/tenders/evaluation/lot-application-command';
import { lineOf, type Ranking, rankingRef } from '@ap/shared/domain/tenders/evaluation/ranking';
import type { ScoreSheet } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import type { RecordRegister, Stored } from '../ports/records.ts';

type Tenders = Pick<Ports, 'tenders'>;

/** Every record of a list, read now. A decision that weighs several records against each other does not go by what was known a while ago. */
export const readAll = async <S>(register: RecordRegister<S>): Promise<readonly S[]> => {
  const { changed } = await register.changes(undefined);
  // An item may come twice: the last is how it is.
  return [...new Map(changed.map(({ itemId, state }) => [itemId, state])).values()];
};

/** A record that must be there. One that is not and one that the caller may not see are answered alike. */
export const mustFind = async <S>(register: RecordRegister<S>, ref: string): Promise<Stored<S>> => {
  const found = await register.find(ref);
  if (!found) throw new ProblemError('not-found', 'There is no such record, or it is not yours to see.');
  return found;
};

/** The sheets of the evaluators of an application for a lot. */
export const sheetsOf = async ({ tenders }: Tenders, lotApplicationRef: string): Promise<readonly ScoreSheet[]> =>
  (await readAll(tenders.scoreSheets)).filter((sheet) => sheet.lotApplicationRef === lotApplicationRef);

/** The ranking of a lot of a round, whatever its state. */
export const rankingOf = async ({ tenders }: Tenders, roundRef: string, lotKey: string): Promise<Ranking | undefined> =>
  (await tenders.rankings.find(rankingRef(roundRef, lotKey)))?.state;

/** Whether an award holds its lots no more. */
export const isOver = ({ status }: Pick<Award, 'status'>): boolean => status === 'rejected' || status === 'set-aside';

/** The awards of a round that hold a lot: those that stand first. */
export const awardsOfLot = async ({ tenders }: Tenders, roundRef: string, lotKey: string): Promise<readonly Award[]> =>
  (await readAll(tenders.awards))
    .filter(({ source, lots }) => source.kind === 'round' && source.roundRef === roundRef && lots.some((lot) => lot.lotKey === lotKey))
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)));

/** What a decision about an application for a lot is taken from. `award`: its status where the award in question is known already. */
export const lotApplicationFacts = async (
  ports: Tenders,
  { ref, roundRef, applicationRef, lotKey }: Pick<LotApplication, 'ref' | 'roundRef' | 'applicationRef' | 'lotKey'>,
): Promise<Omit<LotApplicationFacts, 'roles'>> => {
  const [round, application, sheets, ranking, awards] = await Promise.all([
    mustFind(ports.tenders.rounds, roundRef),
    mustFind(ports.tenders.applications, applicationRef),
    sheetsOf(ports, ref),
    rankingOf(ports, roundRef, lotKey),
    awardsOfLot(ports, roundRef, lotKey),
  ]);
  const award = awards.find(({ source }) => source.kind === 'round' && source.applicationRef === applicationRef);
  return { round: round.state, application: application.state, sheets, ranked: lineOf(ranking, { ref }), award: award?.status };
};
