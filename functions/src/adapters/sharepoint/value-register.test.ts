import { pence } from '@ap/shared/domain/money/money';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { savingRows } from '@ap/shared/domain/value-for-money/saving';
import { aBaseline, schoolYear } from '@ap/shared/domain/value-for-money/value.fixture';
import { fromBaseline } from '@ap/shared/lists/baselines';
import { fromCallOff } from '@ap/shared/lists/call-offs';
import type { ListDefinition } from '@ap/shared/lists/list';
import { lists as definitions } from '@ap/shared/lists/register';
import { listMirror } from './list-mirror.ts';
import type { Change, ListStore, Row } from './list-store.ts';
import { valueRegister } from './value-register.ts';

const names = ['callOffs', 'blockPurchases', 'invoices', 'rateCards', 'baselines'] as const;
type Name = (typeof names)[number];

/** The lists as a service that says what changed since it was last asked; `hidden`: a write of which its feed says nothing. */
const aService = () => {
  const rows = new Map<string, { name: Name; id: number; version: number; seq: number; fields: object | undefined }>();
  const service = { asked: 0, whileRead: () => {} };
  let seq = 0;
  const put = (name: Name, id: number, fields: object | undefined, hidden = false): Row<ListDefinition> => {
    const version = (rows.get(`${name} ${id}`)?.version ?? 0) + 1;
    seq += 1;
    rows.set(`${name} ${id}`, { name, id, version, seq: hidden ? 0 : seq, fields });
    return { id, eTag: `"${id},${version}"`, fields: fields as never };
  };
  const changes = async (name: Name, since: string | undefined) => {
    service.asked += 1;
    const told = [...rows.values()].filter((row) => row.name === name && (since === undefined ? row.fields : row.seq > Number(since)));
    const answer = {
      changes: told.map(
        ({ id, version, fields }): Change<ListDefinition> =>
          fields ? { kind: 'row', row: { id, eTag: `"${id},${version}"`, fields: fields as never } } : { kind: 'deleted', id },
      ),
      next: String(seq),
      complete: since === undefined,
      began: Date.now(),
    };
    if (since === undefined) service.whileRead();
    return answer;
  };
  const mirrorOf = (name: Name, store: ListStore<ListDefinition>) =>
    listMirror(store, definitions[name].title, { event: () => undefined }, Date.now, ({ id }) => String(id));
  const lists = Object.fromEntries(
    names.map((name) => {
      const store = { changes: (since: string | undefined) => changes(name, since) } as unknown as ListStore<ListDefinition>;
      return [name, { store, mirror: mirrorOf(name, store) }];
    }),
  ) as unknown as Parameters<typeof valueRegister>[0];
  return { service, put, lists };
};

const anOrder = () => fromCallOff(runningOrder());
const opened = async () => {
  const world = aService();
  world.put('callOffs', 1, anOrder());
  world.put('baselines', 1, fromBaseline(aBaseline()));
  const value = valueRegister(world.lists);
  const saved = async () => savingRows(await value.known(), schoolYear).map((row) => row.saved);
  return { ...world, value, saved };
};

test('figures are read once, then kept by what changes: whoever looks again asks the service nothing', async () => {
  const { service, put, lists, value, saved } = await opened();
  const [before] = await saved();
  expect(service.asked).toBe(names.length);
  await saved();
  expect(service.asked).toBe(names.length);
  put('baselines', 1, fromBaseline(aBaseline({ spent: pence(2_400_000) })));
  await lists.baselines.mirror.refresh();
  const [order] = savingRows(await value.known(), schoolYear);
  expect(order?.saved).toBe((before ?? 0) + (order?.units ?? 0) * 10_000);
  expect(order?.rows).toContainEqual({ list: 'Baselines', itemId: 1, version: 2 });
  put('callOffs', 1, undefined);
  await lists.callOffs.mirror.refresh();
  expect(await saved()).toEqual([]);
});

test('counted again from nothing the figures are those that were kept, also when somebody writes meanwhile', async () => {
  const { service, put, lists, value } = await opened();
  await value.known();
  const write = () => {
    service.whileRead = () => {};
    // An own write is told at once; another is not told yet.
    lists.callOffs.mirror.put(put('callOffs', 2, anOrder()) as never);
    put('baselines', 2, fromBaseline(aBaseline({ ref: 'BL-2', buyerRef: '113801' })));
  };
  service.whileRead = write;
  const { was, is } = await value.recount();
  expect(is).toStrictEqual(was);
  expect([is.orders.length, is.baselines.length]).toEqual([2, 2]);
  expect(await value.known()).toStrictEqual(is);
});

test('what was kept amiss is told by counting again, and put right', async () => {
  const { put, value, saved } = await opened();
  await value.known();
  put('baselines', 1, fromBaseline(aBaseline({ spent: pence(1_320_000) })), true);
  const [kept] = await saved();
  const { was, is } = await value.recount();
  expect(was).not.toStrictEqual(is);
  const [order] = savingRows(is, schoolYear);
  expect(order?.saved).toBe((kept ?? 0) + (order?.units ?? 0) * 1_000);
  expect(await saved()).toEqual([order?.saved]);
});
