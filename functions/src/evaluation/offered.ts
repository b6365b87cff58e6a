import type { RankingReply } from '@ap/shared/contract/evaluation';
import type { Offer } from '@ap/shared/domain/tenders/application/offer';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import { lineOf, type Ranking } from '@ap/shared/domain/tenders/evaluation/ranking';
import type { Caller } from '../http/caller.ts';
import { isOver } from '../tenders/tender-facts.ts';

/** What is weighed beside the ranking itself, of the whole round. */
export interface OfRound {
  readonly lotApplications: readonly LotApplication[];
  readonly rankings: readonly Ranking[];
  readonly awards: readonly Award[];
}

/** The lots of an application that one award can be proposed for now: a recorded ranking recommends each, and no award holds it. */
export const lotsToPropose = (applicationRef: string, { lotApplications, rankings, awards }: OfRound): readonly string[] => {
  const held = awards
    .filter(({ source, ...award }) => source.kind === 'round' && source.applicationRef === applicationRef && !isOver(award))
    .flatMap(({ lots }) => lots.map(({ lotKey }) => lotKey));
  return lotApplications
    .filter((each) => {
      const { roundRef, lotKey, status } = each;
      const ranking = rankings.find((other) => other.roundRef === roundRef && other.lotKey === lotKey);
      return (
        each.applicationRef === applicationRef &&
        // The ranking is carried to the application a moment after it is recorded.
        (status === 'moderated' || status === 'recommended') &&
        lineOf(ranking, each)?.recommended === true &&
        !held.includes(lotKey)
      );
    })
    .map(({ lotKey }) => lotKey)
    .sort();
};

/** Whoever runs the round or leads its panel sees what was offered, once that cannot sway a score any more: after the ranking is recorded. */
export const seesOffers = ({ councilRoles }: Pick<Caller, 'councilRoles'>, { status }: Pick<Ranking, 'status'>): boolean =>
  status === 'recorded' && (councilRoles.includes('commissioner') || councilRoles.includes('evaluation-lead'));

export const offerView = ({
  lotKey,
  serviceName,
  unit,
  group,
  price,
  volumeBands,
}: Offer): NonNullable<RankingReply['lines'][number]['offers']>[number] => ({
  lotKey,
  serviceName,
  unit,
  ...(group && { group: { ...group } }),
  price,
  ...(volumeBands && { volumeBands }),
});
