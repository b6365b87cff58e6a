import type { answerOrder as declared } from '@ap/shared/contract/call-offs';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { answerOrder as decide } from '@ap/shared/domain/orders/answer-order';
import { runCommand } from '../commands/run-command.ts';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { noSuchCallOff } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';

/** The school that ordered, or a commissioner. */
const mayAnswer = (callOff: CallOff, caller: Caller): boolean =>
  caller.commissioner || hasRoleAt(caller, callOff.request.buyerRef, 'requester');

/** Records the provider's answer as the school or a commissioner was told it. */
export const answerOrder =
  (ports: Ports) =>
  ({ caller, params, body, key }: Call<typeof declared>): Promise<StoredCallOff> =>
    runCommand(ports, { ref: params.ref, by: caller.person, key, content: body }, async (present, command) => {
      if (!mayAnswer(present.callOff, caller)) throw noSuchCallOff();
      return decide(present.callOff, { ...command, answer: body.answer, reason: body.reason });
    });
