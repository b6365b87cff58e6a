import { officer, senco, stranger } from '@ap/shared/domain/call-off.fixture';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { listPlacements } from '../../functions/src/placements/list-placements.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const running = runningOrder();
const world = async (told: Partial<typeof running> = {}) => {
  const made = memoryWorld();
  made.clock.now = '2027-02-22T09:00:00Z';
  await made.callOffs.add({ ...running, ...told, outbox: [] });
  return made;
};
const list = async (given: Awaited<ReturnType<typeof world>>, caller = callerOf(senco)) =>
  (await listPlacements(given.ports)({ caller, params: undefined, query: undefined, body: undefined, key: '' })).rows;
const commissioner = { ...callerOf(officer), commissioner: true };

test('row 72: a commissioner sees the placement that a school bought, with hours, start and review; the school its own; nobody else any', async () => {
  const made = await world();
  const [seen] = await list(made, commissioner);
  expect(seen).toMatchObject({
    ref: running.ref,
    state: 'active',
    buyerName: running.buyerName,
    pupilRef: running.request.pupilRef,
    hoursPerWeek: running.price.hoursPerWeek,
    startsOn: running.order?.startedOn,
    reviewDueOn: '2027-02-12',
    reviewOverdue: true,
  });
  expect(await list(made)).toEqual([seen]);
  expect(await list(made, callerOf(stranger))).toEqual([]);
});

test('row 72: what a rule knows of the pupil beside the reference is not told', async () => {
  const made = await world({ request: { ...running.request, ehcPlan: true, lookedAfter: true } });
  expect(JSON.stringify(await list(made, commissioner))).not.toMatch(/ehcPlan|lookedAfter|compulsory|"age"/);
});

test('R19: a placement that is over, or that its school ended because of a hold, is no live one; one on hold says so', async () => {
  const { order } = running;
  if (!order) throw new Error('It has an order.');
  expect(await list(await world({ order: { ...order, state: 'completed' } }))).toEqual([]);
  expect(await list(await world({ hold: { state: 'ended' } }))).toEqual([]);
  expect(await list(await world({ hold: { state: 'asked' } }))).toMatchObject([{ held: true }]);
});
