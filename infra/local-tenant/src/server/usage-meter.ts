/** What the rooms were asked and what the service would have charged, since the last reset. */
export interface Usage {
  readonly requests: number;
  readonly units: number;
  readonly byRoute: readonly { readonly method: string; readonly route: string; readonly count: number; readonly units: number }[];
}

export interface UsageMeter {
  record(method: string, route: string, units: number): void;
  read(): Usage;
  reset(): void;
}

/** Counts requests and resource units by route (sharepoint-graph.md, section 2). Control routes are never counted. */
export const usageMeter = (): UsageMeter => {
  const rows = new Map<string, { method: string; route: string; count: number; units: number }>();
  return {
    record: (method, route, units) => {
      const row = rows.get(`${method} ${route}`) ?? { method, route, count: 0, units: 0 };
      row.count += 1;
      row.units += units;
      rows.set(`${method} ${route}`, row);
    },
    read: () => {
      const byRoute = [...rows.values()].map((row) => ({ ...row })).sort((a, b) => b.units - a.units || b.count - a.count);
      const sum = (pick: (row: { count: number; units: number }) => number): number => byRoute.reduce((total, row) => total + pick(row), 0);
      return { requests: sum((row) => row.count), units: sum((row) => row.units), byRoute };
    },
    reset: () => {
      rows.clear();
    },
  };
};
