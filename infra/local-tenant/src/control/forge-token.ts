import { createHmac, createPublicKey } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { SigningKey } from '../entra/signing-keys.ts';
import type { Fields } from './control-body.ts';

/** How a token for an attack test differs from an honest one. */
export interface Forgery {
  readonly claims: Fields;
  readonly header: Fields;
  readonly omit: readonly string[];
  /** Seconds from now; negative for a token that has expired. */
  readonly expiresIn: number | undefined;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Signs claims with the given differences. `alg` may be changed in the header: `none` is sent unsigned, the HS family is
 * signed with the public key as its secret (the confusion attack), other RSA algorithms are signed honestly.
 */
export const forgeToken = (
  honest: JWTPayload,
  key: SigningKey,
  { claims, header, omit, expiresIn }: Forgery,
  now: Date,
): Promise<string> => {
  const seconds = Math.floor(now.getTime() / 1000);
  const life =
    expiresIn === undefined
      ? {}
      : { exp: seconds + expiresIn, ...(expiresIn <= 0 ? { iat: seconds + expiresIn - 3600, nbf: seconds + expiresIn - 3600 } : {}) };
  const payload = Object.fromEntries(Object.entries({ ...honest, ...life, ...claims }).filter(([name]) => !omit.includes(name)));
  const protectedHeader = { typ: 'JWT', alg: 'RS256', kid: key.kid, ...header };
  const signingInput = `${encode(protectedHeader)}.${encode(payload)}`;
  if (/^none$/i.test(protectedHeader.alg)) return Promise.resolve(`${signingInput}.`);
  const hmac = /^HS(256|384|512)$/.exec(protectedHeader.alg)?.[1];
  if (hmac !== undefined) {
    const secret = createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' });
    return Promise.resolve(`${signingInput}.${createHmac(`sha${hmac}`, secret).update(signingInput).digest('base64url')}`);
  }
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key.privateKey);
};
