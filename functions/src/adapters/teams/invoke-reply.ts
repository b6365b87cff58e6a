import type { HttpResponseInit } from '@azure/functions';
import { faultWords } from '../../http/fault-words.ts';
import { ProblemError, safeHeaders } from '../../http/problem-reply.ts';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { Log } from '../../ports/clock.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';
export const errorType = 'application/vnd.microsoft.error';

/** An activity that needs no answer. */
export const received: HttpResponseInit = { status: 200, headers: safeHeaders };

export const jsonReply = (body: unknown): HttpResponseInit => ({
  status: 200,
  headers: { ...safeHeaders, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** The answer to a card's click: HTTP 200 with its own status inside. */
export const invokeReply = (statusCode: number, type: string, value: unknown): HttpResponseInit => jsonReply({ statusCode, type, value });

/** What went wrong in an invoke, as a code and a sentence for the person. It goes to the log by code only. */
export const sentenceOf = (error: unknown, what: string, log: Log): { readonly code: string; readonly message: string } => {
  if (error instanceof ProblemError) {
    log.event('info', `${what}-refused`, { code: error.code });
    return { code: error.code, message: error.message };
  }
  const fault = faultWords(error);
  log.event(error instanceof ServiceBusy ? 'warning' : 'error', `${what}-failed`, { error: fault });
  return { code: 'busy-try-later', message: 'The register is busy. Try again in a moment: nothing is done twice.' };
};
