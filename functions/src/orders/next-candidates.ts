import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type Candidate, candidatesFor } from '@ap/shared/domain/orders/next-candidates';
import { type SameNeed, type SameNeedPorts, servicesOfSameNeed } from '../commands/same-need.ts';

/** Who can be asked next, and how they were looked for. */
export interface NextCandidates extends Pick<SameNeed, 'searched'> {
  readonly candidates: readonly Candidate[];
}

/** Who can be asked next, as last known. The one that is chosen is read from the lists once more. `undefined` where the service that was asked for is known no longer. */
export const nextCandidates = async (ports: SameNeedPorts, callOff: CallOff): Promise<NextCandidates | undefined> => {
  const { request, requester, ref } = callOff;
  const found = await servicesOfSameNeed(ports, request, { requester, besides: ref });
  if (!found) return undefined;
  const { asked, facts, searched } = found;
  return { searched, candidates: candidatesFor(callOff, asked, facts, { now: ports.clock.now(), compared: searched.compared }) };
};
