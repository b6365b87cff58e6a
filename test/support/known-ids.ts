import type { Known } from '../../functions/src/http/input-of-shape.fixture.ts';
import type { World } from '../ports/memory-world.ts';

interface Lists {
  readonly known: () => Promise<readonly { readonly state?: object; readonly callOff?: object }[]>;
}

/** The registers of a world by the first part of the addresses under which their records are reached. */
const registersOf = ({ callOffs, ports }: World): Readonly<Record<string, Lists>> => ({
  'call-offs': callOffs,
  'block-purchases': ports.blockPurchases,
  enquiries: ports.enquiries,
  'managed-notices': ports.notices,
  notices: ports.notices,
  'managed-events': ports.events,
  events: ports.events,
  'managed-surveys': ports.surveys,
  surveys: ports.surveys,
  invoices: ports.invoices,
  'off-framework': ports.offFramework,
  'provider-changes': ports.providerChanges,
  concerns: ports.quality.concerns,
  quality: ports.quality.checks,
  visits: ports.quality.visits,
  limits: ports.ledgers,
  frameworks: ports.tenders.frameworks,
  rounds: ports.tenders.rounds,
  clarifications: ports.tenders.clarifications,
  applications: ports.tenders.applications,
  'lot-applications': ports.tenders.lotApplications,
  'score-sheets': ports.tenders.scoreSheets,
  rankings: ports.tenders.rankings,
  awards: ports.tenders.awards,
  prices: ports.tenders.priceBooks,
});

/** So many values of a name, at most: the first of each kind of record are among them. */
const most = 60;

/** Everything that records say under each name of a field: references, people, versions, days, words of closed lists. */
const saidIn = (records: readonly unknown[]): Readonly<Record<string, readonly unknown[]>> => {
  const said = new Map<string, Set<unknown>>();
  const walk = (name: string, value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(name.replace(/s$/, ''), each);
    else if (value !== null && typeof value === 'object') for (const [inner, each] of Object.entries(value)) walk(inner, each);
    else if ((typeof value === 'string' && value.length <= 200) || typeof value === 'number') {
      const values = said.get(name) ?? new Set();
      if (values.size < most) said.set(name, values.add(value));
    }
  };
  for (const record of records) walk('', record);
  return Object.fromEntries([...said].map(([name, values]) => [name, [...values]]));
};

/** What a field of a name may say for it to mean something in a world, at an address of the API: `ref` is of the records there. */
export const knownIds = async (world: World): Promise<(path: string, more?: Known['named']) => Known['named']> => {
  const refs: Record<string, readonly unknown[]> = {};
  const all: unknown[] = [world.facts];
  for (const [kind, register] of Object.entries(registersOf(world))) {
    const records = (await register.known()).map(({ state, callOff }) => state ?? callOff);
    refs[kind] = records.map((record) => (record as { readonly ref: string }).ref);
    all.push(...records);
  }
  const named = saidIn(all);
  return (path, more = {}) => {
    const kind = path.split('/')[1] ?? '';
    return {
      ...named,
      orderNumber: named.number ?? [],
      ...(refs[kind] ? { ref: refs[kind] } : {}),
      ...more,
    };
  };
};
