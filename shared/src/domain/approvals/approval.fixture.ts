import { aCommand, aDecision, decisionFacts } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Person } from '../people/person.ts';
import type { ApprovalCommand, ApprovalDecisionFacts } from './approval-command.ts';
import type { Verdict } from './approval-step.ts';
import { decideApproval } from './decide-approval.ts';

/** An approver answers the step that waits for them, in a world where every rule is kept but for what is told. */
export const decide = (
  callOff: CallOff,
  verdict: Verdict,
  told: Partial<ApprovalCommand> = {},
  world: Partial<ApprovalDecisionFacts> = {},
) => decideApproval(callOff, aDecision(callOff, verdict, told), decisionFacts(world));

/** The same command by somebody else. */
export const by = (person: Person) => aCommand(person);
