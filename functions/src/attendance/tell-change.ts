import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { tellSettingChange as declared } from '@ap/shared/contract/provider-today';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { tellSettingChange as tell, whyNotTold } from '@ap/shared/domain/orders/tell-of-setting';
import { linkHolder } from '@ap/shared/domain/people/person';
import { runCommand } from '../commands/run-command.ts';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Ports } from '../ports/ports.ts';
import { placementsOf } from './provider-placements.ts';
import { heldSession } from './provider-session.ts';

/**
 * R3: a provider says that another place or other staff will be used. Each school with a placement in one of the services is told, by a write of its own
 * order. `left`: how many could not be written now; the same request again tells those and no other twice.
 */
export const tellSettingChange =
  (ports: Ports) =>
  async ({ body, key }: LinkCall<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const session = await heldSession(ports, body.session);
    const { kind, from, where, serviceRefs } = body;
    const refusal = whyNotTold({ kind, from, where }, toLondonDate(ports.clock.now()));
    if (refusal) throw toProblemError(refusal);
    const own = (await placementsOf(ports, session)).filter(({ request }) => serviceRefs.includes(request.serviceRef));
    if (own.length === 0)
      throw new ProblemError('not-found', 'No school has a placement in these services now.', { pointer: '/serviceRefs' });
    const counts = { told: 0, left: 0 };
    for (const { ref, providerName } of own) {
      const given = { ref, by: linkHolder(session.link.linkId, providerName), key: `${key}/${ref}`, content: { kind, from, where } };
      try {
        await runCommand(ports, given, async ({ callOff }, command) => tell(callOff, { ...command, kind, from, where }));
        counts.told += 1;
      } catch (error) {
        if (error instanceof ServiceBusy) counts.left += 1;
        // It ended meanwhile, or its school was told of the very same: there is nobody to tell.
        else if (!(error instanceof ProblemError) || error.code !== 'order-not-in-this-state') throw error;
      }
    }
    return counts;
  };
