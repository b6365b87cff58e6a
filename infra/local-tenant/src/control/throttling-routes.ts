import type { TenantRoute } from '../exchange.ts';
import { limitsFor, type Quota } from '../throttling/quota.ts';
import { ControlRefusal, control, type Fields } from './control-body.ts';

const optionalCount = (body: Fields, name: string): number | undefined => {
  const value = body[name];
  if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 1))
    throw new ControlRefusal(400, `${name} must be a whole number from 1`);
  return value;
};

const known = ['licences', 'perMinute', 'perDay', 'perTenant'];

/** Switching SharePoint's quotas on, at the size of a tenant or smaller for a test, looking at what is used, and switching them off. */
export const throttlingRoutes = (quota: Quota): readonly TenantRoute[] => [
  { method: 'GET', pattern: '/_local/throttling', handle: () => ({ status: 200, body: quota.read() }) },
  {
    method: 'PUT',
    pattern: '/_local/throttling',
    handle: control((_request, body) => {
      const foreign = Object.keys(body).find((name) => !known.includes(name));
      if (foreign !== undefined) throw new ControlRefusal(400, `${foreign} is unknown: ${known.join(', ')} are known`);
      const limits = limitsFor(optionalCount(body, 'licences') ?? 1);
      quota.limit({
        perMinute: optionalCount(body, 'perMinute') ?? limits.perMinute,
        perDay: optionalCount(body, 'perDay') ?? limits.perDay,
        perTenant: optionalCount(body, 'perTenant') ?? limits.perTenant,
      });
      return { status: 200, body: quota.read() };
    }),
  },
  {
    method: 'DELETE',
    pattern: '/_local/throttling',
    handle: () => {
      quota.limit();
      return { status: 204 };
    },
  },
];
