import type { Spending } from '../exchange.ts';

interface Used {
  readonly count: number;
  readonly units: number;
}

/** What the rooms were asked and what the service would have charged, since the last reset. Dearest first. */
export interface Usage {
  readonly requests: number;
  readonly units: number;
  readonly byRoute: readonly (Used & { readonly method: string; readonly route: string })[];
  /** Calls to lists by list and kind of call; a batch is told by its parts. */
  readonly byCall: readonly (Used & { readonly what: string })[];
}

export interface UsageMeter {
  record(method: string, route: string, units: number, spent?: readonly Spending[]): void;
  read(): Usage;
  reset(): void;
}

const dearestFirst = (a: Used, b: Used): number => b.units - a.units || b.count - a.count;

const counter = <Name extends object>() => {
  const rows = new Map<string, Name & { count: number; units: number }>();
  return {
    add: (key: string, name: Name, units: number): void => {
      const { count, units: before } = rows.get(key) ?? { count: 0, units: 0 };
      rows.set(key, { ...name, count: count + 1, units: before + units });
    },
    read: () => [...rows.values()].sort(dearestFirst),
    reset: () => rows.clear(),
  };
};

/** Counts requests and resource units by route and by call (sharepoint-graph.md, section 2). Control routes are never counted. */
export const usageMeter = (): UsageMeter => {
  const routes = counter<{ readonly method: string; readonly route: string }>();
  const calls = counter<{ readonly what: string }>();
  return {
    record: (method, route, units, spent = []) => {
      routes.add(`${method} ${route}`, { method, route }, units);
      for (const { what, units: part } of spent) calls.add(what, { what }, part);
    },
    read: () => {
      const byRoute = routes.read();
      const sum = (pick: (row: Used) => number): number => byRoute.reduce((total, row) => total + pick(row), 0);
      return { requests: sum(({ count }) => count), units: sum(({ units }) => units), byRoute, byCall: calls.read() };
    },
    reset: () => {
      routes.reset();
      calls.reset();
    },
  };
};
