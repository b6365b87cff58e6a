import { app } from '@azure/functions';
import { addressOf } from './attempts.ts';
import { safeHeaders } from './problem-reply.ts';

/** What comes to the address of change notifications, and what is answered. */
export interface NotificationCall {
  readonly validationToken: string | null;
  readonly body: () => Promise<unknown>;
  readonly address: string;
}

export const notificationPath = 'list-changes';
const bodyLimit = 256 * 1024;

/** Registers the address at which Graph says that lists changed. No part of the contract: nobody else calls it. */
export const registerNotifications = (
  take: (call: NotificationCall) => Promise<{ readonly status: number; readonly text?: string }>,
): void => {
  app.http('listChanges', {
    methods: ['POST'],
    route: notificationPath,
    authLevel: 'anonymous', // The secret of each subscription is the authentication, and all that a notification does is to have us look.
    handler: async (request) => {
      const { status, text } = await take({
        validationToken: request.query.get('validationToken'),
        address: addressOf(request.headers.get('x-forwarded-for')),
        body: async () => {
          const given = await request.text();
          return Buffer.byteLength(given) > bodyLimit ? undefined : readJson(given);
        },
      });
      return text === undefined
        ? { status, headers: safeHeaders }
        : { status, headers: { ...safeHeaders, 'content-type': 'text/plain; charset=utf-8' }, body: text };
    },
  });
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
