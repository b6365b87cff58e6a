import { GraphFault } from '../sharepoint/graph-fault.ts';
import type { JsonObject } from '../sharepoint/json-body.ts';
import { acceptableUrl } from './notification-url.ts';

/** The longest life of a subscription to a list: 42,300 minutes, which is under 30 days. */
export const LONGEST_LIFE_MINUTES = 42_300;
/** What ends sooner is kept this long nevertheless. */
export const SHORTEST_LIFE_MINUTES = 45;
const LONGEST_CLIENT_STATE = 128;
const MINUTE = 60_000;

/** What a subscriber asks for, read and found in order. */
export interface AskedSubscription {
  readonly resource: string;
  readonly siteId: string;
  readonly listId: string;
  readonly notificationUrl: string;
  readonly clientState?: string;
  readonly expiresAt: string;
}

/** 400 `InvalidRequest`: the subscription service's own front, before SharePoint is asked. */
export const invalidSubscription = (message: string, hint?: string): GraphFault =>
  new GraphFault(400, 'InvalidRequest', message, hint === undefined ? {} : { hint });

const text = (body: JsonObject, name: string): string => {
  const value = body[name];
  if (value === undefined || value === null || value === '') {
    throw invalidSubscription(`${name} is a required property for subscription creation`);
  }
  if (typeof value !== 'string') throw invalidSubscription(`Invalid value specified for property '${name}' of resource 'Subscription'.`);
  return value;
};

/** The end of a subscription's life; 400 for what is no moment, is over, or is too far off. */
export function readExpiration(value: unknown, now: Date): string {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw invalidSubscription("Invalid value specified for property 'expirationDateTime' of resource 'Subscription'.");
  const minutes = (at - now.getTime()) / MINUTE;
  if (minutes <= 0) throw new GraphFault(400, 'ValidationError', 'Subscription expiration must be in the future.');
  if (minutes > LONGEST_LIFE_MINUTES) {
    throw new GraphFault(400, 'ValidationError', `Subscription expiration can only be ${LONGEST_LIFE_MINUTES} minutes in the future.`);
  }
  return new Date(Math.max(at, now.getTime() + SHORTEST_LIFE_MINUTES * MINUTE)).toISOString();
}

const UNSERVED = ['lifecycleNotificationUrl', 'includeResourceData', 'encryptionCertificate', 'notificationQueryOptions'];

function readResource(resource: string): Pick<AskedSubscription, 'resource' | 'siteId' | 'listId'> {
  if (/^[a-z]+:\/\//i.test(resource)) {
    throw new GraphFault(400, 'BadRequest', `The value '${resource}' of property 'resource' must be a relative URI.`);
  }
  const plain = resource.replace(/^\//, '');
  const [, siteId, listId] = /^sites\/([^/]+)\/lists\/([^/]+)$/i.exec(plain) ?? [];
  if (siteId === undefined || listId === undefined) {
    throw new GraphFault(501, 'notImplemented', `LOCAL TENANT: a subscription to '${plain}' is not served: only sites/{id}/lists/{id} is`);
  }
  return { resource: plain, siteId: decodeURIComponent(siteId), listId: decodeURIComponent(listId) };
}

/** Reads the body of `POST /subscriptions`; refuses what the service refuses before it asks SharePoint or the endpoint. */
export function readSubscription(body: JsonObject, now: Date): AskedSubscription {
  const changeType = text(body, 'changeType');
  const asked = readResource(text(body, 'resource'));
  if (changeType !== 'updated') throw invalidSubscription(`Invalid 'changeType' attribute: '${changeType}'.`);
  const unserved = UNSERVED.find((name) => body[name] !== undefined && body[name] !== null && body[name] !== false);
  if (unserved !== undefined) throw new GraphFault(501, 'notImplemented', `LOCAL TENANT: ${unserved} of a subscription is not served`);
  const notificationUrl = text(body, 'notificationUrl');
  if (acceptableUrl(notificationUrl) === undefined) {
    throw invalidSubscription(
      "Invalid value specified for property 'notificationUrl' of resource 'Subscription'.",
      'The URL must be https; in the local tenant http is taken for localhost, 127.0.0.1 and [::1].',
    );
  }
  const { clientState } = body;
  if (clientState !== undefined && clientState !== null && (typeof clientState !== 'string' || clientState.length > LONGEST_CLIENT_STATE)) {
    throw invalidSubscription(`clientState must be a string of at most ${LONGEST_CLIENT_STATE} characters.`);
  }
  text(body, 'expirationDateTime');
  return {
    ...asked,
    notificationUrl,
    expiresAt: readExpiration(body.expirationDateTime, now),
    ...(typeof clientState === 'string' ? { clientState } : {}),
  };
}
