import type {
  AwardReply,
  checkExclusion as checkDeclared,
  countersignAward as countersignDeclared,
  decideAward as decideDeclared,
  getAward as getDeclared,
  listAwards as listDeclared,
  setAwardAside as setAsideDeclared,
  recordSignature as signatureDeclared,
  beginAwardStandstill as standstillDeclared,
} from '@ap/shared/contract/awards';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { holdersOf } from '@ap/shared/domain/people/membership';
import type { AwardCommand } from '@ap/shared/domain/tenders/award/award-command';
import type { Caller } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import type { Told } from '../tenders/run-tender.ts';
import { mustFind } from '../tenders/tender-facts.ts';
import { awardView } from './award-view.ts';
import { type AwardNeeds, commandAward } from './command-award.ts';
import { decideOnAward } from './decide-on-award.ts';

type Reading = Pick<Ports, 'tenders' | 'buyers'>;

const approversOf = async ({ buyers }: Pick<Ports, 'buyers'>) => holdersOf(await buyers.councilMembers('known'), 'award-approver');

/** Awards of every framework, the newest first. */
export const listAwards =
  (ports: Reading) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => ({
    awards: (await ports.tenders.awards.known())
      .map(({ state }) => state)
      .sort((a, b) => (b.history.at(-1)?.at ?? '').localeCompare(a.history.at(-1)?.at ?? ''))
      .map(({ ref, frameworkRef, providerRef, providerName, lots, status, source, standstill }) => ({
        ref,
        frameworkRef,
        providerRef,
        providerName,
        lotKeys: lots.map(({ lotKey }) => lotKey),
        status,
        source: source.kind === 'portal' ? `${source.portal}, notice ${source.noticeId}` : `Round ${source.roundRef}`,
        ...(standstill?.lastDay === undefined ? {} : { standstillLastDay: standstill.lastDay }),
      })),
  });

export const getAward =
  (ports: Reading) =>
  async ({ params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> =>
    awardView((await mustFind(ports.tenders.awards, params.ref)).state, await approversOf(ports));

interface Given {
  readonly caller: Caller;
  readonly params: { readonly ref: string };
  readonly key: string;
}

/** A person of the council gives one command about an award, and is shown it. */
export const giveCommand = async (ports: AwardNeeds, { caller, params, key }: Given, told: Told<AwardCommand>): Promise<AwardReply> => {
  const { state } = await commandAward(ports, await asOfficer(ports, caller.person, key), params.ref, told);
  return awardView(state, await approversOf(ports));
};

export const checkExclusion =
  (ports: AwardNeeds) =>
  (call: Call<typeof checkDeclared>): Promise<ReplyOf<typeof checkDeclared>> =>
    giveCommand(ports, call, { kind: 'record-exclusion-check', ...call.body });

/** The page's way to decide; the card's is in answer-award-card.ts. */
export const decideAward =
  (ports: AwardNeeds) =>
  async ({ caller, params, body, key }: Call<typeof decideDeclared>): Promise<ReplyOf<typeof decideDeclared>> => {
    const { state } = await decideOnAward(ports, { ref: params.ref, by: caller.person, key, ...body });
    return awardView(state, await approversOf(ports));
  };

export const beginAwardStandstill =
  (ports: AwardNeeds) =>
  (call: Call<typeof standstillDeclared>): Promise<ReplyOf<typeof standstillDeclared>> =>
    giveCommand(ports, call, { kind: 'begin-standstill', noticePublishedOn: call.body.noticePublishedOn });

export const recordSignature =
  (ports: AwardNeeds) =>
  (call: Call<typeof signatureDeclared>): Promise<ReplyOf<typeof signatureDeclared>> =>
    giveCommand(ports, call, { kind: 'record-signature', ...call.body });

export const countersignAward =
  (ports: AwardNeeds) =>
  (call: Call<typeof countersignDeclared>): Promise<ReplyOf<typeof countersignDeclared>> =>
    giveCommand(ports, call, { kind: 'countersign' });

export const setAwardAside =
  (ports: AwardNeeds) =>
  (call: Call<typeof setAsideDeclared>): Promise<ReplyOf<typeof setAsideDeclared>> =>
    giveCommand(ports, call, { kind: 'set-aside-award', reason: call.body.reason });
