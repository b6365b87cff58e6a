import { type JWTPayload, SignJWT } from 'jose';
import type { SigningKey } from './signing-keys.ts';

/** Signs claims as they are (RS256): nothing is added, so that a test may leave out or change any claim. */
export const signToken = (claims: JWTPayload, key: SigningKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid }).sign(key.privateKey);
