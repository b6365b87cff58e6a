import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { AcceptedTokens } from './accepted-tokens.ts';
import { ProblemError } from './problem-reply.ts';

/** A person read from a verified access token. Decisions use the ids only; name and address are for display. */
export interface VerifiedUser {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
  readonly guest: boolean;
  readonly client: 'deciding' | 'drafting';
}

export interface UserTokenOptions {
  readonly authorityHost: string;
  /** The council's tenant, at whose address the signing keys are read. */
  readonly homeTenant: string;
  readonly audience: string;
  readonly scope: string;
  readonly decidingClients: readonly string[];
  readonly draftingClients: readonly string[];
}

/** The tenant of personal Microsoft accounts: nobody's organisation. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const clockToleranceSeconds = 300;

/**
 * Verifies a v2 access token of Entra ID for our API (security 3.1): RS256, keys from one fixed place, issuer and `tid` of one
 * tenant, our audience and scope, a delegated token of a person, a client that we list. Throws ProblemError 401 or 403.
 */
export const userTokenVerifier = (
  options: UserTokenOptions,
  now: () => number = Date.now,
): ((authorization: string | null) => Promise<VerifiedUser>) => {
  // Entra signs for every tenant with the same keys. They are read at the council's own tenant and nowhere that a token names: an unverified token must not
  // send us anywhere, and a tenant's own address carries none of the keys of personal accounts.
  const keys = createRemoteJWKSet(new URL(`${options.authorityHost}/${options.homeTenant}/discovery/v2.0/keys`), {
    cooldownDuration: 300_000,
    timeoutDuration: 5000,
  });

  const accepted = new AcceptedTokens<VerifiedUser>();
  return async (authorization) => {
    const token = bearer(authorization);
    const known = accepted.user(token, now());
    if (known) return known;
    const tenantId = claimedTenant(token);
    if (!tenantId) throw new ProblemError('token-not-accepted', 'Your sign-in was not accepted. Sign in again.');
    const payload = await verify(token, keys, {
      issuer: `${options.authorityHost}/${tenantId}/v2.0`,
      audience: options.audience,
      now: now(),
    });
    const user = userOf(payload, tenantId, options);
    accepted.remember(token, user, { at: now(), expires: Number(payload.exp) * 1_000 });
    return user;
  };
};

const bearer = (authorization: string | null): string => {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '');
  if (!match?.[1]) throw new ProblemError('sign-in-required', 'Sign in to go on.');
  return match[1];
};

/** The tenant that the token claims: only chooses which issuer it must match, so reading it before verification gives nothing away. */
const claimedTenant = (token: string): string | undefined => {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { tid?: unknown };
    const tid = typeof claims.tid === 'string' ? claims.tid.toLowerCase() : '';
    return guid.test(tid) && tid !== personalAccounts ? tid : undefined;
  } catch {
    return undefined;
  }
};

const verify = async (
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, now }: { readonly issuer: string; readonly audience: string; readonly now: number },
): Promise<JWTPayload> => {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      currentDate: new Date(now),
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'tid', 'oid'],
      clockTolerance: clockToleranceSeconds,
    });
    return payload;
  } catch (error) {
    if (keysUnread(error)) throw new ProblemError('busy-try-later', 'The sign-in service did not answer. Try again in a minute.');
    throw new ProblemError('token-not-accepted', 'Your sign-in was not accepted or has run out. Sign in again.');
  }
};

/** Whether it was the key service that failed, not the token: not reached (no error of jose), too slow, or with an answer that is no key set. */
const keysUnread = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === errors.JOSEError.code;

const textClaim = (payload: JWTPayload, name: string): string => (typeof payload[name] === 'string' ? payload[name] : '');

const userOf = (payload: JWTPayload, tenantId: string, options: UserTokenOptions): VerifiedUser => {
  const objectId = textClaim(payload, 'oid').toLowerCase();
  const isPerson = textClaim(payload, 'idtyp') !== 'app' && textClaim(payload, 'scp').split(' ').includes(options.scope);
  // A token for several at once is for nobody alone: Entra makes none.
  const forUsAlone = payload.aud === options.audience && textClaim(payload, 'ver') === '2.0';
  if (!forUsAlone || textClaim(payload, 'tid').toLowerCase() !== tenantId || !guid.test(objectId))
    throw new ProblemError('token-not-accepted', 'Your sign-in was not accepted. Sign in again.');
  if (!isPerson) throw new ProblemError('client-not-allowed', 'This operation is for people who are signed in, not for applications.');
  const client = textClaim(payload, 'azp').toLowerCase();
  const deciding = options.decidingClients.some((id) => id.toLowerCase() === client);
  if (!deciding && !options.draftingClients.some((id) => id.toLowerCase() === client))
    throw new ProblemError('client-not-allowed', 'This application may not use the framework.');
  // Absent, the claim would make a member of every guest: the registration of the API must ask for it (docs/decisions/0010).
  const account = String(payload.acct ?? '');
  if (account !== '0' && account !== '1')
    throw new ProblemError('client-not-allowed', 'The sign-in does not say whether you are a guest (acct). Tell the commissioning team.');
  return {
    tenantId,
    objectId,
    name: textClaim(payload, 'name') || 'Unnamed',
    email: textClaim(payload, 'preferred_username'),
    guest: account === '1',
    client: deciding ? 'deciding' : 'drafting',
  };
};
