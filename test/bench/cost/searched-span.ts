import { councilTenantId, runtimeClientId } from '@ap/local/sample/ids';
import { register } from '@ap/shared/lists/register';
import outcodes from '../../../functions/src/adapters/geography/outcodes.json' with { type: 'json' };
import { directoryOf } from '../../../functions/src/adapters/sharepoint/directory.ts';
import { guardedList } from '../../../functions/src/adapters/sharepoint/guarded-list.ts';
import { feedOf, followList, keptLists } from '../../../functions/src/adapters/sharepoint/mirrors.ts';
import { memoryBooks } from '../../ports/memory-books.ts';
import { noSnapshots, type TestRegister } from '../../support/register-of-a-test.ts';

const minute = 60_000;
/** The tenant writes into its links the second of its own clock in which it was asked: two links of one minute must not be the same. */
const second = 1_050;
/** Minutes that are not counted at the start. */
const settling = 3;
const words = ['', 'forest', 'tutoring', 'art therapy', 'mechanics', 'maths', 'animal care', 'mentorng'];

/** Every request that has begun, so that the clock stands still until the last was answered. */
const requestsInFlight = () => {
  const real = globalThis.fetch;
  let open = 0;
  globalThis.fetch = async (...asked) => {
    open += 1;
    try {
      return await real(...asked);
    } finally {
      open -= 1;
    }
  };
  return {
    answered: async (): Promise<void> => {
      for (let quiet = 0; quiet < 3; quiet = open > 0 ? 0 : quiet + 1) await new Promise(setImmediate);
    },
    stop: (): void => {
      globalThis.fetch = real;
    },
  };
};

interface Span {
  readonly minutes: number;
  readonly perMinute: number;
  readonly processes: number;
  /** Whether the service tells of changes, so that copies rest from one round of the guard to the next. */
  readonly areHinted: boolean;
}

/** What the tenant's meter says of a span: units, and of these those of the lists that make up the directory. */
export interface SpanCost {
  readonly units: number;
  readonly searched: number;
  readonly answered: number;
}

/**
 * A span of some minutes on a clock of its own, on the local tenant with its meter: the guard reads every list each minute in the first of some processes, and searches come
 * evenly, to each process in turn. What processes read at their start is not counted.
 */
export const searchedSpan = async (tenant: TestRegister, { minutes, perMinute, processes, areHinted }: Span): Promise<SpanCost> => {
  const time = { now: Date.now() };
  const now = () => time.now;
  const books = memoryBooks(now);
  const silent = { event: () => undefined };
  const clock = { now: () => new Date(time.now).toISOString() };
  const hosts = Array.from({ length: processes }, () => {
    const lists = keptLists(tenant.graph, tenant.sitePath, silent, now, noSnapshots, {
      books,
      areHinted: () => areHinted,
      release: async () => 'bench',
    });
    return { lists, directory: directoryOf(lists, { outcodes, towns: {} }, clock) };
  });
  const [first] = hosts;
  const guards = register.map((list) => ({
    list: guardedList(list, {
      client: tenant.graph,
      sitePath: tenant.sitePath,
      tenantId: councilTenantId,
      ownAppId: runtimeClientId,
      refresh: async () => undefined,
      wasRead: (title) => first && followList(first.lists, title),
      feed: first && feedOf(first.lists, list.title),
    }),
    cursor: undefined as string | undefined,
  }));
  const inFlight = requestsInFlight();
  let answered = 0;
  const search = async (at: number): Promise<void> => {
    const found = await hosts[at % hosts.length]?.directory.search({
      text: words[at % words.length],
      near: 'DT1',
      sort: 'best',
      page: 1,
      pageSize: 20,
    });
    if (found) answered += 1;
    await inFlight.answered();
  };
  const guard = async (): Promise<void> => {
    for (const each of guards) each.cursor = (await each.list.changes(each.cursor)).next;
    await inFlight.answered();
  };
  try {
    await guard();
    for (const [index] of hosts.entries()) await search(index);
    const pass = async (searches: number): Promise<void> => {
      await new Promise((go) => setTimeout(go, second));
      await guard();
      for (let count = 0; count < searches; count += 1) {
        time.now += minute / searches;
        await search(answered);
      }
      if (searches === 0) time.now += minute;
    };
    // Until all who follow a list have links of this process.
    for (let at = 0; at < settling; at += 1) await pass(hosts.length);
    await tenant.people.resetUsage();
    answered = 0;
    for (let at = 0; at < minutes; at += 1) await pass(perMinute);
    const { units } = await tenant.people.usage();
    return { units, searched: units - minutes * register.length, answered };
  } finally {
    inFlight.stop();
  }
};
