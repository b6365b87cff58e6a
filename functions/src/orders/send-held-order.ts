import type { sendHeldOrder as declared } from '@ap/shared/contract/call-offs';
import { sendHeldOrder as decide } from '@ap/shared/domain/orders/held-order';
import { registrationFacts } from '../commands/registration-facts.ts';
import { runCommand } from '../commands/run-command.ts';
import type { Call } from '../http/route.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';

/** Sends an order that was held: a commissioner's command, with every fact that held it read afresh. */
export const sendHeldOrder =
  (ports: Ports) =>
  ({ caller, params, key }: Call<typeof declared>): Promise<StoredCallOff> =>
    runCommand(ports, { ref: params.ref, by: caller.person, key, content: 'send-held-order' }, async ({ callOff }, command) => {
      const facts = await ports.providers.facts(callOff.request.serviceRef, 'fresh');
      const { answerWorkingDays } = await ports.policies.orderPolicy();
      const registration = await registrationFacts(ports, facts.provider?.ref, { sending: callOff });
      return decide(callOff, command, { ...facts, registration }, answerWorkingDays);
    });
