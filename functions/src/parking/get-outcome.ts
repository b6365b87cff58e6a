import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { parkedApi } from '@ap/shared/contract/parked';
import { statusOf } from '@ap/shared/contract/problem';
import { ProblemError, titleOf } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { ParkedWork } from './parked-commands.ts';

type GetOutcome = typeof parkedApi.getOutcome;

/** What became of a parked command, to whoever gave it. One that is unknown, long over or somebody else's is not found. */
export const getOutcome =
  ({ outcomeFor }: Pick<ParkedWork, 'outcomeFor'>) =>
  async ({ caller, params }: Call<GetOutcome>): Promise<ReplyOf<GetOutcome>> => {
    const command = await outcomeFor(params.commandId, caller);
    if (!command) throw new ProblemError('not-found', 'Nothing of yours waits under this address. Look under My requests how it stands.');
    if (!command.ended) return { state: 'writing' };
    const { how } = command.ended;
    if (how === 'done') return { state: 'done' };
    return {
      state: 'refused',
      problem: { ...how, type: `urn:ap-framework:problem:${how.code}`, title: titleOf(how.code), status: statusOf(how.code) },
    };
  };
