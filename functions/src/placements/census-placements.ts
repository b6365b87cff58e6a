import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listCensusPlacements as declared } from '@ap/shared/contract/placements';
import { censusPlacement } from '@ap/shared/domain/census/ap-placement';
import { hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

const ofSchool = ['requester', 'approver', 'contact'] as const;

/** R26: the placements that a school returns in its census. The school that commissioned them returns them, and nobody else reads this. */
export const listCensusPlacements =
  ({ callOffs, providers }: Pick<Ports, 'callOffs' | 'providers'>) =>
  async ({ caller, params: { buyerRef }, query: { from, to } }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    if (!ofSchool.some((role) => hasRoleAt(caller, buyerRef, role)))
      throw new ProblemError('not-found', 'There is no such school or department, or it is not yours.');
    if (from > to)
      throw new ProblemError('input-not-understood', 'Enter a last day that is not before the first one.', { pointer: '/query/to' });
    const own = (await callOffs.known()).map(({ callOff }) => callOff).filter(({ request }) => request.buyerRef === buyerRef);
    const rows = await Promise.all(
      own.map(async (callOff) => {
        const { service } = await providers.facts(callOff.request.serviceRef, 'known');
        const { provider } = await providers.provider(callOff.providerRef, 'known');
        return censusPlacement(callOff, provider, service, { from, to });
      }),
    );
    return {
      rows: rows
        .flatMap((row) => (row ? [{ ...row, toComplete: [...row.toComplete] }] : []))
        .sort((a, b) => a.pupilRef.localeCompare(b.pupilRef) || a.startDate.localeCompare(b.startDate)),
    };
  };
