import { deputy, head, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { decideApproval } from '../../functions/src/approvals/decide-approval.ts';
import { callerOf } from '../../functions/src/http/caller.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { getOutcome } from '../../functions/src/parking/get-outcome.ts';
import { parkedCommands } from '../../functions/src/parking/parked-commands.ts';
import { memoryParked } from '../ports/memory-parked.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf as caller, key, submits } from '../ports/people.ts';

const minute = 60_000;

/** The head approves a request while the register is busy: as the edge parks it. */
const waiting = async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  const parked = memoryParked();
  const recall = (user: Parameters<typeof callerOf>[0]) => callerOf(user, world.ports.buyers, user.tenantId);
  const work = parkedCommands({ ...world.ports, parked, recall, page: 'https://pages.example/requests' });
  const register = { busy: true, spent: false, broken: false };
  work.parking.join('decideApproval', async ({ person }, input) => {
    if (register.spent) throw new ServiceBusy('graph', 429, 58);
    if (register.busy) throw new ServiceBusy('register', 412, 2);
    if (register.broken) throw new Error('a fault of ours');
    const { params, body } = input as { params: { ref: string }; body: { verdict: 'approve'; seen: { round: number; step: number } } };
    return decideApproval(world.ports, {
      ...body,
      ref: params.ref,
      by: person,
      key: input.key,
      comment: undefined,
      channel: 'page',
      mayKnow: () => true,
    });
  });
  const input = { params: { ref }, query: undefined, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: key('approval') };
  const park = (by = head) => work.parking.park('decideApproval', caller(by), input, new ServiceBusy('register', 412, 7));
  const id = await park();
  const outcome = (by = head) =>
    getOutcome(work)({ caller: caller(by), params: { commandId: id }, query: undefined, body: undefined, key: '' });
  const isOrdered = async () => (await world.callOffs.find(ref))?.callOff.order !== undefined;
  const later = (ms: number): void => {
    world.clock.now = new Date(Date.parse(world.clock.now) + ms).toISOString();
  };
  return { world, ref, parked, work, register, park, id, outcome, isOrdered, later };
};

describe('a writer who must wait', () => {
  test('is done when the register takes it, once, however often it is tried; what was written is kept no longer', async () => {
    const { work, register, id, outcome, parked, isOrdered, world, ref } = await waiting();
    expect([await outcome(), parked.asked]).toEqual([{ state: 'writing' }, [{ id, tries: 0, delaySeconds: 7 }]]);
    await work.perform({ id, tries: 0 });
    expect([await outcome(), parked.asked.at(-1)]).toEqual([{ state: 'writing' }, { id, tries: 1, delaySeconds: 2 }]);
    register.busy = false;
    await work.perform({ id, tries: 1 });
    await work.perform({ id, tries: 1 });
    expect([await outcome(), await isOrdered()]).toEqual([{ state: 'done' }, true]);
    expect((await world.callOffs.find(ref))?.callOff.version).toBe(2);
    expect(await parked.find(id)).not.toHaveProperty('input');
  });

  test('parks once under the same key and content, and is tried anew when it is sent again after its end', async () => {
    const { work, register, id, park, outcome, parked, isOrdered } = await waiting();
    expect([await park(), (await parked.all()).length]).toEqual([id, 1]);
    register.busy = false;
    await work.perform({ id, tries: 0 });
    expect([await park(), await outcome()]).toEqual([id, { state: 'writing' }]);
    await work.perform({ id, tries: 0 });
    expect([await outcome(), await isOrdered()]).toEqual([{ state: 'done' }, true]);
  });

  test('is refused as it would have been at once, by a rule, with its code and sentence', async () => {
    const { work, register, id, outcome, world, ref } = await waiting();
    register.busy = false;
    await decideApproval(world.ports, {
      ref,
      by: deputy,
      key: key('other'),
      verdict: 'approve',
      seen: { round: 1, step: 0 },
      comment: undefined,
      channel: 'page',
      mayKnow: () => true,
    });
    await work.perform({ id, tries: 0 });
    expect(await outcome()).toMatchObject({
      state: 'refused',
      problem: { status: 409, code: 'approval-already-decided', title: 'Approval already decided' },
    });
  });

  test('is tried with the rights of that moment: whoever lost theirs meanwhile is refused', async () => {
    const { work, register, id, outcome, world, isOrdered } = await waiting();
    world.facts.members = world.facts.members.filter(({ person }) => person.objectId !== head.objectId);
    register.busy = false;
    await work.perform({ id, tries: 0 });
    expect([(await outcome()).state, await isOrdered()]).toEqual(['refused', false]);
  });

  test('alone learns of the outcome', async () => {
    const { outcome } = await waiting();
    for (const other of [senco, stranger]) await expect(outcome(other)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is told by mail when it was refused and nobody has asked for three minutes: once, and not whoever has asked', async () => {
    const { work, register, id, outcome, world, later } = await waiting();
    world.facts.members = world.facts.members.filter(({ person }) => person.objectId !== head.objectId);
    register.busy = false;
    await work.perform({ id, tries: 0 });
    const told = () => world.mails.filter(({ subject }) => subject === 'What you sent could not be done');
    await work.sweep();
    expect(told()).toEqual([]);
    later(4 * minute);
    await work.sweep();
    await work.sweep();
    expect(told().map(({ to }) => to)).toEqual([head.email]);
    expect((await outcome()).state).toBe('refused');

    const other = await waiting();
    other.world.facts.members = [];
    other.register.busy = false;
    await other.work.perform({ id: other.id, tries: 0 });
    await other.outcome();
    other.later(4 * minute);
    await other.work.sweep();
    expect(other.world.mails.some(({ subject }) => subject === 'What you sent could not be done')).toBe(false);
  });

  test('is told by mail of a refusal before it is forgotten, even where the sweep has not run for a day', async () => {
    const { world, work, register, id, parked, later } = await waiting();
    world.facts.members = world.facts.members.filter(({ person }) => person.objectId !== head.objectId);
    register.busy = false;
    await work.perform({ id, tries: 0 });
    later(25 * 60 * minute);
    await work.sweep();
    await work.sweep();
    expect(world.mails.filter(({ subject }) => subject === 'What you sent could not be done').map(({ to }) => to)).toEqual([head.email]);
    expect(await parked.all()).toEqual([]);
  });

  test('where a quota is spent comes again within seconds, however often: before there is some it asks for nothing', async () => {
    const { work, parked, register, id } = await waiting();
    register.spent = true;
    await work.perform({ id, tries: 6 });
    expect(parked.asked.at(-1)).toEqual({ id, tries: 7, delaySeconds: 5 });
  });

  test('goes on when its message was lost, and after a fault of ours; a try of the sweep asks for no other', async () => {
    const { work, register, id, outcome, parked, later } = await waiting();
    await work.sweep();
    expect(parked.asked).toHaveLength(1);
    later(3 * minute);
    await work.sweep();
    expect(parked.asked.at(-1)).toEqual({ id, tries: 0, once: true, delaySeconds: 0 });
    await work.perform({ id, tries: 0, once: true });
    expect(parked.asked).toHaveLength(2);
    Object.assign(register, { busy: false, broken: true });
    await work.perform({ id, tries: 3 });
    expect(parked.asked.at(-1)).toEqual({ id, tries: 4, delaySeconds: 8 });
    register.broken = false;
    await work.perform({ id, tries: 4 });
    expect(await outcome()).toEqual({ state: 'done' });
  });

  test('ends after an hour, for what was seen is too old then; the outcome is kept for a day', async () => {
    const { work, id, outcome, parked, later } = await waiting();
    later(61 * minute);
    await work.perform({ id, tries: 9 });
    expect(await outcome()).toMatchObject({ state: 'refused', problem: { code: 'busy-try-later' } });
    later(25 * 60 * minute);
    await work.sweep();
    expect(await parked.all()).toEqual([]);
  });
});
