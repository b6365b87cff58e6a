import { delegationOver, isOver } from '@ap/shared/domain/approvals/decide-delegation';
import { theProduct } from '@ap/shared/domain/people/person';
import { refused } from '@ap/shared/domain/refusal';
import { byTheClock } from '../commands/by-the-clock.ts';
import type { Ports } from '../ports/ports.ts';
import { recordDelegation } from './record-delegation.ts';

/** Takes out, as the product, each delegation whose last day has passed, and tells the audit again what is new. One failure holds up no other. */
export const delegationClock = (ports: Pick<Ports, 'buyers' | 'audit' | 'clock' | 'log'>) => async (): Promise<void> => {
  const run = byTheClock(ports);
  for (const known of await ports.buyers.delegations()) {
    const { buyerRef, person } = known;
    await run.give(buyerRef, 'delegation', async () => {
      const now = ports.clock.now();
      if (!isOver(known, now)) {
        await recordDelegation(ports, known);
        return false;
      }
      const decision = await ports.buyers.changeDelegation(buyerRef, person, ({ approver }) =>
        approver ? delegationOver(approver, { by: theProduct, now }) : refused('not-an-approver', 'This member has gone from the list.'),
      );
      if (decision.ok) await recordDelegation(ports, decision.member);
      return decision.ok;
    });
  }
};
