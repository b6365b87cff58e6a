import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  assignEvaluator as assignDeclared,
  getEvaluation as evaluationDeclared,
  getLotApplication as getDeclared,
  LotApplicationReply,
  moderateLot as moderateDeclared,
  standDownEvaluator as standDownDeclared,
  withdrawLot as withdrawDeclared,
} from '@ap/shared/contract/evaluation';
import { holdersOf } from '@ap/shared/domain/people/membership';
import { type PersonId, samePerson } from '@ap/shared/domain/people/person';
import { decideLotApplication } from '@ap/shared/domain/tenders/evaluation/decide-lot-application';
import { decideScoreSheet } from '@ap/shared/domain/tenders/evaluation/decide-score-sheet';
import type { LotApplicationCommand } from '@ap/shared/domain/tenders/evaluation/lot-application-command';
import { rankingRef } from '@ap/shared/domain/tenders/evaluation/ranking';
import { scoreSheetRef } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import { areScoresIn } from '@ap/shared/domain/tenders/evaluation/sealed-scores';
import { criteriaSentence } from '@ap/shared/domain/tenders/round/criteria';
import { judgedFor } from '@ap/shared/domain/tenders/round/question';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import { runTender, type TenderNeeds, type Told } from '../tenders/run-tender.ts';
import { lotApplicationFacts, mustFind, readAll } from '../tenders/tender-facts.ts';
import { lotApplicationView } from './lot-application-view.ts';

type Needs = TenderNeeds & Pick<Ports, 'buyers'>;
type Reading = Pick<Ports, 'tenders'>;

const view = async (ports: Reading, ref: string, viewer: PersonId): Promise<LotApplicationReply> => {
  const { state } = await mustFind(ports.tenders.lotApplications, ref);
  return lotApplicationView(state, await lotApplicationFacts(ports, state), viewer);
};

export const getLotApplication =
  (ports: Reading) =>
  ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> =>
    view(ports, params.ref, caller.person);

/** What a score sheet's decision is taken from. */
const sheetFacts = async (ports: Reading, lotApplicationRef: string) => {
  const lotApplication = (await mustFind(ports.tenders.lotApplications, lotApplicationRef)).state;
  const round = (await mustFind(ports.tenders.rounds, lotApplication.roundRef)).state;
  return { judged: judgedFor(round.questionSet, lotApplication.lotKey), lotApplication: lotApplication.status };
};

/** Gives an application for a lot to one of the people who evaluate. */
export const assignEvaluator =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof assignDeclared>): Promise<ReplyOf<typeof assignDeclared>> => {
    const evaluator = holdersOf(await ports.buyers.councilMembers('fresh'), 'evaluator').find((person) => samePerson(person, body));
    if (!evaluator)
      throw new ProblemError('not-found', 'Only somebody who evaluates applications can be given one. Grant them that role first.', {
        pointer: '/objectId',
      });
    const ref = scoreSheetRef(params.ref, evaluator);
    const given = { ...(await asOfficer(ports, caller.person, key)), ref, content: { ref, evaluator: ref } };
    await runTender(ports, 'scoreSheets', given, async (present, { command, facts, now }) =>
      decideScoreSheet(
        present,
        { ...command, kind: 'assign-evaluator', lotApplicationRef: params.ref, evaluator },
        { ...facts, ...(await sheetFacts(ports, params.ref)) },
        now,
      ),
    );
    return view(ports, params.ref, caller.person);
  };

export const standDownEvaluator =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof standDownDeclared>): Promise<ReplyOf<typeof standDownDeclared>> => {
    const { lotApplicationRef } = (await mustFind(ports.tenders.scoreSheets, params.ref)).state;
    const given = { ...(await asOfficer(ports, caller.person, key)), ref: params.ref, content: body };
    await runTender(ports, 'scoreSheets', given, async (present, { command, facts, now }) =>
      decideScoreSheet(
        present,
        { ...command, kind: 'stand-down-evaluator', reason: body.reason },
        { ...facts, ...(await sheetFacts(ports, lotApplicationRef)) },
        now,
      ),
    );
    return view(ports, lotApplicationRef, caller.person);
  };

const giveCommand = async (
  ports: Needs,
  { caller, params, key }: { readonly caller: Call<typeof getDeclared>['caller']; readonly params: { ref: string }; readonly key: string },
  told: Told<LotApplicationCommand>,
): Promise<LotApplicationReply> => {
  await mustFind(ports.tenders.lotApplications, params.ref);
  const given = { ...(await asOfficer(ports, caller.person, key)), ref: params.ref, content: told };
  await runTender(ports, 'lotApplications', given, async (present, { command, facts, now }) => {
    if (!present) throw new ProblemError('not-found', 'There is no such record, or it is not yours to see.');
    const read = await lotApplicationFacts(ports, present);
    return decideLotApplication(present, { ...command, ...told }, { ...facts, ...read }, now);
  });
  return view(ports, params.ref, caller.person);
};

export const moderateLot =
  (ports: Needs) =>
  (call: Call<typeof moderateDeclared>): Promise<ReplyOf<typeof moderateDeclared>> =>
    giveCommand(ports, call, { kind: 'moderate', marks: call.body.marks });

export const withdrawLot =
  (ports: Needs) =>
  (call: Call<typeof withdrawDeclared>): Promise<ReplyOf<typeof withdrawDeclared>> =>
    giveCommand(ports, call, { kind: 'withdraw-lot', reason: call.body.reason });

/** How far the evaluation of a round is. Says who is how far, and nothing of what anybody thinks. */
export const getEvaluation =
  (ports: Reading & Pick<Ports, 'buyers'>) =>
  async ({ params }: Call<typeof evaluationDeclared>): Promise<ReplyOf<typeof evaluationDeclared>> => {
    const round = (await mustFind(ports.tenders.rounds, params.roundRef)).state;
    const [lotApplications, sheets, rankings, members] = await Promise.all([
      readAll(ports.tenders.lotApplications),
      readAll(ports.tenders.scoreSheets),
      readAll(ports.tenders.rankings),
      ports.buyers.councilMembers('known'),
    ]);
    return {
      roundRef: round.ref,
      frameworkRef: round.frameworkRef,
      status: round.status,
      lots: round.lots.map((criteria) => {
        const ranking = rankings.find(({ ref }) => ref === rankingRef(round.ref, criteria.lotKey));
        return {
          lotKey: criteria.lotKey,
          criteria: criteriaSentence(criteria),
          ...(ranking && { ranking: ranking.status }),
          applications: lotApplications
            .filter(({ roundRef, lotKey }) => roundRef === round.ref && lotKey === criteria.lotKey)
            .sort((a, b) => a.providerName.localeCompare(b.providerName))
            .map(({ ref, providerName, status }) => {
              const own = sheets.filter(({ lotApplicationRef }) => lotApplicationRef === ref);
              return {
                ref,
                providerName,
                status,
                areScoresIn: areScoresIn(own),
                evaluators: own.map((sheet) => ({ sheetRef: sheet.ref, name: sheet.evaluator.name, status: sheet.status })),
              };
            }),
        };
      }),
      mayEvaluate: holdersOf(members, 'evaluator').map(({ tenantId, objectId, name }) => ({ tenantId, objectId, name })),
    };
  };
