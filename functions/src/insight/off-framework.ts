import type { ReplyOf } from '@ap/shared/contract/endpoint';
import {
  type actOnOffFramework as actDeclared,
  type declareOffFramework as declareDeclared,
  type listOffFramework as listDeclared,
  type OffFrameworkReply,
  offFrameworkActs,
} from '@ap/shared/contract/off-framework';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { decideOffFramework } from '@ap/shared/domain/off-framework/decide-off-framework';
import { lastFirst } from '@ap/shared/domain/off-framework/declared-purchase';
import { type OffFrameworkFacts, offFrameworkRolesOf } from '@ap/shared/domain/off-framework/off-framework-command';
import type { OffFrameworkPurchase } from '@ap/shared/domain/off-framework/off-framework-purchase';
import { lotNames } from '@ap/shared/domain/register/lot';
import { createRecord, type RecordHome, runOnRecord } from '../commands/run-record.ts';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { type Named, namedIn } from './named-purchase.ts';

type Needs = Pick<Ports, 'offFramework' | 'buyers' | 'lots' | 'clock' | 'effects' | 'hashes' | 'log'>;

/** Where declarations of purchases outside the framework lie. */
export const offFrameworkHome = ({ offFramework }: Pick<Ports, 'offFramework'>): RecordHome<OffFrameworkPurchase> => ({
  list: 'OffFramework',
  register: offFramework,
});

const declares = ['requester', 'approver', 'contact'] as const;
const declaresFor = (caller: Caller, buyerRef: string): boolean => declares.some((role) => hasRoleAt(caller, buyerRef, role));

const toReply = (purchase: OffFrameworkPurchase, named: Named): OffFrameworkReply => {
  const { ref, status, version, bought, providerName, net, from, to, reason, because, withdrawnBecause, history } = purchase;
  return {
    ...withoutAbsent({ ref, status, version, ...named(purchase), bought, providerName, net, from, to, reason, because, withdrawnBecause }),
    history: history.map(({ at, by, what, comment }) => withoutAbsent({ at, by, what, comment })),
    may: status === 'declared' ? [...offFrameworkActs] : [],
  };
};

/** What the caller's own schools and departments declared, the last months first. */
export const listOffFramework =
  (ports: Needs) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const [declared, buyers, lots] = await Promise.all([ports.offFramework.known(), ports.buyers.all(), ports.lots.all()]);
    const named = namedIn(buyers, lots);
    const own = declared.map(({ state }) => state).filter(({ buyerRef }) => declaresFor(caller, buyerRef));
    return {
      today: toLondonDate(ports.clock.now()),
      buyers: buyers
        .filter(({ ref, status }) => status === 'active' && declaresFor(caller, ref))
        .map(({ ref, name }) => ({ ref, name }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      lots: [...lotNames(lots)].map(([key, name]) => ({ key, name })),
      purchases: lastFirst(own).map((each) => toReply(each, named)),
    };
  };

const factsFor = async ({ buyers, lots }: Needs, { person }: Caller, buyerRef: string): Promise<OffFrameworkFacts> => ({
  roles: offFrameworkRolesOf(await buyers.members(buyerRef, 'fresh'), buyerRef, person),
  lotKeys: (await lots.all()).map(({ key }) => key),
});

const replyOf = async ({ buyers, lots }: Needs, purchase: OffFrameworkPurchase): Promise<OffFrameworkReply> =>
  toReply(purchase, namedIn(await buyers.all(), await lots.all()));

/** Declares a purchase, once for each key of a person. */
export const declareOffFramework =
  (ports: Needs) =>
  async ({ caller, body, key }: Call<typeof declareDeclared>): Promise<OffFrameworkReply> => {
    const { buyerRef, purchase } = body;
    if (!declaresFor(caller, buyerRef)) throw new ProblemError('not-found', 'There is no such school or department, or it is not yours.');
    const given = { by: caller.person, key, content: body };
    const { state } = await createRecord(ports, offFrameworkHome(ports), 'OF', given, async (ref, command) =>
      decideOffFramework(
        undefined,
        { ...command, kind: 'declare-purchase', ref, buyerRef, purchase },
        await factsFor(ports, caller, buyerRef),
        command.now,
      ),
    );
    return replyOf(ports, state);
  };

/** Corrects or withdraws what was declared, by the version that whoever acts has read. */
export const actOnOffFramework =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof actDeclared>): Promise<OffFrameworkReply> => {
    const given = { ref: params.ref, by: caller.person, key, content: body };
    const { state } = await runOnRecord(ports, offFrameworkHome(ports), given, async (present, command) => {
      if (!declaresFor(caller, present.buyerRef))
        throw new ProblemError('not-found', 'There is no such declaration, or it is not of your school or department.');
      if (present.version !== body.seen)
        throw new ProblemError('stale-version', 'Somebody else changed this declaration since you opened it. Nothing of yours was saved.');
      return decideOffFramework(present, { ...command, ...body }, await factsFor(ports, caller, present.buyerRef), command.now);
    });
    return replyOf(ports, state);
  };
