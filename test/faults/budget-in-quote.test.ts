import { aRequest, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import { quoteCallOff } from '../../functions/src/call-offs/quote-call-off.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, submits } from '../ports/people.ts';

const { buyerRef, serviceRef, startDate, endDate, useFallbackApprover } = aRequest();
const body = {
  buyerRef,
  serviceRef,
  startDate,
  endDate,
  useFallbackApprover,
  pattern: { days: ['tue' as const, 'thu' as const], sessions: 'both' as const, hoursPerDay: 5 },
};
const budgetsOf = async (world: World, payer: 'school' | 'council-budget') =>
  (
    await quoteCallOff(world.ports)({
      caller: callerOf(senco),
      params: undefined,
      query: undefined,
      body: { ...body, payer },
      key: '',
    })
  ).budgets;

test('a school sees before it sends what is left of its budget, as the ledger shows, and what the request would take', async () => {
  const world = memoryWorld();
  expect(await budgetsOf(world, 'school')).toBeUndefined();
  world.facts.budgets.set(`${buyerRef} 2026-27`, pence(500_000));
  const share = { year: '2026-27', allocated: 500_000, wanted: 144_000 };
  expect(await budgetsOf(world, 'school')).toEqual([{ ...share, taken: 0 }]);
  const ref = await submits(world);
  expect(await budgetsOf(world, 'school')).toEqual([{ ...share, taken: 0 }]);
  await decides(world, ref, 'approve');
  expect(await budgetsOf(world, 'school')).toEqual([{ ...share, taken: 144_000 }]);
  // Money of the council is no budget of the school.
  expect(await budgetsOf(world, 'council-budget')).toBeUndefined();
});

test('nobody is told the budget of a school for which they raise no requests', async () => {
  const world = memoryWorld();
  world.facts.budgets.set(`${buyerRef} 2026-27`, pence(500_000));
  const asking = { caller: callerOf(stranger), params: undefined, query: undefined, body: { ...body, payer: 'school' as const }, key: '' };
  await expect(quoteCallOff(world.ports)(asking)).rejects.toMatchObject({ code: 'not-a-requester' });
});
