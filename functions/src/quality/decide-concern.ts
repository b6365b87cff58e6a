import type {
  ConcernReply,
  ConcernSummary,
  decideConcern as decideDeclared,
  getConcern as getDeclared,
  listConcerns as listDeclared,
} from '@ap/shared/contract/concerns';
import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import { leadsTo } from '@ap/shared/domain/machine/transition';
import { theProduct } from '@ap/shared/domain/people/person';
import { type Concern, type ConcernCommandKind, concernTable } from '@ap/shared/domain/quality/concern';
import { concernForCommissioners } from '@ap/shared/domain/quality/concern-view';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { nameOf } from './commissioner-news.ts';
import { needed } from './needed.ts';
import { refuseUnlessOnDuty } from './on-duty.ts';
import { type ConcernNeeds, runConcern } from './run-concern.ts';
import type { Giver } from './run-quality.ts';

type Needs = ConcernNeeds & Pick<Ports, 'providers' | 'policies'>;
type ByHand = ReplyOf<typeof decideDeclared>['may'][number];

const byHand: readonly ConcernCommandKind[] = ['pause-orders', 'start-enquiry', 'record-lado-referral', 'close'];

/** What a commissioner may do about a concern as it stands; the decision itself is asked again. */
const mayDo = ({ status, pausedBy, ladoReferral }: Concern): ByHand[] =>
  byHand.filter(
    (kind) =>
      leadsTo(concernTable, status, kind).length > 0 &&
      !(kind === 'pause-orders' && pausedBy) &&
      !(kind === 'record-lado-referral' && ladoReferral),
  );

const toSummary = async (ports: Pick<Ports, 'providers'>, concern: Concern): Promise<ConcernSummary> => {
  const { joined, leadRef, outcome, ...shown } = concernForCommissioners(concern);
  return {
    ...shown,
    ...withoutAbsent({ leadRef, outcome }),
    joined,
    providerName: await nameOf(ports, concern.providerRef),
  };
};

const toReply = async (ports: Pick<Ports, 'providers'>, concern: Concern): Promise<ConcernReply> => {
  const { ladoReferral, pausedBy, enquiryBy, closedBy, outcomeText } = concern;
  return {
    ...(await toSummary(ports, concern)),
    text: concern.text,
    reportedBy: concern.reportedBy.name,
    rung: concern.rung,
    ...(withoutAbsent({
      ladoReferral:
        ladoReferral && withoutAbsent({ on: ladoReferral.on, reference: ladoReferral.reference, recordedBy: ladoReferral.recordedBy.name }),
      pausedBy: pausedBy?.name,
      enquiryBy: enquiryBy?.name,
      closedBy: closedBy?.name,
      outcomeText,
    }) as object),
    history: concern.history.map(({ at, by, what }) => ({ at, by, what })),
    may: mayDo(concern),
  };
};

export const listConcerns =
  (ports: Pick<Ports, 'quality' | 'providers' | 'policies'>) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    await refuseUnlessOnDuty(ports, caller);
    const all = (await ports.quality.concerns.known()).map(({ state }) => state);
    const order = (concern: Concern): string => `${concern.status === 'closed' ? '0' : '1'}${concern.reportedAt}`;
    return { concerns: await Promise.all([...all].sort((a, b) => order(b).localeCompare(order(a))).map((each) => toSummary(ports, each))) };
  };

export const getConcern =
  (ports: Pick<Ports, 'quality' | 'providers' | 'policies'>) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    await refuseUnlessOnDuty(ports, caller);
    const found = await ports.quality.concerns.find(params.ref);
    if (!found) throw new ProblemError('not-found', 'There is no such concern.');
    return toReply(ports, found.state);
  };

/**
 * Gives a commissioner's command to a concern. A joined one whose lead was closed already waited only for its referral: once that is recorded, it is closed
 * with the other.
 */
export const decideAboutConcern = async (
  ports: Needs,
  giver: Giver,
  ref: string,
  act: Parameters<typeof runConcern>[3],
): Promise<Concern> => {
  const { state } = await runConcern(ports, giver, ref, act);
  if (state.status !== 'joined' || act.kind !== 'record-lado-referral' || state.leadRef === undefined) return state;
  const lead = await ports.quality.concerns.find(state.leadRef);
  if (lead?.state.status !== 'closed' || !lead.state.joined.includes(ref)) return state;
  const clock = { by: theProduct, key: `${ref}-closes-with-its-lead`, channel: 'clock' as const };
  return (await runConcern(ports, clock, ref, { kind: 'close-joined' })).state;
};

/** What the body asks for. Throws 'input-not-understood' where a part that its kind needs is missing. */
const actOf = ({ kind, on, reference, outcome, text }: BodyOf<typeof decideDeclared>): Parameters<typeof runConcern>[3] => {
  if (kind === 'record-lado-referral') return { kind, on: needed(on, 'on', 'Enter the day of the referral.'), reference };
  if (kind === 'close')
    return {
      kind,
      outcome: needed(outcome, 'outcome', 'Select how the enquiry ended.'),
      text: needed(text, 'text', 'Enter how the enquiry ended.'),
    };
  return { kind };
};

export const decideConcern =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof decideDeclared>): Promise<ReplyOf<typeof decideDeclared>> => {
    await refuseUnlessOnDuty(ports, caller);
    const giver = { by: caller.person, key, channel: 'page' as const };
    return toReply(ports, await decideAboutConcern(ports, giver, params.ref, actOf(body)));
  };
