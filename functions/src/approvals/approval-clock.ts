import { type ApprovalClockFacts, type ApprovalDue, approvalDue, runApprovalClock } from '@ap/shared/domain/approvals/approval-clock';
import { type WaitingStep, waitingStep } from '@ap/shared/domain/approvals/waiting-step';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { theProduct } from '@ap/shared/domain/people/person';
import { byTheClock } from '../commands/by-the-clock.ts';
import { type CommandNeeds, runCommand } from '../commands/run-command.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface ApprovalClockReport {
  readonly moved: number;
  readonly failed: number;
}

type Needs = CommandNeeds & Pick<Ports, 'buyers' | 'policies'>;

/** One key for each thing that is due, for ever: two instances and a repeat do it once. */
const keyOf = ({ ref, round }: CallOff, { at, change }: WaitingStep, due: ApprovalDue): string => {
  const whom = due.kind === 'ask-delegates' ? due.people.map(({ objectId }) => objectId.toLowerCase()).join('-') : '';
  const what = change === undefined ? round : `change-${change}`;
  return `approval-${due.kind}-${ref}-${what}-${at}-${whom}`;
};

const factsFor = async (
  ports: Needs,
  { request, steps }: Pick<WaitingStep, 'request' | 'steps'>,
  age: 'known' | 'fresh',
): Promise<ApprovalClockFacts | undefined> => {
  const asksCouncil = steps.some(({ kind }) => kind !== 'buyer');
  const [buyer, buyerMembers, councilMembers, times] = await Promise.all([
    ports.buyers.buyer(request.buyerRef, age),
    ports.buyers.members(request.buyerRef, age),
    asksCouncil ? ports.buyers.councilMembers(age) : [],
    ports.policies.approvalTimes(),
  ]);
  return buyer && { buyer, buyerMembers, councilMembers, times };
};

/** Gives, as the product, what is due for requests and dearer changes of orders that wait: delegates are asked, approvers reminded, the next in line asked. One failure holds up no other. */
export const approvalClock = (ports: Needs) => async (): Promise<ApprovalClockReport> => {
  const run = byTheClock(ports);
  for (const { callOff } of await ports.callOffs.known()) {
    const waiting = waitingStep(callOff);
    if (!waiting) continue;
    const { ref } = callOff;
    await run.give(ref, 'approval', async () => {
      const known = await factsFor(ports, waiting, 'known');
      const due = known && approvalDue(callOff, known, ports.clock.now());
      if (!due) return false;
      const key = keyOf(callOff, waiting, due);
      await runCommand(ports, { ref, by: theProduct, key, content: key }, async (present, command) => {
        const still = waitingStep(present.callOff);
        const fresh = still && (await factsFor(ports, still, 'fresh'));
        if (!fresh) throw new ProblemError('call-off-not-open', 'Nothing waits for a decision any more.');
        return runApprovalClock(present.callOff, command, fresh);
      });
      return true;
    });
  }
  return { moved: run.counts.given, failed: run.counts.failed };
};
