import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getRound as getDeclared, listRounds as listDeclared, RoundReply, RoundSummary } from '@ap/shared/contract/rounds';
import type { Application, ApplicationStatus } from '@ap/shared/domain/tenders/application/application';
import type { Clarification } from '@ap/shared/domain/tenders/clarification/clarification';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { askerNames } from './asker-names.ts';

type Needs = Pick<Ports, 'tenders' | 'links'>;

/** How many applications of a round are in which state: nothing of what they say. */
const countsOf = (applications: readonly Application[], roundRef: string): Partial<Record<ApplicationStatus, number>> => {
  const counts: Partial<Record<ApplicationStatus, number>> = {};
  for (const { status } of applications.filter((application) => application.roundRef === roundRef))
    counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

const summaryOf = (
  round: Round,
  {
    applications,
    clarifications,
    frameworkName,
  }: { applications: readonly Application[]; clarifications: readonly Clarification[]; frameworkName: string },
): RoundSummary => ({
  ref: round.ref,
  frameworkRef: round.frameworkRef,
  frameworkName,
  status: round.status,
  opensAt: round.opensAt,
  clarificationsCloseAt: round.clarificationsCloseAt,
  closesAt: round.closesAt,
  lotKeys: round.lots.map(({ lotKey }) => lotKey),
  applications: countsOf(applications, round.ref),
  waiting: clarifications.filter(({ roundRef, status }) => roundRef === round.ref && status === 'asked').length,
});

const knownTo = async ({ tenders }: Pick<Ports, 'tenders'>) => ({
  applications: (await tenders.applications.known()).map(({ state }) => state),
  clarifications: (await tenders.clarifications.known()).map(({ state }) => state),
  names: new Map((await tenders.frameworks.known()).map(({ state }) => [state.ref, state.terms.name])),
});

export const listRounds =
  (ports: Needs) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const { names, ...known } = await knownTo(ports);
    return {
      rounds: (await ports.tenders.rounds.known())
        .map(({ state }) => state)
        .sort((a, b) => b.closesAt.localeCompare(a.closesAt))
        .map((round) => summaryOf(round, { ...known, frameworkName: names.get(round.frameworkRef) ?? round.frameworkRef })),
    };
  };

/** A round as a commissioner reads it. */
export const toReply = async (ports: Needs, round: Round): Promise<RoundReply> => {
  const { names, ...known } = await knownTo(ports);
  const asked = known.clarifications.filter(({ roundRef }) => roundRef === round.ref);
  const { opensAt, clarificationsCloseAt, closesAt } = round;
  return {
    ...summaryOf(round, { ...known, frameworkName: names.get(round.frameworkRef) ?? round.frameworkRef }),
    version: round.version,
    plan: { opensAt, clarificationsCloseAt, closesAt, lots: round.lots, questionSet: round.questionSet },
    clarifications: await Promise.all(
      asked.map(async ({ ref, status, askedBy, question, published }) => ({
        ref,
        status,
        askedBy: (await askerNames(ports, round.ref, askedBy))[0] ?? askedBy,
        question,
        ...(published === undefined ? {} : { published: { ...published } }),
      })),
    ),
    history: round.history.map((entry) => ({ ...entry })),
  };
};

export const getRound =
  (ports: Needs) =>
  async ({ params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    const found = await ports.tenders.rounds.find(params.ref);
    if (!found) throw new ProblemError('not-found', 'There is no such round.', { pointer: '/params/ref' });
    return toReply(ports, found.state);
  };
