import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { serviceHostAllowed } from './service-host.ts';

export interface BotTokenOptions {
  readonly botAppId: string;
  readonly metadataUrl: string;
  readonly allowedHosts: readonly string[];
  readonly tenantId: string;
}

/** The part of an activity that its token must agree with. */
export interface ActivityOrigin {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly tenantId: string;
}

export type BotVerdict = { readonly ok: true } | { readonly ok: false; readonly why: string };

const issuer = 'https://api.botframework.com';
const toleranceSeconds = 300;
const metadataTtl = 24 * 60 * 60 * 1000;

interface Metadata {
  readonly keys: JWTVerifyGetKey;
  readonly endorsements: (kid: string) => readonly string[];
  readonly readAt: number;
}

/**
 * Validates the token of an inbound activity, every step of Microsoft's list: RS256 by a key of the fixed metadata, issuer, our audience, expiry, a
 * `serviceurl` claim equal to the activity's, a key endorsed for the channel, an allowed connector host, and the council's own tenant. There is no way to switch it off.
 */
export const botTokenVerifier = (options: BotTokenOptions, now: () => number = Date.now) => {
  let metadata: Promise<Metadata> | undefined;
  const current = async (): Promise<Metadata> => {
    const held = await metadata?.catch(() => undefined);
    if (held && now() - held.readAt < metadataTtl) return held;
    metadata = readMetadata(options.metadataUrl, now());
    return metadata;
  };

  return async (authorization: string | null, origin: ActivityOrigin): Promise<BotVerdict> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return { ok: false, why: 'no-token' };
    if (origin.channelId !== 'msteams') return { ok: false, why: 'other-channel' };
    if (origin.tenantId.toLowerCase() !== options.tenantId.toLowerCase()) return { ok: false, why: 'other-tenant' };
    if (!serviceHostAllowed(origin.serviceUrl, options.allowedHosts)) return { ok: false, why: 'host-not-allowed' };
    const { keys, endorsements } = await current();
    let payload: JWTPayload;
    let kid: string;
    try {
      const verified = await jwtVerify(token, keys, {
        issuer,
        audience: options.botAppId,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        clockTolerance: toleranceSeconds,
      });
      payload = verified.payload;
      kid = verified.protectedHeader.kid ?? '';
    } catch {
      return { ok: false, why: 'token-not-accepted' };
    }
    if (!endorsements(kid).includes(origin.channelId)) return { ok: false, why: 'key-not-endorsed' };
    const claimed = payload.serviceurl ?? payload.serviceUrl;
    return claimed === origin.serviceUrl ? { ok: true } : { ok: false, why: 'service-url-differs' };
  };
};

const readMetadata = async (metadataUrl: string, readAt: number): Promise<Metadata> => {
  const document = (await (await fetch(metadataUrl, { redirect: 'error', signal: AbortSignal.timeout(5000) })).json()) as {
    jwks_uri: string;
  };
  const set = (await (await fetch(document.jwks_uri, { redirect: 'error', signal: AbortSignal.timeout(5000) })).json()) as {
    keys: readonly { kid?: string; endorsements?: readonly string[] }[];
  };
  const endorsed = new Map(set.keys.map((key) => [key.kid ?? '', key.endorsements ?? []]));
  return {
    keys: createRemoteJWKSet(new URL(document.jwks_uri), { cooldownDuration: 300_000 }),
    endorsements: (kid) => endorsed.get(kid) ?? [],
    readAt,
  };
};
