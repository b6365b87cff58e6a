import { head, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { maySee } from '../../functions/src/call-offs/may-see-call-off.ts';
import { getReviews, listOverdueReviews, recordReview } from '../../functions/src/reviews/order-reviews.ts';
import { getPlacementFacts } from '../../functions/src/reviews/placement-facts.ts';
import { reviewClock } from '../../functions/src/reviews/review-clock.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

// R5, rows 58 and 61 over the use cases, in memory: what is due, who is reminded of it once, and what a school records.

const running = runningOrder();
const placed = async (now: string): Promise<World> => {
  const world = memoryWorld();
  world.clock.now = now;
  await world.callOffs.add({ ...running, outbox: [] });
  return world;
};
const call = (by: typeof senco) => ({ caller: callerOf(by), params: { ref: running.ref }, query: undefined, body: undefined, key: '' });
const body = {
  heldOn: localDate('2027-02-10'),
  participants: ['school', 'provider', 'pupil'] as const,
  progress: 'behind' as const,
  decision: 'continue' as const,
};
const record = (world: World, by = senco, key = 'a-key-of-one-review') =>
  recordReview(world.ports, maySee)({ ...call(by), body: { ...body, participants: [...body.participants] }, key });
const overdue = async (world: World, by = senco) => (await listOverdueReviews(world.ports)({ ...call(by), params: undefined })).rows;

test('R5: the clock reminds the school of a review on its due day, once, however often it runs', async () => {
  const world = await placed('2027-02-11T09:00:00Z');
  expect(await reviewClock(world.ports)()).toEqual({ reminded: 0, escalated: 0, failed: 0 });
  world.clock.now = '2027-02-12T09:00:00Z';
  expect(await reviewClock(world.ports)()).toEqual({ reminded: 1, escalated: 0, failed: 0 });
  expect(await reviewClock(world.ports)()).toEqual({ reminded: 0, escalated: 0, failed: 0 });
  expect(await drain(world)).toBe(0);
  expect((await world.effects.receipts(`RV-${running.ref}`)).map(({ kind, state }) => [kind, state])).toContainEqual([
    'remind-of-review',
    'done',
  ]);
});

test('row 58: a review that was not held by its day is overdue on the list of its school, until it is recorded; no other school sees it', async () => {
  const world = await placed('2027-02-12T09:00:00Z');
  expect(await overdue(world)).toEqual([]);
  world.clock.now = '2027-02-22T09:00:00Z';
  expect(await overdue(world)).toEqual([expect.objectContaining({ ref: running.ref, dueOn: '2027-02-12' })]);
  expect(await overdue(world, stranger)).toEqual([]);
  expect(await record(world)).toMatchObject({ overdue: false, nextDueOn: '2027-03-18', may: true });
  expect(await overdue(world)).toEqual([]);
});

test('R5: the same key records one review; it is shown to those who may see the order, and to nobody else', async () => {
  const world = await placed('2027-02-22T09:00:00Z');
  await record(world);
  expect((await record(world)).reviews).toHaveLength(1);
  expect((await getReviews(world.ports, maySee)(call(head))).reviews).toEqual([
    {
      heldOn: '2027-02-10',
      participants: ['school', 'provider', 'pupil'],
      progress: 'behind',
      decision: 'continue',
      recordedBy: senco.name,
    },
  ]);
  await expect(getReviews(world.ports, maySee)(call(stranger))).rejects.toMatchObject({ code: 'not-found' });
  await expect(record(world, stranger)).rejects.toMatchObject({ code: 'not-found' });
});

test('row 61: a service of which too few placements are over shows no facts', async () => {
  const world = await placed('2027-02-22T09:00:00Z');
  const asked = { ...call(senco), params: { serviceRef: running.request.serviceRef } };
  expect(await getPlacementFacts(world.ports)(asked)).toEqual({ fewest: 5 });
});

test('R5: the contacts of the school are told of a review that is overdue for the school days in Settings, once; not of one that was held', async () => {
  const world = await placed('2027-02-12T09:00:00Z');
  await reviewClock(world.ports)();
  // Half-term is the week after the due day: five school days are over on the Monday after the next week.
  world.clock.now = '2027-02-26T09:00:00Z';
  expect(await reviewClock(world.ports)()).toEqual({ reminded: 0, escalated: 0, failed: 0 });
  world.clock.now = '2027-03-01T09:00:00Z';
  expect(await reviewClock(world.ports)()).toEqual({ reminded: 0, escalated: 1, failed: 0 });
  expect(await reviewClock(world.ports)()).toEqual({ reminded: 0, escalated: 0, failed: 0 });
  await drain(world);
  expect((await world.effects.receipts(`RV-${running.ref}`)).map(({ kind, state }) => [kind, state])).toContainEqual([
    'tell-contacts-of-review',
    'done',
  ]);
  const held = await placed('2027-02-22T09:00:00Z');
  await record(held);
  held.clock.now = '2027-03-01T09:00:00Z';
  expect(await reviewClock(held.ports)()).toMatchObject({ escalated: 0 });
});
