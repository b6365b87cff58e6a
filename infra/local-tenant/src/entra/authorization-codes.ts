import { createHash, randomUUID } from 'node:crypto';
import type { OrganisationTenant, OrganisationUser } from '../organisation.ts';

/** A person who signed in at the page, on the way back to the program that sent them there. */
export interface AuthorizationCode {
  readonly tenant: OrganisationTenant;
  readonly user: OrganisationUser;
  readonly clientId: string;
  readonly redirectUri: string;
  /** S256 of what only the program knows that asked (PKCE). */
  readonly challenge: string;
  readonly nonce: string | undefined;
}

/** Codes of sign-ins, each for ten minutes and one redemption, as Entra's. They end with the tenant's process. */
export interface AuthorizationCodes {
  give(code: AuthorizationCode): string;
  /** The sign-in of a code, which is used up by that; undefined when there is none any more. */
  take(code: string): AuthorizationCode | 'expired' | undefined;
}

const lifetimeMilliseconds = 600_000;

export const authorizationCodes = (now: () => Date): AuthorizationCodes => {
  const given = new Map<string, { readonly code: AuthorizationCode; readonly until: number }>();
  return {
    give: (code) => {
      const word = `1.${randomUUID()}`;
      given.set(word, { code, until: now().getTime() + lifetimeMilliseconds });
      return word;
    },
    take: (word) => {
      const found = given.get(word);
      given.delete(word);
      if (!found) return undefined;
      return found.until > now().getTime() ? found.code : 'expired';
    },
  };
};

/** What a verifier's challenge is. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
