import { randomUUID } from 'node:crypto';
import { app } from '@azure/functions';
import { ProblemError, problemReply } from './problem-reply.ts';
import { toResponse } from './route.ts';

/**
 * Answers every address and method that no other function answers. The platform would say 404 by itself, but without the headers that every answer of ours
 * bears. A route that takes whatever is left comes last of all.
 */
export const registerUnknown = (): void => {
  app.http('unknownAddress', {
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    route: '{*rest}',
    authLevel: 'anonymous', // It says to everybody that there is nothing here.
    handler: async () =>
      toResponse(problemReply(new ProblemError('not-found', 'There is nothing at this address, or not by this method.'), randomUUID())),
  });
};
