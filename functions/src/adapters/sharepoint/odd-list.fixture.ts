import type { lots } from '@ap/shared/lists/lots';
import { Client, type Middleware } from '@microsoft/microsoft-graph-client';
import type { Row } from './list-store.ts';

/** How the service tells a list: what it may do now and then, and how often it was asked. */
interface OddService {
  asked: number;
  /** The share of readings that tell rows twice and in another order, and of links that are forgotten. */
  odd: number;
  forgets: number;
}

/** What is left to chance. */
interface Chance {
  readonly fraction: () => number;
  readonly pick: <T>(of: readonly T[]) => T;
}

interface Told {
  readonly id: string;
  readonly version: number;
  /** Absent: deleted. */
  readonly name?: string;
}

/** A list of lots behind the real client of Graph, with everything that ever happened in it. `gate` holds each request up as long as the test likes. */
export const oddList = ({ fraction, pick }: Chance, now: () => number, gate: () => Promise<void>) => {
  const history: (Told & { readonly at: number })[] = [];
  const service: OddService = { asked: 0, odd: 0, forgets: 0 };
  const rowOf = ({ id, version, name }: Told) =>
    name === undefined
      ? { id, deleted: { state: 'deleted' } }
      : { id, '@odata.etag': `"${id},${version}"`, fields: { Title: `L-${id}`, FrameworkRef: 'F', Number: 1, Name: name, Status: 'open' } };
  const latest = (from: number): readonly Told[] => [...new Map(history.slice(from).map((each) => [each.id, each])).values()];

  const answer = (token: string | null): { readonly status: number; readonly body: object } => {
    service.asked += 1;
    if (token !== null && fraction() < service.forgets)
      return { status: 410, body: { error: { code: 'resyncRequired', message: 'Begin anew' } } };
    const from = Number(token ?? 0);
    const value = latest(from)
      .filter(({ name }) => token !== null || name !== undefined)
      .map(rowOf);
    if (fraction() < service.odd) {
      // What was before, once more: the last word counts. And another order.
      const told = new Set(value.map(({ id }) => id));
      const before = history
        .slice(from)
        .filter(({ id, name }) => told.has(id) && name !== undefined && fraction() < 0.5)
        .map(rowOf);
      value.reverse();
      value.unshift(...before);
    }
    return {
      status: 200,
      body: { value, '@odata.deltaLink': `https://graph.example/v1.0/delta?token=${history.length}&n=${service.asked}` },
    };
  };
  const middleware: Middleware = {
    execute: async (context) => {
      const token = new URL(String(context.request)).searchParams.get('token');
      await gate();
      const { status, body } = answer(token);
      await gate();
      context.response = new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    },
  };
  /** The last that happened to each row before an instant. */
  const before = (instant: number): ReadonlyMap<string, Told> =>
    new Map(history.filter(({ at }) => at < instant).map((each) => [each.id, each]));
  return {
    service,
    client: Client.initWithMiddleware({ middleware, baseUrl: 'https://graph.example/', customHosts: new Set(['graph.example']) }),
    /** Somebody adds, changes, deletes or restores a row. */
    edit: (): void => {
      const known = [...new Map(history.map((each) => [each.id, each])).values()];
      const isNew = known.length < 3 || fraction() < 0.3;
      const { id, version, name } = isNew ? { id: String(known.length + 1), version: 0, name: undefined } : pick(known);
      const next = { id, version: version + 1, at: now() };
      history.push(name !== undefined && fraction() < 0.3 ? next : { ...next, name: `Lot ${id}, version ${version + 1}` });
    },
    before,
    /** Whether a row was deleted at any time after it had this version. */
    deletedAfter: (row: string, than: number): boolean =>
      history.some(({ id, version, name }) => id === row && version > than && name === undefined),
    /** What the list holds. */
    rows: (): ReadonlyMap<string, Told> => new Map([...before(Number.POSITIVE_INFINITY)].filter(([, { name }]) => name !== undefined)),
  };
};

export const versionOf = ({ eTag }: Row<typeof lots>): number => Number(/,(\d+)"$/.exec(eTag)?.[1]);
