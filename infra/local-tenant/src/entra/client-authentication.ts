import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { OrganisationApp } from '../organisation.ts';
import { sameId } from '../organisation-lookup.ts';
import { type EntraRefusal, refusal } from './entra-error.ts';
import type { ClientProof } from './token-claims.ts';
import type { TokenProblem } from './verify-token.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What a client assertion is checked against. */
export interface AssertionCheck {
  /** Accepted `aud` values: the token endpoint and the issuer. */
  readonly audiences: readonly string[];
  readonly now: Date;
  /** Verifies a token that this organisation's Entra issued, for assertions of another identity. */
  readonly verifyOwn: (token: string) => Promise<JWTPayload | TokenProblem>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const badAssertion = (detail: string): EntraRefusal =>
  refusal(
    401,
    'invalid_client',
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application, or the assertion is not valid. [Reason - ${detail}]`,
  );

const checkAssertion = async (app: OrganisationApp, assertion: string, check: AssertionCheck): Promise<ClientProof | EntraRefusal> => {
  if (!app.certificatePem) return badAssertion('The key was not found.');
  const certificate = new X509Certificate(app.certificatePem);
  if (Date.parse(certificate.validTo) < check.now.getTime()) return badAssertion('The certificate has expired.');
  let claims: JWTPayload;
  try {
    const verified = await jwtVerify(assertion, certificate.publicKey, {
      // Only what MSAL has sent since version 3: PSS padding and the SHA-256 thumbprint (certificate-credentials, 2025).
      algorithms: ['PS256'],
      audience: [...check.audiences],
      currentDate: check.now,
      clockTolerance: 300,
      requiredClaims: ['exp', 'nbf', 'jti', 'iss', 'sub'],
    });
    if (verified.protectedHeader['x5t#S256'] !== createHash('sha256').update(certificate.raw).digest('base64url'))
      return badAssertion('The thumbprint does not match.');
    claims = verified.payload;
  } catch (failure) {
    if (failure instanceof errors.JWTExpired)
      return refusal(401, 'invalid_client', 700024, 'Client assertion is not within its valid time range.');
    if (failure instanceof errors.JOSEError) return badAssertion(failure.message);
    throw failure;
  }
  if (!sameId(claims.iss ?? '', app.clientId) || !sameId(claims.sub ?? '', app.clientId))
    return badAssertion('Issuer and subject must be the client id.');
  // The same assertion is taken again while it lasts: MSAL keeps one and sends it for each resource that it wants a token for.
  return 'certificate';
};

/** What the token of a managed identity is for when an app registration is to take it in place of a secret. */
export const exchangeAudience = 'api://AzureADTokenExchange';

const isForExchange = (assertion: string): boolean => {
  try {
    return decodeJwt(assertion).aud === exchangeAudience;
  } catch (failure) {
    // No token at all: the check of certificates says so.
    if (failure instanceof errors.JOSEError || failure instanceof TypeError) return false;
    throw failure;
  }
};

/** Entra's number for what differs first: 700211 the issuer, 700213 the subject. The audience is the same for both sides here. */
const checkFederated = async (app: OrganisationApp, assertion: string, check: AssertionCheck): Promise<ClientProof | EntraRefusal> => {
  const claims = await check.verifyOwn(assertion);
  if (claims === 'expired') return refusal(401, 'invalid_client', 700024, 'Client assertion is not within its valid time range.');
  if (typeof claims === 'string') return badAssertion(`The ${claims} is not right.`);
  const ofAudience = (app.federatedCredentials ?? []).filter(({ audience }) => audience === claims.aud);
  const noRecord = (number: number, what: string, value: unknown): EntraRefusal =>
    refusal(401, 'invalid_client', number, `No matching federated identity record found for presented assertion ${what} '${value}'.`);
  if (!ofAudience.some(({ issuer }) => issuer === claims.iss)) return noRecord(700211, 'issuer', claims.iss);
  if (!ofAudience.some(({ issuer, subject }) => issuer === claims.iss && subject === claims.sub))
    return noRecord(700213, 'subject', claims.sub);
  return 'certificate';
};

/** Proves a confidential client by its secret, by a certificate assertion or by the token of another identity that it trusts; anything else is refused with Entra's number. */
export const authenticateClient = async (
  app: OrganisationApp,
  form: URLSearchParams,
  check: AssertionCheck,
): Promise<ClientProof | EntraRefusal> => {
  const assertion = form.get('client_assertion');
  if (assertion !== null) {
    if (form.get('client_assertion_type') !== assertionType) return badAssertion('The assertion type is not supported.');
    return isForExchange(assertion) ? checkFederated(app, assertion, check) : checkAssertion(app, assertion, check);
  }
  const secret = form.get('client_secret');
  if (secret === null)
    return refusal(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  if (app.secret !== undefined && timingSafeEqual(digest(secret), digest(app.secret))) return 'secret';
  return refusal(
    401,
    'invalid_client',
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, for a secret added to app '${app.clientId}'.`,
  );
};
