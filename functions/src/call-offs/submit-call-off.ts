import type { submitCallOff as declared } from '@ap/shared/contract/call-offs';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { CallOffRequest } from '@ap/shared/domain/call-off';
import { submitCallOff as decideSubmit } from '@ap/shared/domain/submit-call-off';
import { decisionFacts } from '../commands/decision-facts.ts';
import { inTurn } from '../commands/in-turn.ts';
import { queueEffects } from '../commands/run-command.ts';
import { hasRoleAt } from '../http/caller.ts';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { Ports, StoredCallOff } from '../ports.ts';
import { refOfKey } from './call-off-ref.ts';
import { toReply } from './call-off-view.ts';

/**
 * Makes a call-off, once for each idempotency key of a person. Everything is read afresh and the price recomputed; one create writes request, frozen price,
 * steps and effects. 'Duplicate' and 'no answer' both mean: read by the key, for it may be made already.
 */
export const submitCallOff =
  (ports: Ports) =>
  async (call: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const { caller, body } = call;
    if (!hasRoleAt(caller, body.request.buyerRef, 'requester'))
      throw new ProblemError('not-a-requester', 'You cannot raise requests for this school or department. Ask its contact for access.', {
        pointer: '/request/buyerRef',
      });
    const key = ports.hashes.text(`${caller.person.tenantId}/${caller.person.objectId}/${call.key}`).slice(0, 40);
    const content = ports.hashes.text(JSON.stringify(body)).slice(0, 16);
    const stored = await inTurn(key, () => makeOnce(ports, call, key, content));
    return toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref));
  };

const maxTries = 4;

const makeOnce = async (ports: Ports, call: Call<typeof declared>, key: string, content: string): Promise<StoredCallOff> => {
  const commandId = `${key.slice(0, 24)}.${content}`;
  const request = call.body.request as CallOffRequest;
  let retryAfter = 2;
  for (let tries = 0; ; tries += 1) {
    const earlier = await ports.callOffs.findByKey(key);
    if (earlier) {
      // Our own write without an answer did arrive: its effects were never queued.
      if (tries > 0) await queueEffects(ports, earlier, earlier.callOff.outbox);
      return sameContent(earlier, commandId);
    }
    // The last try is looked for as well: it may have arrived without an answer.
    if (tries === maxTries) throw new ServiceBusy('register', 503, retryAfter);
    const facts = await decisionFacts(ports, request, 'fresh');
    const decision = decideSubmit(
      {
        id: commandId,
        by: call.caller.person,
        now: ports.clock.now(),
        receipted: new Set(),
        ref: refOfKey(key, tries),
        idempotencyKey: key,
        request,
        shownGross: call.body.shownGross,
      },
      facts,
    );
    if (!decision.ok) throw withRequestPointer(toProblemError(decision));
    const added = await ports.callOffs.add(decision.state);
    if (added.ok) {
      await queueEffects(ports, added.stored, decision.effects);
      return added.stored;
    }
    retryAfter = added.retryAfterSeconds ?? retryAfter;
  }
};

/** The same key with other content is a mistake of the caller, never a second call-off. */
const sameContent = (earlier: StoredCallOff, commandId: string): StoredCallOff => {
  const owner = commandId.split('.')[0] ?? '';
  const first = earlier.callOff.lastCommands.find((id) => id.startsWith(`${owner}.`));
  if (first !== undefined && first !== commandId)
    throw new ProblemError('idempotency-mismatch', 'This draft was sent before with other content. Open the request under My requests.');
  return earlier;
};

/** The domain points into the request; the body holds the request under /request. */
const withRequestPointer = (error: ProblemError): ProblemError =>
  error.pointer === undefined || error.pointer === '/shownGross'
    ? error
    : new ProblemError(error.code, error.message, { pointer: `/request${error.pointer}` });
