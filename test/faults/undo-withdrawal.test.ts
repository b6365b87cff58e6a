import { head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import { undoWithdrawal, withdrawCallOff } from '../../functions/src/call-offs/change-call-off.ts';
import { getCallOff } from '../../functions/src/call-offs/read-call-offs.ts';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, key, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

const call = (ref: string, word: string, by = senco) => ({
  caller: callerOf(by),
  params: { ref },
  query: undefined,
  body: undefined,
  key: key(word),
});
const withdraws = (world: World, ref: string) => withdrawCallOff(world.ports)(call(ref, 'withdraw'));
const undoes = (world: World, ref: string, by = senco) => undoWithdrawal(world.ports)(call(ref, 'undo', by));
const later = (world: World, minutes: number): void => {
  world.clock.now = new Date(Date.parse(world.clock.now) + minutes * 60_000).toISOString();
};

test('E19: a withdrawal is offered to be undone until a time, and undone the request waits as before, with every card live again', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  await drain(world);
  const sent = world.cards.length;
  const taken = await withdraws(world, ref);
  expect(taken).toMatchObject({ status: 'withdrawn', undoUntil: '2026-11-24T11:00:00.000Z' });
  expect(taken.may).toEqual(['undo-withdrawal']);
  await drain(world);
  expect(JSON.stringify(world.updates.at(-1)?.card)).not.toContain('Action.Execute');

  later(world, 30);
  expect(await undoes(world, ref)).toMatchObject({ status: 'awaiting-approval', waitingSince: '2026-11-24T10:00:00Z', may: ['withdraw'] });
  await drain(world);
  expect(JSON.stringify(world.updates.at(-1)?.card)).toContain('Action.Execute');
  // Nobody is asked a second time.
  expect(world.cards).toHaveLength(sent);
  expect((await decides(world, ref, 'approve')).callOff.status).toBe('ordered');
  expect(world.audit.map(({ action }) => action)).toEqual(['call-off-submitted', 'call-off-withdrawn', 'withdrawal-undone']);
});

test('whoever was not asked because the request was withdrawn just then is asked when that is undone', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  await withdraws(world, ref);
  await drain(world);
  expect(world.cards.filter(({ to }) => to === personKey(head))).toHaveLength(0);
  const restored = await undoes(world, ref);
  // Not 'could not be sent': it was left out, and is on its way now.
  expect(restored.delivery).toMatchObject([
    { card: 'waiting', mail: 'waiting' },
    { card: 'waiting', mail: 'waiting' },
  ]);
  await drain(world);
  expect(world.cards.filter(({ to }) => to === personKey(head))).toHaveLength(1);
  expect(world.mails).toHaveLength(2);
});

test('the same undo twice is one', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  await withdraws(world, ref);
  await undoes(world, ref);
  await undoes(world, ref);
  expect((await itemOf(world, ref)).callOff.version).toBe(3);
});

test('after an hour it is refused, and no longer offered', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  await withdraws(world, ref);
  later(world, 61);
  const shown = await getCallOff(world.ports)(call(ref, 'read'));
  expect([shown.may, shown.undoUntil]).toEqual([[], undefined]);
  const refused = await undoes(world, ref).catch((error: unknown) => (error instanceof ProblemError ? error.code : error));
  expect(refused).toBe('undo-too-late');
});

test('nobody else is offered it, or can do it', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  await withdraws(world, ref);
  expect((await getCallOff(world.ports)(call(ref, 'read', head))).may).toEqual([]);
  const refused = await undoes(world, ref, head).catch((error: unknown) => (error instanceof ProblemError ? error.code : error));
  expect(refused).toBe('not-yours');
});
