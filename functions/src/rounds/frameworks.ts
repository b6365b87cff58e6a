import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  amendFramework as amendDeclared,
  FrameworkReply,
  listFrameworks as listDeclared,
  moveFramework as moveDeclared,
  planFramework as planDeclared,
} from '@ap/shared/contract/rounds';
import { decideFramework } from '@ap/shared/domain/tenders/framework/decide-framework';
import type { FrameworkCommand, PlanFramework } from '@ap/shared/domain/tenders/framework/framework-command';
import type { FrameworkTender } from '@ap/shared/domain/tenders/framework/framework-tender';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import { runTender, type TenderGiver, type TenderNeeds } from '../tenders/run-tender.ts';
import { frameworkFacts } from './framework-facts.ts';

type Bare<C> = C extends unknown ? Omit<C, 'id' | 'by' | 'receipted'> : never;
/** A command about a framework, as somebody gives it. */
export type FrameworkTold = Bare<PlanFramework | FrameworkCommand>;

export type FrameworkNeeds = TenderNeeds & Pick<Ports, 'policies'>;

/** Gives one command about a framework. */
export const commandFramework = async (
  ports: FrameworkNeeds,
  giver: TenderGiver,
  ref: string,
  told: FrameworkTold,
): Promise<FrameworkTender> => {
  const stored = await runTender(ports, 'frameworks', { ...giver, ref, content: told }, async (present, { command, facts, now }) =>
    decideFramework(
      present,
      { ...told, ...command } as PlanFramework | FrameworkCommand,
      { ...(await frameworkFacts(ports, ref)), ...facts },
      now,
    ),
  );
  return stored.state;
};

const toReply = ({ ref, status, version, terms, standstill, history }: FrameworkTender): FrameworkReply => ({
  ref,
  status,
  version,
  terms: {
    ...terms,
    eligibleBuyerTypes: terms.eligibleBuyerTypes,
    lotKeys: terms.lotKeys,
    permittedBases: terms.permittedBases,
  },
  ...(standstill?.lastDay === undefined ? {} : { standstillUntil: standstill.lastDay }),
  history: history.map((entry) => ({ ...entry })),
});

export const listFrameworks =
  ({ tenders }: Pick<Ports, 'tenders'>) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => ({
    frameworks: (await tenders.frameworks.known())
      .map(({ state }) => state)
      .sort((a, b) => b.terms.liveFrom.localeCompare(a.terms.liveFrom))
      .map(toReply),
  });

type Needs = FrameworkNeeds & Pick<Ports, 'buyers'>;

export const planFramework =
  (ports: Needs) =>
  async ({ caller, body, key }: Call<typeof planDeclared>): Promise<ReplyOf<typeof planDeclared>> =>
    toReply(await commandFramework(ports, await asOfficer(ports, caller.person, key), body.ref, { kind: 'plan-framework', ...body }));

export const amendFramework =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof amendDeclared>): Promise<ReplyOf<typeof amendDeclared>> =>
    toReply(await commandFramework(ports, await asOfficer(ports, caller.person, key), params.ref, { kind: 'amend-framework', ...body }));

const toldBy = (body: BodyOf<typeof moveDeclared>): FrameworkTold => {
  switch (body.move) {
    case 'begin-standstill':
      return { kind: 'begin-framework-standstill', noticePublishedOn: body.noticePublishedOn };
    case 'cancel':
      return { kind: 'cancel-framework', reason: body.reason };
    case 'go-live':
      return { kind: 'go-live' };
    default:
      return { kind: `${body.move}-framework` };
  }
};

export const moveFramework =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof moveDeclared>): Promise<ReplyOf<typeof moveDeclared>> =>
    toReply(await commandFramework(ports, await asOfficer(ports, caller.person, key), params.ref, toldBy(body)));
