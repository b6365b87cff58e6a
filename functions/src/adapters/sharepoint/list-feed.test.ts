import { Client, type Middleware } from '@microsoft/microsoft-graph-client';
import { type FeedReading, listFeed } from './list-feed.ts';

/** A list behind the real client of Graph: what changed in it, in order, and how often it was asked. A link names the change up to which its holder has seen. */
const aList = () => {
  const changes: string[] = [];
  const service = { asked: 0, held: undefined as Promise<void> | undefined };
  const middleware: Middleware = {
    execute: async (context) => {
      service.asked += 1;
      const url = new URL(String(context.request));
      // Read when it is asked, answered when it is let go.
      const value = [...new Set(changes.slice(Number(url.searchParams.get('token') ?? 0)))].map((id) => ({ id, fields: { Title: id } }));
      // Two links to one place differ, as the service's do.
      const link = `https://graph.example/v1.0/delta?token=${changes.length}&n=${service.asked}`;
      await service.held;
      context.response = new Response(JSON.stringify({ value, '@odata.deltaLink': link }), {
        status: 200,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
  const client = Client.initWithMiddleware({ middleware, baseUrl: 'https://graph.example/', customHosts: new Set(['graph.example']) });
  const clock = { now: 0 };
  const feed = listFeed(
    client,
    async () => '/sites/s',
    { title: 'Lots' },
    () => clock.now,
  );
  /** Somebody who follows the feed from the beginning, and is content with a reading of so many milliseconds. */
  const follower = (mayBe?: number) => {
    let link: string | undefined;
    return async (): Promise<readonly string[]> => {
      const read: FeedReading = await feed.since(link, 'fields', mayBe);
      link = read.next;
      return read.changes.map(({ id }) => id);
    };
  };
  const asks = async (act: () => Promise<unknown>): Promise<number> => {
    const before = service.asked;
    await act();
    return service.asked - before;
  };
  return { changes, service, clock, feed, follower, asks };
};

/** A guard that always reads, and a copy that takes what the guard read; each has read once for itself. */
const following = async () => {
  const list = aList();
  const [guard, copy] = [list.follower(), list.follower(15_000)];
  list.changes.push('1');
  await guard();
  await copy();
  return { ...list, guard, copy };
};

test('from the second minute on one reading serves all who follow the list, each with what it has not seen', async () => {
  const { changes, clock, guard, copy, asks } = await following();
  for (const minute of [1, 2, 3]) {
    clock.now += 45_000;
    changes.push(`${minute + 1}`);
    expect(await guard()).toEqual([`${minute + 1}`]);
    clock.now += 15_000;
    expect(await asks(async () => expect(await copy()).toEqual([`${minute + 1}`]))).toBe(0);
  }
});

test('nobody misses a change that lies between two readings of others', async () => {
  const { changes, clock, guard, copy, asks } = await following();
  clock.now += 60_000;
  await guard();
  changes.push('2');
  clock.now += 60_000;
  await guard();
  // What the guard read last began after the copy had last been told anything.
  expect(await asks(async () => expect(await copy()).toEqual(['2']))).toBe(1);
});

test('a reading that is too old, or that oneself made, answers nobody', async () => {
  const { changes, clock, guard, copy, asks } = await following();
  await guard();
  clock.now += 15_001;
  expect(await asks(copy)).toBe(1);
  changes.push('2');
  expect(await asks(async () => expect(await copy()).toEqual(['2']))).toBe(1);
});

test('the guard reads each time, whoever has just read', async () => {
  const { changes, guard, copy, asks } = await following();
  await copy();
  changes.push('2');
  expect(await asks(async () => expect(await guard()).toEqual(['2']))).toBe(1);
});

test('after an own write nothing that was read before it answers anybody, nor what was being read', async () => {
  const { changes, service, feed, guard, copy, asks } = await following();
  await guard();
  changes.push('2');
  feed.written();
  expect(await asks(async () => expect(await copy()).toEqual(['2']))).toBe(1);

  let letGo = (): void => undefined;
  service.held = new Promise((resolve) => {
    letGo = resolve;
  });
  const reading = guard();
  await new Promise(setImmediate);
  changes.push('3');
  feed.written();
  letGo();
  await reading;
  expect(await asks(async () => expect(await copy()).toEqual(['3']))).toBe(1);
});

test('a link of another process, of which nothing is known, is read by itself', async () => {
  const { changes, feed, guard, asks } = await following();
  changes.push('2');
  await guard();
  const elsewhere = 'https://graph.example/v1.0/delta?token=1&n=elsewhere';
  expect(await asks(async () => expect((await feed.since(elsewhere, 'fields', 15_000)).changes.map(({ id }) => id)).toEqual(['2']))).toBe(
    1,
  );
});

test('what told everything, or very much, is kept for nobody', async () => {
  const { changes, guard, copy, asks } = await following();
  for (let id = 0; id < 300; id += 1) changes.push(`row-${id}`);
  expect(await guard()).toHaveLength(300);
  expect(await asks(async () => expect(await copy()).toHaveLength(300))).toBe(1);
});
