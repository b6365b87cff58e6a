import { app } from '@azure/functions';
import { runningVersion } from '../version.ts';
import { safeHeaders } from './problem-reply.ts';

/** Says that the app has started, and in which version: open to the world. */
export const registerHealth = (): void => {
  app.http('health', {
    methods: ['GET'],
    route: 'health',
    authLevel: 'anonymous',
    handler: () => ({
      status: 200,
      headers: { ...safeHeaders, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ status: 'started', ...runningVersion }),
    }),
  });
};
