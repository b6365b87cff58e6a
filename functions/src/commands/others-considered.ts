import type { OthersConsidered } from '@ap/shared/domain/call-off/award-basis';
import type { CallOffRequest } from '@ap/shared/domain/call-off/call-off';
import { candidatesOf, toConsidered } from '@ap/shared/domain/orders/next-candidates';
import type { PersonId } from '@ap/shared/domain/people/person';
import { isProvedByOthers } from '@ap/shared/domain/register/framework';
import { type SameNeedPorts, servicesOfSameNeed } from './same-need.ts';

/** R30: who else could be asked for the need of a direct award; `undefined` where its basis asks about nobody else. `besides`: the call-off itself. */
export const othersConsidered = async (
  ports: SameNeedPorts,
  request: CallOffRequest,
  requester: PersonId,
  besides?: string,
): Promise<OthersConsidered | undefined> => {
  if (request.basis === undefined || !isProvedByOthers(request.basis)) return undefined;
  const found = await servicesOfSameNeed(ports, request, { requester, besides });
  if (!found) return undefined;
  const { asked, facts, searched } = found;
  const candidates = candidatesOf(request, asked, facts, {
    now: ports.clock.now(),
    compared: searched.compared,
    requester,
    isLeftOut: ({ ref }) => ref === request.serviceRef,
  });
  return { ...searched, services: candidates.map(toConsidered) };
};
