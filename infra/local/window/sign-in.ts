import { type PersonId, personKey } from './person-key.ts';
import type { TenantAnswer, TenantConnection } from './tenant-connection.ts';

/** Signs sample people in at the local tenant, as the client that Teams is. */
export interface SignIn {
  /** The tenant's answer: `{ access_token, expires_in }` or its refusal. */
  readonly token: (person: PersonId, scope: string) => Promise<TenantAnswer>;
}

const renewBefore = 120_000;

/** Tokens are kept until two minutes before they end, so that a page of rows does not cost a sign-in each. */
export const createSignIn = (tenant: TenantConnection, clientId: string, now: () => number = Date.now): SignIn => {
  const kept = new Map<string, { readonly answer: TenantAnswer; readonly until: number }>();
  return {
    token: async (person, scope) => {
      const key = `${personKey(person)} ${scope}`;
      const held = kept.get(key);
      if (held && held.until > now()) return held.answer;
      const answer = await tenant.call({ method: 'POST', path: '/_local/sign-in', json: { ...person, clientId, scope } });
      const lifetime = answer.status === 200 ? (JSON.parse(answer.body) as { expires_in?: number }).expires_in : undefined;
      if (lifetime) kept.set(key, { answer, until: now() + lifetime * 1000 - renewBefore });
      else kept.delete(key);
      return answer;
    },
  };
};
