import { aCheck } from '@ap/shared/domain/call-off/call-off.fixture';
import { addDays, localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import type { QaStandard } from '@ap/shared/domain/quality/standard';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { type Act, planCheck, runCheck } from '../../functions/src/quality/run-quality.ts';
import type { World } from '../ports/memory-world.ts';
import {
  at,
  checkOf,
  helen,
  hold,
  isListed,
  lift,
  omar,
  onlyEnds,
  page,
  providerRef,
  settled,
  started,
  textOf,
  tick,
  titlesTo,
} from '../ports/quality-world.ts';
import { codeOf } from '../support/code-of.ts';

// What follows when a check lapses, over ports in memory: the real decisions, outboxes, performers and clock.

describe('row 20: a mandatory check that lapses', () => {
  test('R19, R18: insurance that was only typed lapses at midnight by London: held, out of the directory, row and commissioners say so', async () => {
    const world = started();
    onlyEnds(world, 'insurance', localDate('2026-12-31'));
    const { ref } = checkOf(world, 'insurance');
    await at(world, '2026-12-31T20:00:00Z');
    expect(await isListed(world)).toBe(true);
    await at(world, '2027-01-01T00:00:00Z');
    expect(await isListed(world)).toBe(false);
    expect(world.facts.listing.provider).toMatchObject({ status: 'suspended', statusReason: 'Held: check-lapsed (insurance)' });
    expect((await world.ports.quality.standings.find(providerRef(world)))?.state.holds).toMatchObject([
      { cause: 'check-lapsed', about: ref },
    ]);
    expect(world.audit.map(({ action }) => action).filter((action) => action !== 'check-reminded')).toEqual([
      'check-due',
      'check-lapsed',
      'hold-placed',
    ]);
    expect(titlesTo(world, helen)).toContainEqual(expect.stringMatching(/New orders from .* are paused/));
  });

  test('R19: in summer midnight is London midnight, an hour before that of UTC', async () => {
    const world = started();
    onlyEnds(world, 'insurance', localDate('2027-06-30'));
    await at(world, '2027-06-30T22:59:00Z');
    expect((await world.ports.quality.checks.find(checkOf(world, 'insurance').ref))?.state.outcome).toBe('due');
    await at(world, '2027-06-30T23:00:00Z');
    expect((await world.ports.quality.checks.find(checkOf(world, 'insurance').ref))?.state.outcome).toBe('lapsed');
  });

  test('the clock may run often and late: each reminder, lapse and hold happens once', async () => {
    const world = started();
    onlyEnds(world, 'insurance', localDate('2026-12-31'));
    await at(world, '2026-11-24T09:00:00Z');
    for (const instant of ['2026-12-03T00:00:00Z', '2026-12-03T00:05:00Z', '2026-12-24T00:00:00Z', '2026-12-24T00:00:00Z'])
      await at(world, instant);
    expect(world.mails.filter(({ subject }) => subject.startsWith('Insurance'))).toHaveLength(3);
    for (let run = 0; run < 3; run += 1) await at(world, '2027-01-20T12:00:00Z');
    const actions = world.audit.map(({ action }) => action);
    for (const once of ['check-lapsed', 'hold-placed']) expect(actions.filter((action) => action === once)).toHaveLength(1);
  });

  test('no list of members is read for what only the passing of time brings about', async () => {
    const world = started();
    onlyEnds(world, 'insurance', localDate('2026-11-24'));
    let read = 0;
    const buyers = {
      ...world.ports.buyers,
      councilMembers: async (age: 'fresh' | 'known') => {
        if (age === 'fresh') read += 1;
        return world.ports.buyers.councilMembers(age);
      },
    };
    await at({ ...world, ports: { ...world.ports, buyers } }, '2026-11-25T00:00:00Z');
    expect(world.audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['check-lapsed', 'hold-placed']));
    expect(read).toBe(0);
  });

  test('an older check of the same standard that was typed is history: that it ended long ago holds nobody', async () => {
    const world = started();
    onlyEnds(world, 'insurance', localDate('2030-08-31'));
    const old = aCheck('insurance', { ref: 'Q-OLD', checkedOn: localDate('2023-01-10'), expiresOn: localDate('2024-01-09') });
    world.facts.listing = { ...world.facts.listing, qaChecks: [...world.facts.listing.qaChecks, old] };
    await at(world, '2026-11-24T12:00:00Z');
    expect(world.audit).toEqual([]);
    expect(await isListed(world)).toBe(true);
  });

  test('R18, row 20: renewed and passed, it is lifted by another than the one who recorded the evidence; never by the clock', async () => {
    const world = started();
    onlyEnds(world, 'insurance', localDate('2026-11-24'));
    await at(world, '2026-11-25T00:00:00Z');
    world.clock.now = '2026-11-25T09:00:00Z';
    const holdRef = (await world.ports.quality.standings.find(providerRef(world)))?.state.holds[0]?.ref ?? '';
    expect(await codeOf(lift(world, omar, holdRef))).toBe('hold-not-cleared');
    const today = toLondonDate(world.clock.now);
    const { state: planned } = await planCheck(world.ports, page(helen), {
      providerRef: providerRef(world),
      standard: 'insurance',
      scheduledFor: today,
    });
    await runCheck(world.ports, page(helen), planned.ref, { kind: 'request-evidence', dueOn: today });
    await runCheck(world.ports, page(helen), planned.ref, { kind: 'receive-evidence', link: 'https://files.example/policy' });
    await runCheck(world.ports, page(helen), planned.ref, {
      kind: 'pass',
      checkedOn: today,
      expiresOn: addDays(today, 365),
      confirmed: ['public-liability', 'employers-liability', 'professional-indemnity'],
      confirmation: 'The policy was seen.',
    });
    await settled(world);
    await tick(world);
    expect(await isListed(world)).toBe(false);
    expect(await codeOf(lift(world, helen, holdRef))).toBe('second-person-required');
    expect(await codeOf(lift(world, omar, holdRef))).toBe('done');
    await settled(world);
    expect(await isListed(world)).toBe(true);
    expect(world.facts.listing.provider?.status).toBe('active');
  });
});

describe('row 19: the card of 7:30', () => {
  const lapsing = (on: string): World => {
    const world = started();
    onlyEnds(world, 'insurance', localDate(on));
    return world;
  };
  const morning = (world: World) => world.cards.filter(({ summary }) => summary.includes('lapses today'));

  test.each([
    ['in winter', '2026-12-31', '2026-12-31T07:29:00Z', '2026-12-31T07:30:00Z'],
    ['in summer', '2027-06-30', '2027-06-30T06:29:00Z', '2027-06-30T06:30:00Z'],
    ['on the day the clocks go forward', '2027-03-28', '2027-03-28T06:29:00Z', '2027-03-28T06:30:00Z'],
  ])('%s goes to each commissioner once, however often the clock runs', async (_what, on, before, from) => {
    const world = lapsing(on);
    await at(world, before);
    expect(morning(world)).toHaveLength(0);
    for (let run = 0; run < 4; run += 1) await at(world, new Date(Date.parse(from) + run * 300_000).toISOString());
    expect(
      morning(world)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([personKey(helen), personKey(omar)].sort());
    expect(textOf(morning(world)[0]?.card as AdaptiveCard)).toContain('Lapses today: held from midnight');
    expect(cardFaults(morning(world)[0]?.card as AdaptiveCard)).toEqual([]);
  });

  test("says where evidence has come in already: then the delay is the council's", async () => {
    const world = lapsing('2026-12-31');
    world.clock.now = '2026-12-30T12:00:00Z';
    const { state } = await planCheck(world.ports, page(helen), {
      providerRef: providerRef(world),
      standard: 'insurance',
      scheduledFor: localDate('2026-12-30'),
    });
    await runCheck(world.ports, page(helen), state.ref, { kind: 'request-evidence', dueOn: localDate('2026-12-31') });
    await runCheck(world.ports, page(helen), state.ref, { kind: 'receive-evidence' });
    await at(world, '2026-12-31T07:30:00Z');
    expect(textOf(morning(world)[0]?.card as AdaptiveCard)).toContain('Evidence has been received');
  });

  test('a morning without anything to tell has no card, also when a hold is placed later that day', async () => {
    const world = lapsing('2030-08-31');
    await at(world, '2026-11-25T08:00:00Z');
    await hold(world);
    await at(world, '2026-11-25T11:00:00Z');
    expect(world.cards.filter(({ summary }) => summary.includes('nothing lapses'))).toHaveLength(0);
  });
});

describe('R16, R18: waivers', () => {
  const failedCheck = async (standard: QaStandard) => {
    const world = started();
    const { ref } = checkOf(world, standard);
    onlyEnds(world, standard, localDate('2026-12-31'));
    await at(world, '2027-01-01T09:00:00Z');
    return { world, ref };
  };
  const ask = (world: World, ref: string): Act<Parameters<typeof runCheck>[3]> | Promise<unknown> =>
    runCheck(world.ports, page(helen), ref, {
      kind: 'request-waiver',
      reason: 'A new one is booked.',
      until: addDays(toLondonDate(world.clock.now), 30),
    });

  test.each(['insurance', 'barred-list-dbs', 'section-128', 'registration'] as const)('%s is never waived', async (standard) => {
    const { world, ref } = await failedCheck(standard);
    expect(await codeOf(ask(world, ref) as Promise<unknown>)).toBe('waiver-not-allowed');
  });

  test('another may be, by a second person, until a day; when it is over the provider is held again', async () => {
    const { world, ref } = await failedCheck('policies');
    await (ask(world, ref) as Promise<unknown>);
    await settled(world);
    expect(titlesTo(world, omar)).toContainEqual(expect.stringContaining('A waiver is asked for'));
    expect(await codeOf(runCheck(world.ports, page(helen), ref, { kind: 'approve-waiver' }))).toBe('second-person-required');
    await runCheck(world.ports, page(omar), ref, { kind: 'approve-waiver' });
    const holdRef = (await world.ports.quality.standings.find(providerRef(world)))?.state.holds[0]?.ref ?? '';
    expect(await codeOf(lift(world, helen, holdRef))).toBe('second-person-required');
    await lift(world, omar, holdRef);
    await settled(world);
    expect(await isListed(world)).toBe(true);
    await at(world, `${addDays(toLondonDate(world.clock.now), 31)}T00:00:00Z`);
    expect(await isListed(world)).toBe(false);
  });
});
