import type { TenantReply } from '../exchange.ts';
import type { OrganisationTenant } from '../organisation.ts';
import { errorReply } from '../reply.ts';
import type { Principal } from '../room.ts';
import { type UnitsWindow, unitsWindow } from '../throttling/units-window.ts';

const span = 10_000;
/** Units in ten seconds of one app in one tenant, by how many users the tenant has (sharepoint-graph.md, section 2). */
const mostOf = ({ users }: Pick<OrganisationTenant, 'users'>): number => (users.length < 50 ? 3_500 : users.length <= 500 ? 5_000 : 8_000);
/** The share from which on each answer tells how much is used. */
const toldFrom = 0.8;

/** What an answer of the directory costs its caller: the answer, with how near the limit is; or the refusal in its place, which is charged too. */
export type Charging = (
  caller: Pick<Principal, 'tenantId' | 'appId'>,
  tenant: Pick<OrganisationTenant, 'users'>,
  reply: TenantReply,
) => TenantReply;

/** The limit of the directory, by application and tenant. It has nothing to do with SharePoint's. */
export const identityLimit = (now: () => Date): Charging => {
  const windows = new Map<string, UnitsWindow>();
  return ({ tenantId, appId }, tenant, reply) => {
    if (reply.units === undefined) return reply;
    const at = now().getTime();
    const most = mostOf(tenant);
    const key = `${tenantId}|${appId}`;
    const window = windows.get(key) ?? unitsWindow(span);
    windows.set(key, window);
    const over = window.used(at) + reply.units > most;
    window.spend(at, reply.units);
    const share = window.used(at) / most;
    const told: Record<string, string> =
      share < toldFrom
        ? {}
        : { 'x-ms-throttle-limit-percentage': share.toFixed(2), 'x-ms-throttle-scope': `Tenant_Application/Read/${tenantId}/${appId}` };
    if (!over) return { ...reply, headers: { ...reply.headers, ...told } };
    const wait = String(window.secondsUntil(at, reply.units, most));
    return { ...errorReply(429, 'TooManyRequests', 'Too many requests', { ...told, 'Retry-After': wait }), units: reply.units };
  };
};
