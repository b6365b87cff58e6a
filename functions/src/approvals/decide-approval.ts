import type { decideApproval as declared } from '@ap/shared/contract/call-offs';
import type { BodyOf } from '@ap/shared/contract/endpoint';
import type { DecisionChannel, Verdict } from '@ap/shared/domain/approvals/approval-step';
import { decideApproval as decide } from '@ap/shared/domain/approvals/decide-approval';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Person } from '@ap/shared/domain/people/person';
import { decisionFacts } from '../commands/decision-facts.ts';
import { runReserving } from '../commands/run-reserving.ts';
import { noSuchCallOff } from '../http/problem-reply.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';

/** One decision, whether it came from the card or the page. `by` is the verified person, never what a card says. */
export interface DecisionInput {
  readonly ref: string;
  readonly by: Person;
  readonly key: string;
  readonly verdict: Verdict;
  readonly comment: string | undefined;
  readonly channel: DecisionChannel;
  readonly seen: BodyOf<typeof declared>['seen'];
  /** Whether this person may know of the request: for anybody else there is none. */
  readonly mayKnow: (callOff: CallOff) => boolean;
  readonly justRead?: StoredCallOff;
}

/**
 * Decides the open step after reading every fact afresh. The last approval takes its shares of every limit before the order is written; what was taken
 * for an order that is not written is freed. Throws ProblemError with the rule's own sentence when refused.
 */
export const decideApproval = (ports: Ports, input: DecisionInput): Promise<StoredCallOff> => {
  const { ref, by, key, verdict, comment, channel, seen, mayKnow, justRead } = input;
  const given = { ref, by, key, content: { verdict, comment: comment ?? null, seen }, ...(justRead ? { justRead } : {}) };
  return runReserving(ports, given, async (present, command) => {
    if (!mayKnow(present.callOff)) throw noSuchCallOff();
    const { request, approvals, requester } = present.callOff;
    const facts = await decisionFacts(ports, { ...request, ref, requester, planned: approvals.map(({ kind: step }) => step) }, 'fresh');
    const decision = decide(
      present.callOff,
      { ...command, verdict, comment: comment?.trim() || undefined, channel, seen },
      { ...facts, itemId: present.itemId, answerWorkingDays: (await ports.policies.orderPolicy()).answerWorkingDays },
    );
    return { decision, sources: { ...facts, threshold: facts.registration.policy } };
  });
};
