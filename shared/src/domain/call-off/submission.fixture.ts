import { aRequest, aSubmission, facts, type RequestTold, refusal } from './call-off.fixture.ts';
import { type SubmitCommand, type SubmitFacts, submitCallOff } from './submit-call-off.ts';

/** A request as it is sent, in a world where every rule is kept but for what is told. */
export const submit = (world: Partial<SubmitFacts> = {}, request: RequestTold = {}, told: Partial<SubmitCommand> = {}) =>
  submitCallOff(aSubmission({ request: aRequest(request), ...told }), facts(world));

/** The code of a refusal, and the field that it points to. */
export const refusedWith = (decision: ReturnType<typeof submit>) => {
  const { code, field } = refusal(decision);
  return field === undefined ? code : `${code} at ${field}`;
};
