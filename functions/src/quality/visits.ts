import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  decideVisit as decideDeclared,
  listVisits as listDeclared,
  planVisit as planDeclared,
  VisitReply,
} from '@ap/shared/contract/visits';
import { addDays, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { leadsTo } from '@ap/shared/domain/machine/transition';
import { decideVisit as decide } from '@ap/shared/domain/quality/decide-visit';
import { planVisit as plan, type Visit, type VisitCommand, visitCommands, visitsDue, visitTable } from '@ap/shared/domain/quality/visit';
import { defaultVisitQuestions } from '@ap/shared/domain/quality/visit-questions';
import { type Provider, providerName } from '@ap/shared/domain/register/provider';
import { createRecord, type RecordHome, runOnRecord } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { nameOf } from './commissioner-news.ts';
import { needed } from './needed.ts';
import type { Act } from './run-quality.ts';

type Needs = Pick<Ports, 'quality' | 'providers' | 'buyers' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** Where visits lie. */
export const visitsHome = ({ quality }: Pick<Ports, 'quality'>): RecordHome<Visit> => ({ list: 'Visits', register: quality.visits });

const toReply = async (ports: Pick<Ports, 'providers' | 'clock'>, visit: Visit): Promise<VisitReply> => {
  const { heldOn, heldBy, findings } = visit;
  const today = toLondonDate(ports.clock.now());
  return {
    ref: visit.ref,
    providerRef: visit.providerRef,
    providerName: await nameOf(ports, visit.providerRef),
    status: visit.status,
    plannedFor: visit.plannedFor,
    ...(heldOn === undefined ? {} : { heldOn }),
    ...(heldBy === undefined ? {} : { heldBy: heldBy.name }),
    ...(findings === undefined ? {} : { findings }),
    actions: visit.actions.map(({ ref, text, dueOn, evidence, doneBy, doneAt }) => ({
      ref,
      text,
      dueOn,
      overdue: doneAt === undefined && dueOn < today,
      ...(evidence === undefined
        ? {}
        : {
            evidence: {
              recordedBy: evidence.recordedBy.name,
              recordedAt: evidence.recordedAt,
              ...(evidence.link === undefined ? {} : { link: evidence.link }),
            },
          }),
      ...(doneBy === undefined ? {} : { doneBy: doneBy.name }),
    })),
    may: visitCommands.filter((kind) => leadsTo(visitTable, visit.status, kind).length > 0),
    history: visit.history.map(({ at, by, what, comment }) => ({ at, by, what, ...(comment === undefined ? {} : { comment }) })),
  };
};

const daysAhead = 42;

/** Providers on the framework that are to be visited: one that is held as well, one that was removed no more. */
const dueNow = (
  providers: readonly Provider[],
  visits: readonly Visit[],
  by: LocalDate,
  only: string | undefined,
): ReplyOf<typeof listDeclared>['due'] => {
  const onFramework = providers.filter(
    ({ ref, status }) => ['active', 'paused', 'suspended'].includes(status) && (only === undefined || ref === only),
  );
  const names = new Map(onFramework.map((provider) => [provider.ref, providerName(provider)]));
  return visitsDue([...names.keys()], visits, by).map(({ providerRef, dueOn }) => ({
    providerRef,
    providerName: names.get(providerRef) ?? providerRef,
    ...(dueOn === undefined ? {} : { dueOn }),
  }));
};

/** The visits of all providers or of one, and what a visit looks at (R21). */
export const listVisits =
  (ports: Pick<Ports, 'quality' | 'providers' | 'clock'>) =>
  async ({ query }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const [known, providers] = await Promise.all([ports.quality.visits.known(), ports.providers.all()]);
    const today = toLondonDate(ports.clock.now());
    const states = known.map(({ state }) => state);
    const all = states
      .filter(({ providerRef }) => query.providerRef === undefined || query.providerRef === providerRef)
      .sort((a, b) => b.plannedFor.localeCompare(a.plannedFor) || a.ref.localeCompare(b.ref));
    return {
      today,
      visits: await Promise.all(all.map((visit) => toReply(ports, visit))),
      questions: defaultVisitQuestions.map(({ question }) => question),
      due: dueNow(providers, states, addDays(today, daysAhead), query.providerRef),
    };
  };

export const planVisit =
  (ports: Needs) =>
  async ({ caller, body, key }: Call<typeof planDeclared>): Promise<ReplyOf<typeof planDeclared>> => {
    const { state } = await createRecord(ports, visitsHome(ports), 'V', { by: caller.person, key, content: body }, async (ref, command) => {
      const [{ provider }, councilMembers] = await Promise.all([
        ports.providers.provider(body.providerRef, 'fresh'),
        ports.buyers.councilMembers('fresh'),
      ]);
      if (!provider || provider.status === 'removed')
        throw new ProblemError('not-found', 'There is no such provider on the framework.', { pointer: '/providerRef' });
      return plan({ ...command, channel: 'page', ref, ...body }, { councilMembers });
    });
    return toReply(ports, state);
  };

/** What the body asks for; each kind needs its own parts. */
const actOf = (body: BodyOf<typeof decideDeclared>): Act<VisitCommand> => {
  const { kind, plannedFor, heldOn, findings, reason, text, dueOn, actionRef, link } = body;
  switch (kind) {
    case 'move':
      return { kind, plannedFor: needed(plannedFor, 'plannedFor', 'Enter the day of the visit.') };
    case 'record':
      return { kind, heldOn: needed(heldOn, 'heldOn', 'Enter the day of the visit.'), findings: findings ?? '' };
    case 'cancel':
      return { kind, reason: reason ?? '' };
    case 'add-action':
      return { kind, text: text ?? '', dueOn: needed(dueOn, 'dueOn', 'Enter the day by which it must be done.') };
    case 'evidence-action':
      return { kind, actionRef: needed(actionRef, 'actionRef', 'Select an action.'), link };
    case 'finish-action':
      return { kind, actionRef: needed(actionRef, 'actionRef', 'Select an action.') };
    case 'close':
      return { kind };
  }
};

export const decideVisit =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof decideDeclared>): Promise<ReplyOf<typeof decideDeclared>> => {
    const act = actOf(body);
    const given = { ref: params.ref, by: caller.person, key, content: body };
    const { state } = await runOnRecord(ports, visitsHome(ports), given, async (present, command) =>
      decide(present, { ...command, channel: 'page', ...act } as VisitCommand, {
        councilMembers: await ports.buyers.councilMembers('fresh'),
      }),
    );
    return toReply(ports, state);
  };
