import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Organisation } from '../organisation.ts';
import { findTenant } from '../organisation-lookup.ts';
import type { KeyRing } from './signing-keys.ts';

/** Why a token is not accepted. */
export type TokenProblem = 'malformed' | 'signature' | 'expired' | 'issuer';

export interface TokenCheck {
  readonly organisation: Organisation;
  readonly keys: KeyRing;
  readonly origin: string;
  readonly now: Date;
}

const kidOf = (token: string): string | undefined => {
  try {
    return decodeProtectedHeader(token).kid;
  } catch (failure) {
    // jose throws a plain TypeError for a header that cannot be decoded.
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
};

/** Verifies an Entra token of this organisation: signature, life and issuer. Who it is for is the caller's question. */
export const verifyEntraToken = async (token: string, check: TokenCheck): Promise<JWTPayload | TokenProblem> => {
  const kid = kidOf(token);
  if (kid === undefined) return 'malformed';
  const key = check.keys.published().find((published) => published.kid === kid);
  if (!key) return 'signature';
  try {
    const { payload } = await jwtVerify(token, key.publicKey, {
      algorithms: ['RS256'],
      currentDate: check.now,
      clockTolerance: 300,
      requiredClaims: ['exp', 'tid'],
    });
    const tenant = typeof payload.tid === 'string' ? findTenant(check.organisation, payload.tid) : undefined;
    return tenant && payload.iss === `${check.origin}/${tenant.id.toLowerCase()}/v2.0` ? payload : 'issuer';
  } catch (failure) {
    if (failure instanceof errors.JWTExpired) return 'expired';
    if (failure instanceof errors.JWTClaimValidationFailed) return 'expired';
    if (failure instanceof errors.JWSSignatureVerificationFailed || failure instanceof errors.JOSEAlgNotAllowed) return 'signature';
    if (failure instanceof errors.JOSEError) return 'malformed';
    throw failure;
  }
};
