import { aBuyer, aFramework, aListing, aMembership, deputy, head, officer, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import type { Allowed } from '@ap/shared/domain/ledgers/override';
import { pence } from '@ap/shared/domain/money/money';
import { personKey } from '@ap/shared/domain/people/person';
import { listLimits, recordOverride, recordPupilsElsewhere } from '../../functions/src/ledgers/limits.ts';
import { sweepLedgers } from '../../functions/src/ledgers/sweep-ledgers.ts';
import { answerOrder } from '../../functions/src/orders/answer-order.ts';
import { commandOrder, decideOrderChange } from '../../functions/src/orders/order-life.ts';
import { budget, followed, fullTime, outcome, refs, taken, waitingFor, withBudget } from '../ports/limits-world.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, key, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// Who is stopped at a limit, and who may go past it, over the use cases.

const tally = (outcomes: readonly string[]) =>
  Object.fromEntries([...new Set(outcomes)].sort().map((each) => [each, outcomes.filter((one) => one === each).length]));

test('a buyer that nobody gave a budget is not watched', async () => {
  const world = memoryWorld();
  await decides(world, await submits(world), 'approve');
  expect(await taken(world, refs.budget)).toBeUndefined();
});

describe('R35: an approval that would pass the budget', () => {
  test('is refused with the amounts of this buyer, changes nothing and leaves nothing taken', async () => {
    const world = withBudget(143_999);
    const ref = await submits(world);
    const before = (await itemOf(world, ref)).callOff;
    await expect(decides(world, ref, 'approve')).rejects.toMatchObject({
      code: 'over-budget',
      message: expect.stringContaining('£1,440.00 of its budget of £1,439.99 for 2026-27'),
    });
    expect((await itemOf(world, ref)).callOff).toEqual(before);
    expect((await taken(world, refs.load))?.shares).toEqual([]);
    expect(await codeOf(decides(world, ref, 'reject'))).toBe('done');
  });

  test('is accepted by the same click once the budget was raised', async () => {
    const world = withBudget(1);
    const ref = await submits(world);
    expect(await outcome(decides(world, ref, 'approve'))).toBe('over-budget');
    world.facts.budgets.set(budget, pence(144_000));
    expect(await outcome(decides(world, ref, 'approve'))).toBe('ordered');
  });
});

test("R34: an order that would pass the framework's value is refused, and no school is told an amount", async () => {
  const world = memoryWorld();
  world.facts.listing = aListing({ framework: aFramework({ maxValue: pence(250_000) }) });
  const first = await submits(world);
  const second = await submits(world, { key: key('second') });
  await decides(world, first, 'approve');
  await expect(decides(world, second, 'approve')).rejects.toMatchObject({
    code: 'framework-value-reached',
    message: expect.not.stringMatching(/[0-9£]/),
  });
});

describe('approvals at the same moment', () => {
  test('R35: only as many as the budget bears become orders, and the sums are exact', async () => {
    const world = withBudget(3 * 144_000);
    const all: string[] = [];
    for (let index = 0; index < 8; index += 1) all.push(await submits(world, { key: key(`at-once-${index}`) }));
    const outcomes = await Promise.all(all.map((ref) => outcome(decides(world, ref, 'approve'))));
    expect(tally(outcomes)).toEqual({ 'over-budget': 5, ordered: 3 });
    await drain(world);
    expect((await taken(world, refs.budget))?.taken).toBe(3 * 144_000);
    expect((await taken(world, refs.value))?.taken).toBe(3 * 144_000);
    expect((await taken(world, refs.load))?.shares).toHaveLength(3);
  });

  test('R12, R14: of two schools at once the fifth full-time pupil is refused, and both are sent to the commissioning team without a number', async () => {
    const world = memoryWorld();
    const other = '113801';
    world.facts.otherBuyers = [aBuyer({ ref: other, name: 'Winfrith School' })];
    world.facts.members = [...world.facts.members, aMembership(head, ['approver'], { buyerRef: other })];
    const all = [];
    for (let pupil = 1; pupil <= 6; pupil += 1)
      all.push(await waitingFor(world, pupil, { ...fullTime, buyerRef: pupil % 2 === 0 ? other : '113800' }));
    const told: string[] = [];
    const outcomes = await Promise.all(
      all.map((ref) =>
        outcome(
          decides(world, ref, 'approve').catch((error: Error) => {
            told.push(error.message);
            throw error;
          }),
        ),
      ),
    );
    expect(tally(outcomes)).toEqual({ ordered: 4, 'registration-threshold': 2 });
    for (const sentence of told) {
      expect(sentence).toContain('Contact the commissioning team');
      expect(sentence).not.toMatch(/\d/);
    }
  });

  test('two approvers of one request: one order, one share', async () => {
    const world = withBudget(144_000);
    const ref = await submits(world);
    const outcomes = await Promise.all([head, deputy].map((by) => outcome(decides(world, ref, 'approve', { by }))));
    expect(tally(outcomes)).toEqual({ 'approval-already-decided': 1, ordered: 1 });
    await followed(world);
    expect(await taken(world, refs.budget)).toEqual({ taken: 144_000, shares: [[ref, 'confirmed', 0]] });
  });
});

describe("a commissioner's override", () => {
  const until = localDate('2027-03-31');
  const asCommissioner = (world: World) => {
    world.facts.officers = [...world.facts.officers, aMembership(officer, ['commissioner'], { buyerRef: 'CD-SEND' })];
    return { ...callerOf(officer), commissioner: true };
  };
  const allow = (world: World, ref: string, allowed: Allowed, key: string, caller = asCommissioner(world)) =>
    recordOverride(world.ports)({
      caller,
      params: { ref },
      query: undefined,
      key,
      body: { allowed, until, reason: 'Agreed at the visit.' },
    });

  test('R34: lets the value of a framework be passed up to its amount, and commissioners see what is spent', async () => {
    const world = memoryWorld();
    world.facts.listing = aListing({ framework: aFramework({ maxValue: pence(150_000) }) });
    await decides(world, await submits(world), 'approve');
    const second = await submits(world, { key: key('second') });
    expect(await outcome(decides(world, second, 'approve'))).toBe('framework-value-reached');
    const reply = await allow(world, refs.value, { kind: 'value', upTo: pence(288_000) }, key('allow'));
    expect(reply).toMatchObject({ taken: 144_000, limit: 288_000, standing: 'near', overrides: [{ inForce: true, by: officer.name }] });
    expect(await outcome(decides(world, second, 'approve'))).toBe('ordered');
    expect((await listLimits(world.ports)({} as never)).limits).toMatchObject([{ ref: refs.value, standing: 'full', liveOrders: 2 }]);
    await drain(world);
    expect(world.audit.filter(({ subject }) => subject === refs.value)).toMatchObject([{ action: 'override-recorded', subjectVersion: 1 }]);
  });

  test('R34: commissioners are told once when the value reaches the warning, and once when it is spent', async () => {
    const world = memoryWorld();
    asCommissioner(world);
    world.facts.listing = aListing({ framework: aFramework({ maxValue: pence(170_000) }) });
    const sweep = sweepLedgers(world.ports);
    const told = () => world.cards.filter(({ to }) => to === personKey(officer)).map(({ summary }) => summary);
    await decides(world, await submits(world), 'approve');
    for (let runs = 0; runs < 3; runs += 1) {
      await sweep();
      await drain(world);
    }
    expect(told()).toEqual(['84% of the value of Alternative provision 2026 is taken']);
    world.facts.listing = aListing({ framework: aFramework({ maxValue: pence(144_000) }) });
    world.clock.now = '2026-12-01T09:00:00.000Z';
    await sweep();
    await drain(world);
    expect(told()).toEqual([
      '84% of the value of Alternative provision 2026 is taken',
      'The value of Alternative provision 2026 is reached',
    ]);
  });

  test('R12: lets one more pupil come, at approval and sending; never for the request of whoever recorded it', async () => {
    const world = memoryWorld();
    for (let pupil = 1; pupil <= 4; pupil += 1) await decides(world, await waitingFor(world, pupil, fullTime), 'approve');
    const fifth = await waitingFor(world, 5, fullTime);
    expect(await outcome(decides(world, fifth, 'approve'))).toBe('registration-threshold');
    await allow(world, refs.load, { kind: 'pupils', pupils: 6, withPlan: 0 }, key('allow'));
    expect(await outcome(decides(world, fifth, 'approve'))).toBe('ordered');
    await drain(world);
    expect((await itemOf(world, fifth)).callOff.attention).toBeUndefined();
    const own = await waitingFor(world, 6, fullTime);
    const { itemId, callOff } = await itemOf(world, own);
    world.callOffs.writeElsewhere(itemId, { ...callOff, requester: officer });
    expect(await outcome(decides(world, own, 'approve'))).toBe('registration-threshold');
    expect(await outcome(decides(world, await waitingFor(world, 7, fullTime), 'approve'))).toBe('ordered');
  });

  test('is recorded by no one else, and for no limit that is not there', async () => {
    const world = memoryWorld();
    expect(await codeOf(allow(world, refs.load, { kind: 'pupils', pupils: 6, withPlan: 0 }, key('one'), callerOf(head)))).toBe('not-yours');
    expect(await codeOf(allow(world, 'RL-P-9999', { kind: 'pupils', pupils: 6, withPlan: 0 }, key('two')))).toBe('not-found');
  });

  test('R12: pupils whom a provider declares from elsewhere count from then on', async () => {
    const world = memoryWorld();
    const body = { pupils: 4, withPlan: 0, asAt: localDate('2026-11-24'), reason: 'Told at the visit.' };
    await recordPupilsElsewhere(world.ports)({
      caller: asCommissioner(world),
      params: { ref: refs.load },
      query: undefined,
      key: key('else'),
      body,
    });
    expect(await outcome(decides(world, await waitingFor(world, 1, fullTime), 'approve'))).toBe('registration-threshold');
  });
});

describe('R34, R35: a dearer change of a running order', () => {
  const threeDays = { days: ['tue' as const, 'wed' as const, 'thu' as const], sessions: 'both' as const, hoursPerDay: 5 };
  const proposed = async (allocated: number) => {
    const world = withBudget(allocated);
    const ref = await submits(world);
    await decides(world, ref, 'approve');
    await drain(world);
    const everybody = () => true;
    await answerOrder(world.ports)({
      caller: callerOf(senco),
      params: { ref },
      body: { answer: 'accepted' },
      key: key('accept-change'),
      query: {},
    } as never);
    const body = { kind: 'vary' as const, from: localDate('2027-02-02'), pattern: threeDays, reason: 'A third day helps.' };
    await commandOrder(
      world.ports,
      everybody,
    )({ caller: callerOf(senco), params: { ref }, body, key: key('propose-change'), query: {} } as never);
    const decide = () =>
      decideOrderChange(
        world.ports,
        everybody,
      )({
        caller: callerOf(head),
        params: { ref },
        body: { approve: true, seen: { change: 1, step: 0 } },
        key: key('decide-change'),
        query: {},
      } as never);
    return { world, decide };
  };

  test('takes what it adds before it is written', async () => {
    const { world, decide } = await proposed(200_000);
    expect((await taken(world, refs.budget))?.taken).toBe(144_000);
    expect((await decide()).plan.gross).toBe(192_000);
    await drain(world);
    expect((await taken(world, refs.budget))?.taken).toBe(192_000);
  });

  test('is refused where the budget is too small, and the order holds what it held', async () => {
    const { world, decide } = await proposed(150_000);
    expect(await codeOf(decide())).toBe('over-budget');
    await drain(world);
    expect(await taken(world, refs.budget)).toMatchObject({ taken: 144_000, shares: [[expect.anything(), 'confirmed', 0]] });
  });
});
