import { createHash } from 'node:crypto';
import type { TenantRequest } from '../exchange.ts';

const digest = (...words: readonly string[]): string => createHash('sha256').update(words.join('|').toLowerCase()).digest('base64url');

/** A bot's address in Teams. */
export const botAddress = (botAppId: string): string => `28:${botAppId.toLowerCase()}`;

/** A person's address in Teams as one bot sees it (every bot sees another). */
export const personAddress = (botAppId: string, tenantId: string, userId: string): string =>
  `29:1${digest('person', botAppId, tenantId, userId)}`;

/** The one personal conversation of a bot and a person: asking for it again gives the same, as Teams does. */
export const personalConversationId = (botAppId: string, tenantId: string, userId: string): string =>
  `a:1${digest('conversation', botAppId, tenantId, userId)}`;

/** A conversation of many, such as the first channel of a team. */
export const sharedConversationId = (botAppId: string, kind: string): string => `19:${digest(kind, botAppId)}@thread.tacv2`;

/** The `serviceUrl` that the tenant's activities carry. */
export const serviceUrl = (origin: TenantRequest['origin']): string => `${origin}/connector/`;
