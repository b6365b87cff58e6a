import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  getRanking as getDeclared,
  RankingReply,
  recordRanking as recordDeclared,
  setRankingAside as setAsideDeclared,
} from '@ap/shared/contract/evaluation';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import { decideRanking } from '@ap/shared/domain/tenders/evaluation/decide-ranking';
import { formatPoints, placeSentence, priceArithmetic, qualityArithmetic } from '@ap/shared/domain/tenders/evaluation/rank-arithmetic';
import { type Ranking, rankingRef } from '@ap/shared/domain/tenders/evaluation/ranking';
import type { RankingFacts } from '@ap/shared/domain/tenders/evaluation/ranking-command';
import { criteriaSentence } from '@ap/shared/domain/tenders/round/criteria';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import type { Caller } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import { runTender, type TenderNeeds } from '../tenders/run-tender.ts';
import { awardsOfLot, mustFind, readAll } from '../tenders/tender-facts.ts';
import { lotsToPropose, type OfRound, offerView, seesOffers } from './offered.ts';

type Needs = TenderNeeds & Pick<Ports, 'buyers'>;
type Reading = Pick<Ports, 'tenders'>;
interface LotOfRound {
  readonly roundRef: string;
  readonly lotKey: string;
}

const rankedFacts = async (ports: Reading, { roundRef, lotKey }: LotOfRound): Promise<Omit<RankingFacts, 'roles'> & { round: Round }> => {
  const [round, all, awards] = await Promise.all([
    mustFind(ports.tenders.rounds, roundRef),
    readAll(ports.tenders.lotApplications),
    awardsOfLot(ports, roundRef, lotKey),
  ]);
  return { round: round.state, lotApplications: all.filter((each) => each.roundRef === roundRef && each.lotKey === lotKey), awards };
};

interface Shown extends OfRound {
  readonly round: Round;
  /** Those whose offers the viewer may see. */
  readonly applications: readonly Application[];
}

/** Row 14: a ranking as people read it, with every sum that made it. The numbers are those of the record; nothing is reckoned again. */
const rankingView = (ranking: Ranking, { round: { questionSet }, applications, ...ofRound }: Shown): RankingReply => ({
  ref: ranking.ref,
  roundRef: ranking.roundRef,
  lotKey: ranking.lotKey,
  status: ranking.status,
  criteria: criteriaSentence(ranking.criteria),
  lines: ranking.lines.flatMap((line) => {
    const lotApplication = ofRound.lotApplications.find(({ ref }) => ref === line.ref);
    if (!lotApplication) return [];
    const mayPropose = line.recommended ? lotsToPropose(lotApplication.applicationRef, ofRound) : [];
    const application = applications.find(({ ref }) => ref === lotApplication.applicationRef);
    const price = priceArithmetic(ranking.criteria, ranking, line);
    return [
      {
        lotApplicationRef: line.ref,
        applicationRef: lotApplication.applicationRef,
        providerRef: lotApplication.providerRef,
        providerName: lotApplication.providerName,
        ...(line.place === undefined ? {} : { place: line.place }),
        recommended: line.recommended,
        sentence: placeSentence(ranking.criteria, ranking, line),
        quality: qualityArithmetic(ranking.criteria, questionSet, lotApplication.moderation?.marks ?? {}, line),
        ...(price === undefined ? {} : { price }),
        mayPropose: mayPropose.includes(ranking.lotKey) ? mayPropose : [],
        ...(application && {
          offers: application.offers.filter(({ lotKey }) => lotKey === ranking.lotKey || mayPropose.includes(lotKey)).map(offerView),
        }),
        ...(line.total === undefined || line.pricePoints === undefined
          ? {}
          : { total: `${formatPoints(line.qualityPoints)} + ${formatPoints(line.pricePoints)} = ${formatPoints(line.total)}` }),
      },
    ];
  }),
});

const ofThisRound = <R extends { readonly roundRef: string }>(records: readonly R[], { roundRef }: LotOfRound): readonly R[] =>
  records.filter((record) => record.roundRef === roundRef);

const view = async (ports: Reading, at: LotOfRound, viewer: Caller): Promise<RankingReply> => {
  const { tenders } = ports;
  const { state } = await mustFind(tenders.rankings, rankingRef(at.roundRef, at.lotKey));
  const [round, lotApplications, rankings, awards, applications] = await Promise.all([
    mustFind(tenders.rounds, at.roundRef),
    readAll(tenders.lotApplications),
    readAll(tenders.rankings),
    readAll(tenders.awards),
    // Nothing of an application changes after its round has closed.
    seesOffers(viewer, state) ? tenders.applications.known() : [],
  ]);
  return rankingView(state, {
    round: round.state,
    lotApplications: ofThisRound(lotApplications, at),
    rankings: ofThisRound(rankings, at),
    awards,
    applications: ofThisRound(
      applications.map((stored) => stored.state),
      at,
    ),
  });
};

export const getRanking =
  (ports: Reading) =>
  ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> =>
    view(ports, params, caller);

export const recordRanking =
  (ports: Needs) =>
  async ({ caller, params, key }: Call<typeof recordDeclared>): Promise<ReplyOf<typeof recordDeclared>> => {
    const given = { ...(await asOfficer(ports, caller.person, key)), ref: rankingRef(params.roundRef, params.lotKey), content: params };
    await runTender(ports, 'rankings', given, async (present, { command, facts, now }) =>
      decideRanking(
        present,
        { ...command, kind: 'record-ranking', lotKey: params.lotKey },
        { ...facts, ...(await rankedFacts(ports, params)) },
        now,
      ),
    );
    return view(ports, params, caller);
  };

export const setRankingAside =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof setAsideDeclared>): Promise<ReplyOf<typeof setAsideDeclared>> => {
    const ref = rankingRef(params.roundRef, params.lotKey);
    await mustFind(ports.tenders.rankings, ref);
    const given = { ...(await asOfficer(ports, caller.person, key)), ref, content: { ...params, ...body } };
    await runTender(ports, 'rankings', given, async (present, { command, facts, now }) =>
      decideRanking(
        present,
        { ...command, kind: 'set-aside-ranking', reason: body.reason },
        { ...facts, ...(await rankedFacts(ports, params)) },
        now,
      ),
    );
    return view(ports, params, caller);
  };
