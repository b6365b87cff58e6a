import type { Fields } from '@ap/shared/lists/list';
import type { lots } from '@ap/shared/lists/lots';
import { ServiceBusy } from '../../http/service-busy.ts';
import { listMirror } from './list-mirror.ts';
import type { ListStore } from './list-store.ts';

/** A copy of a list whose service can be told to refuse; how often it was asked. */
const aCopy = () => {
  const service = { asked: 0, refuses: undefined as number | undefined };
  const clock = { now: 1_000_000 };
  const store: Pick<ListStore<typeof lots>, 'changes'> = {
    changes: async () => {
      service.asked += 1;
      if (service.refuses !== undefined) throw new ServiceBusy('graph', 429, service.refuses);
      return { changes: [], next: 'link', complete: false, began: clock.now };
    },
  };
  const silent = { event: () => undefined };
  const mirror = listMirror(
    store as ListStore<typeof lots>,
    'Lots',
    silent,
    () => clock.now,
    ({ fields }) => fields.Title,
  );
  const uses = async (times: number): Promise<void> => {
    for (let use = 0; use < times; use += 1) {
      await mirror.rows();
      await new Promise(setImmediate);
    }
  };
  return { service, clock, mirror, uses };
};

test('a refused refresh is tried again when the service asked for it, not with every use: each refused try is charged', async () => {
  const { service, clock, uses } = aCopy();
  await uses(1);
  clock.now += 31_000;
  service.refuses = 40;
  await uses(50);
  expect(service.asked).toBe(2);
  clock.now += 39_000;
  await uses(50);
  expect(service.asked).toBe(2);
  clock.now += 1_000;
  service.refuses = undefined;
  await uses(50);
  expect(service.asked).toBe(3);
});

test('a copy that is too old to be shown says what the service said, without asking it again each time', async () => {
  const { service, clock, mirror, uses } = aCopy();
  await uses(1);
  clock.now += 301_000;
  service.refuses = 20;
  for (let use = 0; use < 10; use += 1) await expect(mirror.rows()).rejects.toMatchObject({ name: 'ServiceBusy', retryAfterSeconds: 20 });
  expect(service.asked).toBe(2);
  // What must be seen now is read now.
  service.refuses = undefined;
  await mirror.refresh();
  await uses(10);
  expect(service.asked).toBe(3);
});

test('a row whose successor was told first, or is told with everything anew, leaves the key to its successor', async () => {
  const row = (id: number) => ({ id, eTag: `"${id},1"`, fields: { Title: 'AP-2026-1' } as Fields<typeof lots> });
  const told: Awaited<ReturnType<ListStore<typeof lots>['changes']>>[] = [
    { changes: [{ kind: 'row', row: row(5) }], next: '1', complete: true, began: 1 },
    {
      changes: [
        { kind: 'row', row: row(9) },
        { kind: 'deleted', id: 5 },
      ],
      next: '2',
      complete: false,
      began: 2,
    },
    { changes: [{ kind: 'row', row: row(12) }], next: '3', complete: true, began: 3 },
  ];
  const store = { changes: async () => told.shift() } as unknown as ListStore<typeof lots>;
  const silent = { event: () => undefined };
  const mirror = listMirror(
    store,
    'Lots',
    silent,
    () => 1_000,
    ({ fields }) => fields.Title,
  );
  for (const id of [5, 9, 12]) {
    await mirror.refresh();
    expect((await mirror.byKey('AP-2026-1'))?.id).toBe(id);
  }
});

test('a clock that was set back does not keep a copy from being read', async () => {
  const { service, clock, uses } = aCopy();
  await uses(1);
  clock.now -= 500_000;
  await uses(1);
  expect(service.asked).toBe(2);
});
