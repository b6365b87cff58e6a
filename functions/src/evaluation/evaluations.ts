import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listEvaluations as declared } from '@ap/shared/contract/evaluation';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

/** Rounds that have closed, the last first, with how far each is evaluated: counts only, nothing of what anybody applied with or thinks. */
export const listEvaluations =
  ({ tenders }: Pick<Ports, 'tenders'>) =>
  async (_call: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const [rounds, lotApplications, rankings, frameworks] = await Promise.all([
      tenders.rounds.known(),
      tenders.lotApplications.known(),
      tenders.rankings.known(),
      tenders.frameworks.known(),
    ]);
    const names = new Map(frameworks.map(({ state }) => [state.ref, state.terms.name]));
    return {
      evaluations: rounds
        .map(({ state }) => state)
        .filter(({ status }) => status === 'closed')
        .sort((a, b) => b.closesAt.localeCompare(a.closesAt))
        .map(({ ref, frameworkRef, closesAt, lots }) => {
          const own = lotApplications.filter(({ state }) => state.roundRef === ref);
          return {
            roundRef: ref,
            frameworkName: names.get(frameworkRef) ?? frameworkRef,
            closedAt: closesAt,
            applications: own.length,
            toModerate: own.filter(({ state }) => state.status === 'in-evaluation').length,
            lots: lots.length,
            lotsRanked: rankings.filter(({ state }) => state.roundRef === ref && state.status === 'recorded').length,
          };
        }),
    };
  };
