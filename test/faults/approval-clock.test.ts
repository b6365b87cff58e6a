import { aBuyer, accepted, aMembership, chair, deputy, head, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { varyOrder } from '@ap/shared/domain/orders/change-order';
import { lifeFacts, on, runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import { approvalClock } from '../../functions/src/approvals/approval-clock.ts';
import { listCallOffs } from '../../functions/src/call-offs/read-call-offs.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

const ticks = async (world: World, at: string) => {
  world.clock.now = at;
  const report = await approvalClock(world.ports)();
  await drain(world);
  return report;
};
const away = { to: stranger, from: localDate('2026-11-25'), until: localDate('2026-11-27') };

test('an approver who is away blocks nothing: the delegate is asked, decides, and both cards show how it was decided', async () => {
  const world = memoryWorld();
  world.facts.members = [aMembership(senco, ['requester']), aMembership(head, ['approver']), aMembership(stranger, ['requester'])];
  const ref = await submits(world);
  await drain(world);
  world.facts.members = world.facts.members.map((member) => (member.person === head ? { ...member, delegation: away } : member));
  expect(await ticks(world, '2026-11-24T11:00:00Z')).toEqual({ moved: 0, failed: 0 });
  expect(await ticks(world, '2026-11-25T08:00:00Z')).toEqual({ moved: 1, failed: 0 });
  expect(await ticks(world, '2026-11-25T08:10:00Z')).toEqual({ moved: 0, failed: 0 });
  expect(world.cards.filter(({ summary }) => summary.includes('asks you to approve')).map(({ to }) => to)).toEqual([
    personKey(head),
    personKey(stranger),
  ]);
  world.updates.splice(0);
  await decides(world, ref, 'approve', { by: stranger });
  await drain(world);
  const shown = world.updates
    .map(({ card }) => JSON.stringify(card))
    .filter((card) => card.includes(`by ${stranger.name} for ${head.name}`));
  expect(shown).toHaveLength(2);
});

test('a request that nobody decides is reminded of, passed on once, and decided by the next in line', async () => {
  const world = memoryWorld();
  const ref = await submits(world);
  await drain(world);
  expect(await ticks(world, '2026-11-26T08:00:00Z')).toEqual({ moved: 1, failed: 0 });
  expect(await ticks(world, '2026-11-30T08:00:00Z')).toEqual({ moved: 1, failed: 0 });
  expect(await ticks(world, '2026-11-30T09:00:00Z')).toEqual({ moved: 0, failed: 0 });
  expect(world.mails.filter(({ to, subject }) => to === chair.email && subject.startsWith('Approve'))).toHaveLength(1);
  expect((await decides(world, ref, 'approve', { by: chair })).callOff.status).toBe('ordered');
});

test('with nobody next in line the commissioners are told, once', async () => {
  const world = memoryWorld();
  world.facts.buyer = aBuyer({ fallbackApprover: undefined });
  world.facts.officers = [aMembership(stranger, ['commissioner'], { buyerRef: 'CD-SEND' })];
  const ref = await submits(world);
  await drain(world);
  await ticks(world, '2026-11-30T08:00:00Z');
  await ticks(world, '2026-12-01T08:00:00Z');
  expect(world.cards.filter(({ summary }) => summary.startsWith('Nobody has decided')).map(({ to }) => to)).toEqual([personKey(stranger)]);
  expect((await itemOf(world, ref)).callOff.history.at(-1)?.what).toBe('The commissioning team was told, as nobody had decided');
});

test('R43: a dearer change of an order is in the list of its approvers, is reminded of and passed on, with both totals', async () => {
  const world = memoryWorld();
  const { state } = accepted(
    varyOrder(
      runningOrder(),
      {
        ...on('2027-01-28'),
        from: localDate('2027-03-02'),
        pattern: { days: ['tue', 'wed', 'thu'], sessions: 'both', hoursPerDay: 5 },
        reason: 'More days are needed.',
      },
      lifeFacts(),
    ),
  );
  await world.callOffs.add({ ...state, outbox: [] });
  const waiting = async (by: typeof head) =>
    (await listCallOffs(world.ports)({ caller: callerOf(by), params: undefined, query: { scope: 'waiting' }, body: undefined, key: '' }))
      .callOffs;
  const { gross = 0, net = 0 } = state.order?.change?.plan ?? {};
  expect(await waiting(deputy)).toMatchObject([{ change: { waitingFor: [head.name, deputy.name], gross, net } }]);
  expect(await waiting(senco)).toEqual([]);
  expect(await ticks(world, '2027-02-01T08:00:00Z')).toEqual({ moved: 1, failed: 0 });
  const number = state.order?.number ?? '';
  expect(world.feed.told.map(({ entry }) => [entry.blanks.request, entry.preview])).toEqual(
    [head, deputy].map(() => [`a change of order ${number}`, expect.stringContaining('£1,680.00, no VAT')]),
  );
  expect(await ticks(world, '2027-02-03T08:00:00Z')).toEqual({ moved: 1, failed: 0 });
  expect(await ticks(world, '2027-02-03T09:00:00Z')).toEqual({ moved: 0, failed: 0 });
  expect(await waiting(chair)).toHaveLength(1);
  expect(world.mails.filter(({ to }) => to === chair.email).map(({ subject }) => subject)).toEqual([
    expect.stringContaining(`Approve a change of order ${number}`),
  ]);
});
