import { app, type InvocationContext, type PreInvocationContext } from '@azure/functions';
import { inSpanFrom } from './http/span.ts';

const triggers: Readonly<Record<string, string>> = { httpTrigger: 'http', queueTrigger: 'queue', timerTrigger: 'timer' };

/** The trace that a message of ours goes on with; a message that says none, or is none of ours, begins one. */
const traceOfMessage = (message: unknown): string | undefined => {
  const told = typeof message === 'object' && message !== null && 'trace' in message ? message.trace : undefined;
  return typeof told === 'string' ? told : undefined;
};

/** The trace in which the host has put a request. What it gives a timer or a message is of that run alone. */
const traceOf = (trigger: string, { traceContext }: InvocationContext, inputs: readonly unknown[]): string | undefined =>
  trigger === 'queue' ? traceOfMessage(inputs[0]) : traceContext?.traceParent;

/** Makes every run of every function a span: of the request's trace, or of that in which a message was written. */
export const traceFunctions = (): void => {
  app.hook.preInvocation((hook: PreInvocationContext) => {
    const { functionHandler, inputs, invocationContext } = hook;
    const trigger = triggers[invocationContext.options.trigger.type] ?? 'other';
    hook.functionHandler = (...given) =>
      inSpanFrom(traceOf(trigger, invocationContext, inputs), invocationContext.functionName, { 'ap.trigger': trigger }, async (span) => {
        const answer: unknown = await functionHandler(...given);
        const status = typeof answer === 'object' && answer !== null && 'status' in answer ? answer.status : undefined;
        if (typeof status === 'number') span.say({ 'http.response.status_code': status });
        if (typeof status === 'number' && status >= 500) span.fail(String(status));
        return answer;
      });
  });
};
