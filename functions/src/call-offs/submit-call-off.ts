import type { submitCallOff as declared } from '@ap/shared/contract/call-offs';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { submitCallOff as decideSubmit } from '@ap/shared/domain/call-off/submit-call-off';
import { decisionFacts } from '../commands/decision-facts.ts';
import { othersConsidered } from '../commands/others-considered.ts';
import { runCreation } from '../commands/run-creation.ts';
import { hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { refOfKey } from './call-off-ref.ts';
import { toReply } from './call-off-view.ts';
import { discardSentDraft } from './drafts.ts';

/**
 * Makes a call-off, once for each idempotency key of a person. Everything is read afresh and the price recomputed; one create writes request, frozen price,
 * steps and effects.
 */
export const submitCallOff =
  (ports: Ports) =>
  async ({ caller, body, key }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    if (!hasRoleAt(caller, body.request.buyerRef, 'requester'))
      throw new ProblemError('not-a-requester', 'You cannot raise requests for this school or department. Ask its contact for access.', {
        pointer: '/request/buyerRef',
      });
    const { request } = body;
    const given = { by: caller.person, key, content: body };
    const stored = await runCreation(ports, given, async ({ command, hash, attempt }) => {
      const [facts, others] = await Promise.all([
        decisionFacts(ports, { ...request, requester: caller.person }, 'fresh'),
        othersConsidered(ports, request, caller.person),
      ]);
      const made = { ref: refOfKey(hash, attempt), idempotencyKey: hash };
      return decideSubmit({ ...command, ...made, request, shownGross: body.shownGross }, { ...facts, others });
    }).catch((error: unknown) => {
      throw error instanceof ProblemError ? withRequestPointer(error) : error;
    });
    await discardSentDraft(ports, caller.person, key);
    return toReply(stored.callOff, caller, await ports.effects.receipts(stored.callOff.ref), ports.clock.now());
  };

/** The domain points into the request; the body holds the request under /request. */
const withRequestPointer = (error: ProblemError): ProblemError =>
  error.pointer === undefined || error.pointer === '/shownGross'
    ? error
    : new ProblemError(error.code, error.message, { pointer: `/request${error.pointer}` });
