import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey, type JWTVerifyResult, jwtVerify } from 'jose';
import { ServiceBusy } from '../../http/service-busy.ts';
import { serviceHostAllowed } from './service-host.ts';

export interface BotTokenOptions {
  readonly botAppId: string;
  readonly metadataUrl: string;
  readonly allowedHosts: readonly string[];
  /** The tenant whose people may reach the bot: it is registered for this one alone. */
  readonly tenantId: string;
}

/** The part of an activity that its token must agree with. */
export interface ActivityOrigin {
  readonly serviceUrl: string;
  readonly channelId: string;
  /** The tenant by the channel's own data, and by the conversation: who clicks is a person of this one. */
  readonly channelTenantId: string;
  readonly conversationTenantId: string;
}

export type BotVerdict = { readonly ok: true } | { readonly ok: false; readonly why: string };

const issuer = 'https://api.botframework.com';
const toleranceSeconds = 300;
const metadataTtl = 24 * 60 * 60 * 1000;
/** A key that we do not know is looked for again at most this often: a rollover is noticed, a flood of rogue tokens is not passed on. */
const rolloverCooldown = 5 * 60 * 1000;

interface Metadata {
  readonly keys: JWTVerifyGetKey;
  readonly endorsements: (kid: string) => readonly string[];
  readonly readAt: number;
}

/**
 * Validates the token of an inbound activity, every step of Microsoft's list: RS256 by a key of the fixed metadata, issuer, our audience, expiry, a
 * `serviceurl` claim equal to the activity's, a key endorsed for the channel, an allowed connector host, and the council's own tenant, told twice alike. There is no way to switch it off.
 */
export const botTokenVerifier = (options: BotTokenOptions, now: () => number = Date.now) => {
  let metadata: Promise<Metadata> | undefined;
  /** The keys, read again when they are older than `oldest` milliseconds. A failed reading is tried again at the next use. */
  const keysYoungerThan = async (oldest: number): Promise<Metadata> => {
    const held = await metadata?.catch(() => undefined);
    if (held && now() - held.readAt < oldest) return held;
    metadata = readMetadata(options.metadataUrl, now());
    return metadata;
  };
  const verify = async (token: string, { keys }: Metadata): Promise<JWTVerifyResult | 'unknown-key' | 'refused'> => {
    try {
      return await jwtVerify(token, keys, {
        issuer,
        audience: options.botAppId,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        clockTolerance: toleranceSeconds,
        currentDate: new Date(now()),
      });
    } catch (error) {
      return error instanceof errors.JWKSNoMatchingKey ? 'unknown-key' : 'refused';
    }
  };

  return async (authorization: string | null, origin: ActivityOrigin): Promise<BotVerdict> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return { ok: false, why: 'no-token' };
    if (origin.channelId !== 'msteams') return { ok: false, why: 'other-channel' };
    const [channelTenant, conversationTenant] = [origin.channelTenantId.toLowerCase(), origin.conversationTenantId.toLowerCase()];
    if (channelTenant !== conversationTenant) return { ok: false, why: 'tenants-differ' };
    if (channelTenant !== options.tenantId.toLowerCase()) return { ok: false, why: 'other-tenant' };
    if (!serviceHostAllowed(origin.serviceUrl, options.allowedHosts)) return { ok: false, why: 'host-not-allowed' };
    let keys = await keysYoungerThan(metadataTtl);
    let verified = await verify(token, keys);
    if (verified === 'unknown-key') {
      keys = await keysYoungerThan(rolloverCooldown);
      verified = await verify(token, keys);
    }
    if (verified === 'unknown-key' || verified === 'refused') return { ok: false, why: 'token-not-accepted' };
    const { payload, protectedHeader } = verified;
    if (!keys.endorsements(protectedHeader.kid ?? '').includes(origin.channelId)) return { ok: false, why: 'key-not-endorsed' };
    const claimed = payload.serviceurl ?? payload.serviceUrl;
    return claimed === origin.serviceUrl ? { ok: true } : { ok: false, why: 'service-url-differs' };
  };
};

const readMetadata = async (metadataUrl: string, readAt: number): Promise<Metadata> => {
  const { jwks_uri } = (await readJson(metadataUrl)) as { jwks_uri: string };
  const set = (await readJson(jwks_uri)) as JSONWebKeySet;
  const endorsed = new Map(set.keys.map((key) => [key.kid ?? '', (key as { endorsements?: readonly string[] }).endorsements ?? []]));
  return { keys: createLocalJWKSet(set), endorsements: (kid) => endorsed.get(kid) ?? [], readAt };
};

const readJson = async (url: string): Promise<unknown> => {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(5000) });
    if (response.ok) return await response.json();
    throw new ServiceBusy('bot-framework', response.status);
  } catch (error) {
    throw error instanceof ServiceBusy ? error : new ServiceBusy('bot-framework', 0);
  }
};
