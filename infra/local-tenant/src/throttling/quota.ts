import { type UnitsWindow, unitsWindow } from './units-window.ts';

/** Resource units: of one app in one tenant by minute and by day, and of all apps of a tenant together in five minutes. */
export interface QuotaLimits {
  readonly perMinute: number;
  readonly perDay: number;
  readonly perTenant: number;
}

/** Whose quota a request draws on. */
export interface Spender {
  readonly tenantId: string;
  readonly appId: string;
}

/** Whether a request goes through, with the headers that tell how near the limit is, or when to come again. */
export interface Charge {
  readonly throttled: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** What each app and tenant has spent in the windows that run now. */
export interface QuotaUse {
  readonly limits?: QuotaLimits;
  readonly apps: readonly (Spender & { readonly minute: number; readonly day: number })[];
  readonly tenants: readonly { readonly tenantId: string; readonly fiveMinutes: number }[];
}

export interface Quota {
  /** Sets the limits and begins all windows anew; without limits nothing is throttled, which is how a tenant starts. */
  limit(limits?: QuotaLimits): void;
  charge(spender: Spender, units: number): Charge;
  read(): QuotaUse;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** The sizes of SharePoint's limits grow with the licences of the tenant; a limit named here is that of the smallest (sharepoint-graph.md, section 2). */
const smallest: QuotaLimits = { perMinute: 1_250, perDay: 1_200_000, perTenant: 18_750 };
const steps = [1_000, 5_000, 15_000, 50_000];

/** The limits of a tenant with so many licences. */
export const limitsFor = (licences: number): QuotaLimits => {
  const times = 1 + steps.filter((most) => licences > most).length;
  return { perMinute: smallest.perMinute * times, perDay: smallest.perDay * times, perTenant: smallest.perTenant * times };
};

/** The share of the app's minute from which on the service tells what is left. */
const toldFrom = 0.8;

interface AppWindows {
  readonly spender: Spender;
  readonly minute: UnitsWindow;
  readonly day: UnitsWindow;
}

const entryOf = <T>(map: Map<string, T>, key: string, make: () => T): T => {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
};

/**
 * SharePoint's quotas. A request that is throttled is charged too, so a client that does not wait stays outside. `Retry-After` comes with every refusal; the
 * `RateLimit` headers speak of the app's minute alone, from 80 % of it on.
 */
export const quota = (now: () => Date): Quota => {
  let limits: QuotaLimits | undefined;
  let apps = new Map<string, AppWindows>();
  let tenants = new Map<string, UnitsWindow>();

  const charge: Quota['charge'] = (spender, units) => {
    if (limits === undefined) return { throttled: false, headers: {} };
    const { perMinute, perDay, perTenant } = limits;
    const at = now().getTime();
    const app = entryOf(apps, `${spender.tenantId}|${spender.appId}`, () => ({
      spender: { tenantId: spender.tenantId, appId: spender.appId },
      minute: unitsWindow(minute),
      day: unitsWindow(day),
    }));
    const tenant = entryOf(tenants, spender.tenantId, () => unitsWindow(5 * minute));
    const within: readonly (readonly [UnitsWindow, number])[] = [
      [app.minute, perMinute],
      [app.day, perDay],
      [tenant, perTenant],
    ];
    const over = within.filter(([window, limit]) => window.used(at) + units > limit);
    for (const [window] of within) window.spend(at, units);
    const waits = over.map(([window, limit]) => window.secondsUntil(at, units, limit));

    const used = app.minute.used(at);
    // A refusal by another limit says nothing about the minute.
    const tells = used >= toldFrom * perMinute && over.every(([window]) => window === app.minute);
    const told = tells
      ? {
          'RateLimit-Limit': String(perMinute),
          'RateLimit-Remaining': String(Math.max(0, perMinute - used)),
          'RateLimit-Reset': String(app.minute.secondsUntil(at, perMinute, perMinute)),
        }
      : {};
    if (over.length === 0) return { throttled: false, headers: told };
    return { throttled: true, headers: { 'Retry-After': String(Math.max(...waits)), ...told } };
  };

  return {
    limit: (changed) => {
      limits = changed;
      apps = new Map();
      tenants = new Map();
    },
    charge,
    read: () => {
      const at = now().getTime();
      return {
        ...(limits === undefined ? {} : { limits }),
        apps: [...apps.values()].map(({ spender, ...windows }) => ({
          ...spender,
          minute: windows.minute.used(at),
          day: windows.day.used(at),
        })),
        tenants: [...tenants].map(([tenantId, window]) => ({ tenantId, fiveMinutes: window.used(at) })),
      };
    },
  };
};
