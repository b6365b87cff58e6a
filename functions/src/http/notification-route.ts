import { app, type HttpResponseInit } from '@azure/functions';
import type { Log } from '../ports/clock.ts';
import { addressOf } from './attempts.ts';
import { faultWords } from './fault-words.ts';
import { safeHeaders } from './problem-reply.ts';
import { readLimited } from './read-limited.ts';

/** What comes to the address of change notifications, and what is answered. */
export interface NotificationCall {
  readonly validationToken: string | null;
  readonly body: () => Promise<unknown>;
  readonly address: string;
}

export const notificationPath = 'list-changes';
const bodyLimit = 256 * 1024;

/**
 * Registers the address at which Graph says that lists changed. No part of the contract: nobody else calls it. What could not be kept is answered 503, so
 * that Graph sends it again.
 */
export const registerNotifications = (
  take: (call: NotificationCall) => Promise<{ readonly status: number; readonly text?: string }>,
  log: Log,
): void => {
  app.http('listChanges', {
    methods: ['POST'],
    route: notificationPath,
    authLevel: 'anonymous', // The secret of each subscription is the authentication, and all that a notification does is to have us look.
    handler: async (request) => {
      try {
        return reply(
          await take({
            validationToken: request.query.get('validationToken'),
            address: addressOf(request.headers.get('x-forwarded-for')),
            body: async () => readJson(await readLimited(request, bodyLimit)),
          }),
        );
      } catch (error) {
        log.event('error', 'notification-failed', { error: faultWords(error) });
        return { status: 503, headers: { ...safeHeaders, 'retry-after': '10' } };
      }
    },
  });
};

/** The service's own token is said back as plain text that no browser shows. */
const reply = ({ status, text }: { readonly status: number; readonly text?: string }): HttpResponseInit =>
  text === undefined
    ? { status, headers: status === 429 ? { ...safeHeaders, 'retry-after': '60' } : safeHeaders }
    : { status, headers: { ...safeHeaders, 'content-type': 'text/plain; charset=utf-8', 'content-disposition': 'attachment' }, body: text };

const readJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};
