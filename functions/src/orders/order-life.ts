import type {
  commandOrder as commandDeclared,
  decideOrderChange as decideDeclared,
  getOrder as getDeclared,
  OrderReply,
} from '@ap/shared/contract/orders';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Command, Decision } from '@ap/shared/domain/call-off/decision';
import { approvalFacts } from '@ap/shared/domain/call-off/submit-call-off';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { decideOrder, orderActs, type SchoolOrderAct } from '@ap/shared/domain/orders/decide-order';
import { decideOrderChange as decideChange, openChangeStep } from '@ap/shared/domain/orders/decide-order-change';
import { approvedGross, type OrderLifeFacts, runsOrders } from '@ap/shared/domain/orders/order-life';
import { type OrderPlan, plannedParts, presentTotals } from '@ap/shared/domain/orders/order-plan';
import { currentChecks, staffChecksToRenew } from '@ap/shared/domain/orders/setting-change';
import { startChecksFor } from '@ap/shared/domain/orders/start-checks';
import { samePerson } from '@ap/shared/domain/people/person';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { decisionFacts } from '../commands/decision-facts.ts';
import type { LimitSources } from '../commands/reserve-shares.ts';
import { runReserving } from '../commands/run-reserving.ts';
import type { Caller } from '../http/caller.ts';
import { noSuchCallOff, ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';

/** Whether a caller may see a call-off at all; each feature is told, for it belongs to none. */
export type MaySee = (callOff: CallOff, caller: Caller) => boolean;

/** What a decision about a running order rests on, read from the lists now. */
export const orderLifeFacts = async (ports: Ports, { request, ref, requester }: CallOff): Promise<OrderLifeFacts> => {
  const [facts, policy] = await Promise.all([
    decisionFacts(
      ports,
      {
        buyerRef: request.buyerRef,
        serviceRef: request.serviceRef,
        payer: request.payer,
        ehcPlan: request.ehcPlan,
        besides: ref,
        requester,
      },
      'fresh',
    ),
    ports.policies.orderPolicy(),
  ]);
  const { provider, standing, qaChecks, rates, lot, framework } = facts.listing;
  return {
    buyer: facts.buyer,
    buyerMembers: facts.buyerMembers,
    framework,
    lot,
    provider: { provider, standing, qaChecks, rates, registration: facts.registration },
    approval: approvalFacts(facts),
    noticeSchoolDays: policy.noticeSchoolDays,
  };
};

/** What says where the limits lie that a change of an order may reach. */
const limitSources = ({ framework, buyer, provider }: OrderLifeFacts): LimitSources => ({
  listing: { framework, provider: provider.provider },
  buyer,
  threshold: provider.registration.policy,
});

const planOf = (
  plan: Pick<OrderPlan, 'units' | 'unitsSentence' | 'hoursPerWeek' | 'net' | 'vat' | 'gross'>,
  parts: OrderPlan['parts'],
): OrderReply['plan'] => ({
  parts,
  units: plan.units,
  unitsSentence: plan.unitsSentence,
  hoursPerWeek: plan.hoursPerWeek,
  net: plan.net,
  vat: plan.vat,
  gross: plan.gross,
});

/** An order as one caller sees it. */
const toOrderReply = (callOff: CallOff, caller: Caller, buyer: Pick<Buyer, 'type'>, now: string): OrderReply => {
  const { order, request } = callOff;
  if (!order) throw new ProblemError('not-found', 'There is no order yet: the request has to be approved first.');
  const { change } = order;
  const open = change ? openChangeStep(change) : -1;
  const approvers = change?.steps[open]?.approvers ?? [];
  const runs = caller.client === 'deciding' && runsOrders(callOff, caller.memberships, caller.person);
  const decides = caller.client === 'deciding' && approvers.some((approver) => samePerson(approver, caller.person));
  return {
    ref: callOff.ref,
    version: callOff.version,
    number: order.number,
    state: order.state,
    unit: callOff.price.unit,
    unitPrice: callOff.price.unitPrice,
    plan: planOf(presentTotals(callOff), plannedParts(callOff)),
    approvedGross: pence(approvedGross(callOff)),
    checks: startChecksFor(request, buyer).map((kind) => {
      const done = currentChecks(order)[kind];
      return {
        kind,
        ...(done ? { on: done.on, recordedBy: done.recordedBy } : {}),
        ...(done?.channel === undefined ? {} : { channel: done.channel }),
      };
    }),
    asksArticles: buyer.type === 'academy',
    staffChecksToRenew: staffChecksToRenew(order),
    ...(order.place === undefined ? {} : { place: `${order.place.name}, ${order.place.postcode}` }),
    settingChanges: [...(order.settingChanges ?? [])].reverse().map((each) => withoutAbsent(each)),
    ...(order.startedOn === undefined ? {} : { startedOn: order.startedOn }),
    ...(order.pausedFrom === undefined ? {} : { pausedFrom: order.pausedFrom }),
    ...(order.notice === undefined ? {} : { notice: order.notice }),
    ...(order.end === undefined ? {} : { end: withoutAbsent(order.end) }),
    ...(change === undefined
      ? {}
      : {
          change: {
            number: change.number,
            step: open,
            kind: change.kind,
            reason: change.reason,
            proposedBy: change.proposedBy.name,
            proposedAt: change.proposedAt,
            plan: planOf(change.plan, change.plan.parts),
            waitingFor: approvers.map(({ name }) => name),
          },
        }),
    may: [...(runs ? orderActs(callOff, toLondonDate(now)) : []), ...(decides ? (['decide-change'] as const) : [])],
  };
};

const buyerOf = async (ports: Pick<Ports, 'buyers'>, { request }: CallOff): Promise<Buyer> => {
  const buyer = await ports.buyers.buyer(request.buyerRef, 'known');
  if (!buyer) throw new ProblemError('not-found', 'There is no such school or department on the register.');
  return buyer;
};

/** The order of a call-off, for whoever may see the call-off. */
export const getOrder =
  (ports: Ports, maySee: MaySee) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<OrderReply> => {
    const found = await ports.callOffs.find(params.ref);
    if (!found || !maySee(found.callOff, caller)) throw noSuchCallOff();
    return toOrderReply(found.callOff, caller, await buyerOf(ports, found.callOff), ports.clock.now());
  };

interface Given {
  readonly params: { readonly ref: string };
  readonly caller: Caller;
  readonly body: unknown;
  readonly key: string;
}

/** Gives a command to an order that its giver may see; the order as they see it then. Throws ProblemError when refused. */
const runOnOrder = async (
  ports: Ports,
  maySee: MaySee,
  { caller, params: { ref }, body, key }: Given,
  decide: (present: CallOff, command: Command, facts: OrderLifeFacts) => Decision,
): Promise<OrderReply> => {
  const { callOff } = await runReserving(ports, { ref, by: caller.person, key, content: body }, async (present, command) => {
    if (!maySee(present.callOff, caller)) throw noSuchCallOff();
    const facts = await orderLifeFacts(ports, present.callOff);
    return { decision: decide(present.callOff, command, facts), sources: limitSources(facts) };
  });
  return toOrderReply(callOff, caller, await buyerOf(ports, callOff), ports.clock.now());
};

/** Gives a school's command to its order. */
export const commandOrder =
  (ports: Ports, maySee: MaySee) =>
  (call: Call<typeof commandDeclared>): Promise<OrderReply> =>
    runOnOrder(ports, maySee, call, (present, command, facts) => decideOrder(present, command, call.body satisfies SchoolOrderAct, facts));

/** An approver's decision about a change of an order. */
export const decideOrderChange =
  (ports: Ports, maySee: MaySee) =>
  (call: Call<typeof decideDeclared>): Promise<OrderReply> =>
    runOnOrder(ports, maySee, call, (present, command, facts) =>
      decideChange(present, { ...command, ...call.body, channel: 'page' }, facts),
    );
