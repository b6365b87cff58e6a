import { balanceOf } from '@ap/shared/domain/block-purchases/balance';
import { aCallOff, aListing, anOrder, aRequest, head, type RequestTold, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { takenOf } from '@ap/shared/domain/ledgers/ledger';
import { pence } from '@ap/shared/domain/money/money';
import { blockClock } from '../../functions/src/block-purchases/block-clock.ts';
import { quoteCallOff } from '../../functions/src/call-offs/quote-call-off.ts';
import { reserveDraw, settleDraw } from '../../functions/src/commands/reserve-draw.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import { commandOrder, decideOrderChange } from '../../functions/src/orders/order-life.ts';
import { aBlockOnHand } from '../ports/block-on-hand.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, isRejectedElsewhere, itemOf, key, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// Row 54 over the use cases: a request that names a block purchase is priced as its units were bought, and nothing is owed for it a second time.

const blockRef = 'BP-0001';
/** 18 days at £42.00 and 20 % VAT. */
const gross = 90_720;
const asks = (world: World, told: RequestTold = {}, word = 'draw', sum = gross): Promise<string> =>
  submits(world, { key: key(word), gross: sum, request: { blockRef, ...told } });
const balance = async (world: World) => {
  const found = await world.ports.blockPurchases.find(blockRef);
  if (!found) throw new Error('no purchase');
  const { used, free } = balanceOf(found.state, '113800');
  return { used, free };
};
const quoted = (world: World, told: { readonly blockRef?: string } = {}) => {
  const { buyerRef, serviceRef, startDate, endDate, useFallbackApprover, payer } = aRequest();
  const pattern = { days: ['tue' as const, 'thu' as const], sessions: 'both' as const, hoursPerDay: 5 };
  const body = { buyerRef, serviceRef, startDate, endDate, useFallbackApprover, payer, pattern, ...told };
  return quoteCallOff(world.ports)({ caller: callerOf(senco), params: undefined, query: undefined, body, key: '' });
};
const money = async (world: World, ...refs: readonly string[]): Promise<readonly number[]> =>
  Promise.all(
    refs.map(async (ref) => takenOf((await world.ports.ledgers.find(ref))?.state ?? ({ shares: [], finished: pence(0) } as never))),
  );
const outcome = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'ordered';
  } catch (error) {
    return error instanceof ServiceBusy ? 'busy' : ((error as { code?: string }).code ?? String(error));
  }
};
const answers = (world: World, ref: string, answer: 'accepted' | 'declined') =>
  answerOrder(world.ports)({
    caller: callerOf(senco),
    params: { ref },
    query: undefined,
    body: { answer, ...(answer === 'declined' ? { reason: 'No room.' } : {}) },
    key: key(`answer-${answer}`),
  });
const onDays = (...days: readonly string[]) => ({ days, sessions: 'both', hoursPerDay: 5 });
const leads = (world: World, ref: string, word: string, body: unknown) =>
  commandOrder(world.ports, () => true)({ caller: callerOf(senco), params: { ref }, body, key: key(word), query: {} } as never);

test('row 54: with its price a school is told which units it has on hand of the service, until none is left; another price where it draws on them', async () => {
  const world = memoryWorld();
  world.facts.listing = aListing();
  expect((await quoted(world)).blocks).toBeUndefined();
  await aBlockOnHand(world, 18);
  const { blocks, price } = await quoted(world);
  expect(blocks).toEqual([
    { ref: blockRef, units: 18, unit: 'day', unitPrice: 4_200, usableFrom: expect.any(String), usableTo: expect.any(String) },
  ]);
  expect(price.unitPrice).toBe(8_000);
  expect(await quoted(world, { blockRef })).toMatchObject({ blockRef, price: { unitPrice: 4_200, gross } });
  await decides(world, await asks(world), 'approve');
  expect((await quoted(world)).blocks).toBeUndefined();
});

test('row 54: the last approval draws the units at the one price, and takes nothing of budget and framework, but its place at the provider', async () => {
  const world = memoryWorld();
  world.facts.budgets.set('113800 2026-27', pence(1));
  world.facts.listing = aListing();
  await aBlockOnHand(world);
  const ref = await asks(world);
  expect((await itemOf(world, ref)).callOff.price).toMatchObject({ unitPrice: 4_200, units: 18, net: 75_600, gross });
  expect(await balance(world)).toEqual({ used: 0, free: 40 });
  await decides(world, ref, 'approve');
  expect(await balance(world)).toEqual({ used: 18, free: 22 });
  await drain(world);
  expect(await balance(world)).toEqual({ used: 18, free: 22 });
  expect(await money(world, 'FV-AP-2026', 'BU-113800-2026-27')).toEqual([0, 0]);
  expect((await world.ports.ledgers.find('RL-P-0001'))?.state.shares).toMatchObject([{ subject: ref, state: 'confirmed' }]);
});

test('approver and provider are told through what it is paid, and that nothing is owed a second time', async () => {
  const world = memoryWorld();
  await aBlockOnHand(world);
  const ref = await asks(world);
  await drain(world);
  expect(JSON.stringify(world.cards)).toContain('Paid through:** Block purchase BP');
  await decides(world, ref, 'approve');
  await drain(world);
  const order = world.mails.find(({ subject }) => subject.startsWith('Order AP-'));
  expect(order?.html).toContain('price of the block purchase of £42.00 per day');
  expect(order?.html).toMatch(/nothing is owed a second time.*Send no invoice/s);
});

test.each<[string, RequestTold, string]>([
  ['of a purchase that there is not', { blockRef: 'BP-0002' }, 'block-not-usable'],
  ['that somebody else pays', { payer: 'council-budget' }, 'payer-not-allowed'],
  [
    'that ends after the last day of use',
    { startDate: localDate('2027-07-06'), endDate: localDate('2027-07-20') },
    'call-off-does-not-fit',
  ],
  ['of more days than are left', { endDate: localDate('2027-07-15') }, 'not-enough-units'],
])('a request %s is not sent', async (_what, told, code) => {
  const world = memoryWorld();
  await aBlockOnHand(world);
  expect(await codeOf(asks(world, told))).toBe(code);
});

test('of three requests that are approved at the same moment as many become orders as there are units for', async () => {
  const world = memoryWorld();
  await aBlockOnHand(world);
  const refs = [];
  for (const pupil of [1, 2, 3]) refs.push(await asks(world, { pupilRef: `P-${pupil}` }, `at-once-${pupil}`));
  const outcomes = await Promise.all(refs.map((ref) => outcome(decides(world, ref, 'approve'))));
  expect([...outcomes].sort()).toEqual(['not-enough-units', 'ordered', 'ordered']);
  await drain(world);
  expect(await balance(world)).toEqual({ used: 36, free: 4 });
});

describe('when the order is not written', () => {
  test('the same click draws nothing twice', async () => {
    const world = memoryWorld();
    await aBlockOnHand(world, 18);
    const ref = await asks(world);
    world.callOffs.fates.push('unanswered', ...Array.from({ length: 5 }, () => 'lost' as const));
    expect(await outcome(decides(world, ref, 'approve'))).toBe('ordered');
    expect(await balance(world)).toEqual({ used: 18, free: 0 });
  });

  test('units wait for the same click, and are given back when two runs of the clock have seen nothing of it', async () => {
    const world = memoryWorld();
    await aBlockOnHand(world, 18);
    const clock = blockClock(world.ports);
    const ref = await asks(world);
    const seen = await itemOf(world, ref);
    world.callOffs.fates.push(...Array.from({ length: 5 }, () => 'lost' as const));
    expect(await outcome(decides(world, ref, 'approve'))).toBe('busy');
    await clock();
    expect(await balance(world)).toEqual({ used: 18, free: 0 });
    await clock();
    expect(await balance(world)).toEqual({ used: 0, free: 18 });
    expect(await world.callOffs.save(seen, anOrder())).toEqual({ ok: false, why: 'conflict' });
    expect(await outcome(decides(world, ref, 'approve', { key: key('again') }))).toBe('ordered');
  });

  test('a rival rejects it between draw and write: nothing stays drawn', async () => {
    const world = memoryWorld();
    await aBlockOnHand(world);
    const ref = await asks(world);
    await isRejectedElsewhere(world, ref);
    expect(await outcome(decides(world, ref, 'approve'))).not.toBe('ordered');
    expect(await balance(world)).toEqual({ used: 0, free: 40 });
  });
});

describe('units are given back', () => {
  const ordered = async (): Promise<{ readonly world: World; readonly ref: string }> => {
    const world = memoryWorld();
    await aBlockOnHand(world);
    const ref = await asks(world);
    await decides(world, ref, 'approve');
    await drain(world);
    return { world, ref };
  };

  test('by an order that its provider declines, and no other provider is asked for them', async () => {
    const { world, ref } = await ordered();
    await answers(world, ref, 'declined');
    await drain(world);
    expect(await balance(world)).toEqual({ used: 0, free: 40 });
  });

  test('by one that is cancelled, once', async () => {
    const { world, ref } = await ordered();
    await answers(world, ref, 'accepted');
    await leads(world, ref, 'cancel', { kind: 'cancel', reason: 'The pupil has moved.' });
    await drain(world);
    await blockClock(world.ports)();
    expect(await balance(world)).toEqual({ used: 0, free: 40 });
  });

  test('by one that is made smaller; made larger again within its approval it draws anew what it then plans', async () => {
    const { world, ref } = await ordered();
    await answers(world, ref, 'accepted');
    await leads(world, ref, 'fewer', { kind: 'vary', from: '2027-02-02', pattern: onDays('tue'), reason: 'Fewer days.' });
    await drain(world);
    expect(await balance(world)).toEqual({ used: 12, free: 28 });
    await leads(world, ref, 'more', { kind: 'vary', from: '2027-02-23', pattern: onDays('tue', 'thu'), reason: 'It goes well.' });
    expect((await balance(world)).used).toBe((await itemOf(world, ref)).callOff.order?.plan?.units);
    expect((await balance(world)).used).toBeGreaterThan(12);
  });

  test('by none whose write may still come, though a late one that decided over an earlier state draws after it', async () => {
    const world = memoryWorld();
    await aBlockOnHand(world);
    const ref = await asks(world);
    const earlier = await itemOf(world, ref);
    await world.ports.callOffs.save(earlier, earlier.callOff);
    const ordered = { ...earlier.callOff, status: 'ordered' as const, order: anOrder().order };
    expect(await reserveDraw(world.ports, await itemOf(world, ref), ordered)).toBeUndefined();
    expect(await reserveDraw(world.ports, earlier, ordered)).toBeUndefined();
    const { used } = await balance(world);
    expect(used).toBeGreaterThan(0);
    expect(await settleDraw(world.ports, blockRef, ref)).toBe('open');
    expect(await balance(world)).toMatchObject({ used });
  });

  test('by a request that was changed to be bought by itself', async () => {
    const world = memoryWorld();
    const block = await aBlockOnHand(world);
    const one = aCallOff();
    const added = await world.callOffs.add({ ...one, outbox: [] });
    if (!added.ok) throw new Error(added.why);
    const stored = await world.ports.blockPurchases.find(block.ref);
    if (!stored) throw new Error('no purchase');
    const draws = [{ callOffRef: one.ref, buyerRef: '113800', units: 18, over: 'e000000000' }];
    await world.ports.blockPurchases.save(stored, { ...stored.state, draws });
    await blockClock(world.ports)();
    expect(await balance(world)).toEqual({ used: 0, free: 40 });
  });
});

test('a dearer change is approved only while there are units for it', async () => {
  const world = memoryWorld();
  await aBlockOnHand(world, 20);
  const ref = await asks(world);
  await decides(world, ref, 'approve');
  await answers(world, ref, 'accepted');
  await leads(world, ref, 'three', {
    kind: 'vary',
    from: '2027-02-02',
    pattern: onDays('tue', 'wed', 'thu'),
    reason: 'A third day helps.',
  });
  const change = decideOrderChange(
    world.ports,
    () => true,
  )({
    caller: callerOf(head),
    params: { ref },
    body: { approve: true, seen: { change: 1, step: 0 } },
    key: key('decide'),
    query: {},
  } as never);
  expect(await codeOf(change)).toBe('not-enough-units');
  expect(await balance(world)).toEqual({ used: 18, free: 2 });
});
