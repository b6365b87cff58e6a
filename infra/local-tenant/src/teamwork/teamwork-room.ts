import type { Installations } from '../connector/installations.ts';
import { forCaller } from '../directory/caller-tenant.ts';
import { notFound } from '../directory/permission.ts';
import type { TenantReply } from '../exchange.ts';
import { findUser, sameId } from '../organisation-lookup.ts';
import { errorReply, jsonObject } from '../reply.ts';
import type { Principal, Room } from '../room.ts';
import type { FeedStore } from './feed-store.ts';
import { parseNotification } from './parse-notification.ts';
import { perMinute } from './per-minute.ts';

/** What the activity feed rests on. */
export interface TeamworkParts {
  readonly feed: FeedStore;
  readonly installed: Installations;
}

const tenantWide = 'TeamsActivity.Send';
const ofThePerson = 'TeamsActivity.Send.User';

/** Both refusals are worded as the service words them (n8n's tests of its Teams node keep the texts). */
const noPermission = (caller: Principal, granted: readonly string[]): TenantReply =>
  errorReply(
    403,
    'Forbidden',
    `Missing role permissions on the request. API requires one of '${tenantWide}, ${ofThePerson}'. Roles on the request '${caller.roles.join(', ')}'. Resource specific consent grants on the request '${granted.join(', ')}'.`,
  );
const noSuchApp = (caller: Principal, path: string): TenantReply =>
  errorReply(
    403,
    'Forbidden',
    `Application with AAD App Id '${caller.appId}' is not authorized to generate custom text notifications about '${path}' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`,
  );

/** Teams' limit for one person (Graph, "Best practices for using Microsoft Teams activity feed notifications"). */
const mostPerMinute = 10;

/**
 * Teams' activity feed: an app sends a person a line of the types that its manifest declares. Allowed to the registration that the manifest names, and with
 * the permission of the person who installed the app, or that of the whole tenant.
 */
export const teamworkRoom =
  ({ feed, installed }: TeamworkParts): Room =>
  (supplies) => {
    const limit = perMinute(mostPerMinute);
    return [
      {
        method: 'POST',
        pattern: '/v1.0/users/{user}/teamwork/sendActivityNotification',
        handle: forCaller(supplies, [], ({ params, path, body }, { caller, tenant }) => {
          const asked = params.user ?? '';
          const user = findUser(tenant, asked);
          if (!user) return notFound(asked);
          if (caller.kind !== 'app') return noPermission(caller, []);
          const manifest = supplies.organisation.teamsApp?.manifest;
          const app =
            manifest && sameId(manifest.webApplicationId, caller.appId) && installed.has(tenant.id, user.id) ? manifest : undefined;
          const granted = app?.resourceSpecific ?? [];
          if (!caller.roles.includes(tenantWide) && !granted.includes(ofThePerson)) return noPermission(caller, granted);
          if (!app) return noSuchApp(caller, path);
          const notification = parseNotification(jsonObject(body), app);
          if (typeof notification === 'string') return errorReply(400, 'BadRequest', notification);
          const now = supplies.now();
          const wait = limit.take(`${tenant.id}|${user.id}`, now);
          if (wait > 0) return errorReply(429, 'TooManyRequests', 'Too many notifications to one person.', { 'Retry-After': String(wait) });
          feed.add({ at: now.toISOString(), tenantId: tenant.id, userId: user.id, ...notification });
          return { status: 204 };
        }),
      },
    ];
  };
