import type { TenantReply, TenantRequest } from '../../exchange.ts';
import type { Principal } from '../../room.ts';
import { accessOf, LEVEL } from '../access.ts';
import { isJsonObject } from '../json-body.ts';
import type { SiteStore } from '../state/site-store.ts';
import { restAccessDenied } from './rest-fault.ts';

/** One claim of the bearer token, whose signature `authorise` has verified already. */
function claim(request: TenantRequest, name: string): unknown {
  const payload = request.headers.authorization?.replace(/^Bearer\s+/i, '').split('.')[1] ?? '';
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isJsonObject(claims) ? claims[name] : undefined;
  } catch {
    // Not a JWT: then it certainly does not say that a certificate was used.
    return undefined;
  }
}

/**
 * Refuses who may not use SharePoint REST: an app that proved itself by secret (401: only certificates are taken there) and
 * any caller without full control of the site. Returns the refusal, throws 403, or returns undefined.
 */
export function restRefusal(request: TenantRequest, caller: Principal, site: SiteStore): TenantReply | undefined {
  if (caller.kind === 'app' && String(claim(request, 'appidacr')) !== '2') {
    return { status: 401, body: { error_description: 'Unsupported app only token.' } };
  }
  if (accessOf(caller, site) < LEVEL.full) throw restAccessDenied();
  return undefined;
}
