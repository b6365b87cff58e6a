import { delegationOver, isOver } from '@ap/shared/domain/approvals/decide-delegation';
import { theProduct } from '@ap/shared/domain/people/person';
import { refused } from '@ap/shared/domain/refusal';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { recordDelegation } from './record-delegation.ts';

/** Takes out, as the product, each delegation whose last day has passed, and tells the audit again what is new. One failure holds up no other. */
export const delegationClock = (ports: Pick<Ports, 'buyers' | 'audit' | 'clock' | 'log'>) => async (): Promise<void> => {
  for (const known of await ports.buyers.delegations()) {
    const { buyerRef, person } = known;
    try {
      const now = ports.clock.now();
      if (!isOver(known, now)) {
        await recordDelegation(ports, known);
        continue;
      }
      const decision = await ports.buyers.changeDelegation(buyerRef, person, ({ approver }) =>
        approver ? delegationOver(approver, { by: theProduct, now }) : refused('not-an-approver', 'This member has gone from the list.'),
      );
      if (decision.ok) await recordDelegation(ports, decision.member);
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : 'unexpected';
      ports.log.event(error instanceof ProblemError ? 'info' : 'error', 'clock-refused', { ref: buyerRef, kind: 'delegation', code });
    }
  }
};
