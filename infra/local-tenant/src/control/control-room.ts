import type { Mailbox } from '../directory/mailbox.ts';
import type { DeviceCodes } from '../entra/device-codes.ts';
import type { RegistrationStore } from '../registrations/registration-store.ts';
import type { Room } from '../room.ts';
import type { FaultRegister } from '../server/fault-register.ts';
import type { UsageMeter } from '../server/usage-meter.ts';
import type { Oddities } from '../sharepoint/oddities.ts';
import type { Strictness } from '../sharepoint/strictness.ts';
import type { FeedStore } from '../teamwork/feed-store.ts';
import type { Quota } from '../throttling/quota.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { type ChatParts, chatRoutes } from './chat-routes.ts';
import { composeRoutes } from './compose-routes.ts';
import { consentRoutes } from './consent-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { oddityRoutes } from './oddity-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { throttlingRoutes } from './throttling-routes.ts';
import { type IssuerKeys, tokenRoutes } from './token-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** What the control routes look into and steer. */
export interface ControlParts extends ChatParts {
  readonly keys: IssuerKeys;
  readonly mails: Mailbox;
  readonly feed: FeedStore;
  readonly faults: FaultRegister;
  readonly usage: UsageMeter;
  readonly webhooks: Webhooks;
  readonly quota: Quota;
  readonly oddities: Oddities;
  readonly strictness: Strictness;
  readonly registrations: RegistrationStore;
  readonly codes: DeviceCodes;
}

/** `/_local`: for the launcher, the stand-in Teams window and tests. The product never calls it: a real tenant has no such thing. */
export const controlRoom =
  (parts: ControlParts): Room =>
  (supplies) => [
    {
      method: 'GET',
      pattern: '/_local/health',
      handle: () => ({ status: 200, body: { status: 'ok', tenants: supplies.organisation.tenants.length, strictness: parts.strictness } }),
    },
    { method: 'GET', pattern: '/_local/usage', handle: () => ({ status: 200, body: parts.usage.read() }) },
    {
      method: 'DELETE',
      pattern: '/_local/usage',
      handle: () => {
        parts.usage.reset();
        return { status: 204 };
      },
    },
    { method: 'GET', pattern: '/_local/mail', handle: ({ query }) => ({ status: 200, body: parts.mails.list(query.get('to')) }) },
    {
      method: 'GET',
      pattern: '/_local/activity',
      handle: ({ query }) => ({ status: 200, body: parts.feed.ofPerson(query.get('tenantId') ?? '', query.get('userId') ?? '') }),
    },
    ...peopleRoutes(supplies, parts.installed),
    ...signInRoutes(supplies, parts.keys.entra),
    ...tokenRoutes(supplies, parts.keys),
    ...chatRoutes(supplies, parts),
    ...composeRoutes(supplies, parts),
    ...consentRoutes(supplies, parts.registrations, parts.codes),
    ...faultRoutes(parts.faults),
    ...webhookRoutes(parts.webhooks),
    ...throttlingRoutes(parts.quota),
    ...oddityRoutes(parts.oddities),
  ];
