import { aCheck, aMembership, councilTenant, head, schoolTenant, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { addDays, type LocalDate, localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import { nationalStandards, type QaStandard } from '@ap/shared/domain/quality/standard';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import fc from 'fast-check';
import { listCallOffs } from '../../functions/src/call-offs/read-call-offs.ts';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { answerHoldCard } from '../../functions/src/quality/answer-hold-card.ts';
import { runQualityClock } from '../../functions/src/quality/quality-clock.ts';
import { runOrderHold } from '../../functions/src/quality/run-order-hold.ts';
import { type Act, planCheck, runCheck, runStanding } from '../../functions/src/quality/run-quality.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, key, submits } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// What follows from a check and a hold, over ports in memory: the real decisions, outboxes, performers and clock.

const council = (digit: string, name: string): Person => ({
  tenantId: councilTenant,
  objectId: `00000000-0000-4000-8000-0000000000c${digit}`,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@council.example`,
});
const helen = council('1', 'Helen Strand');
const omar = council('2', 'Omar Fell');

const started = (): World => {
  const world = memoryWorld();
  const commissioners = [helen, omar].map((person) => aMembership(person, ['commissioner'], { buyerRef: 'CD-SEND' }));
  world.facts.officers = [...world.facts.officers, ...commissioners];
  return world;
};
const providerRef = (world: World): string => world.facts.listing.provider?.ref ?? '';
const checkOf = (world: World, standard: QaStandard) => {
  const check = world.facts.listing.qaChecks.find((each) => each.standard === standard);
  if (!check?.expiresOn) throw new Error(`There is no ${standard}`);
  return { ref: check.ref, expiresOn: check.expiresOn };
};
/** Nothing else of the provider ends while a test looks. */
const onlyEnds = (world: World, standard: QaStandard, on: LocalDate): void => {
  world.facts.listing = {
    ...world.facts.listing,
    qaChecks: world.facts.listing.qaChecks.map((check) => ({
      ...check,
      expiresOn: check.standard === standard ? on : localDate('2030-08-31'),
    })),
  };
};
const settled = async (world: World): Promise<void> => {
  for (let round = 0; round < 40 && world.effects.queue.length > 0; round += 1) {
    await drain(world);
    world.clock.now = new Date(Date.parse(world.clock.now) + 61_000).toISOString();
  }
  expect(world.effects.queue).toEqual([]);
};
let keys = 0;
const page = (by: Person) => {
  keys += 1;
  return { by, key: `a-key-of-a-test-${keys}`, channel: 'page' as const };
};
const tick = (world: World) => runQualityClock(world.ports, { onCard: 'https://ap.example/c', inMail: 'https://ap.example/c' })();
const at = async (world: World, instant: string): Promise<void> => {
  world.clock.now = instant;
  await tick(world);
  await settled(world);
};
const isListed = async (world: World): Promise<boolean> =>
  (await world.ports.directory.search({ sort: 'best', page: 1, pageSize: 10 })).total === 1;
const textOf = (card: AdaptiveCard): string => JSON.stringify(card);
const titlesTo = (world: World, person: Person): readonly string[] =>
  world.cards.filter(({ to }) => to === personKey(person)).map(({ summary }) => summary);
const hold = async (world: World, by = helen): Promise<string> => {
  const told = { kind: 'place-hold', cause: 'commissioner', reason: 'A child was hurt at the site.' } as const;
  const { state } = await runStanding(world.ports, page(by), providerRef(world), told);
  return state.holds.at(-1)?.ref ?? '';
};
const lift = (world: World, by: Person, holdRef: string) =>
  runStanding(world.ports, page(by), providerRef(world), { kind: 'lift-hold', holdRef, reason: 'Seen to.' });
const ordered = async (world: World): Promise<string> => {
  const ref = await submits(world);
  await decides(world, ref, 'approve');
  await settled(world);
  return ref;
};
const orderOf = async (world: World, ref: string) => (await itemOf(world, ref)).callOff.hold;
const answer = (world: World, by: Person, ref: string, kind: 'continue' | 'pause' | 'end', reason = 'The week is planned.') =>
  runOrderHold(world.ports, page(by), ref, { kind, reason });

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

describe('row 21: a hold', () => {
  test('R19: whoever paused new orders does not let them start again; another commissioner does', async () => {
    const world = started();
    const holdRef = await hold(world);
    expect(world.facts.listing.provider?.status).toBe('active');
    expect(await isListed(world)).toBe(false);
    expect(await codeOf(lift(world, helen, holdRef))).toBe('second-person-required');
    expect(await codeOf(lift(world, senco, holdRef))).toBe('not-a-commissioner');
    expect(await codeOf(lift(world, omar, holdRef))).toBe('done');
    await settled(world);
    expect(world.facts.listing.provider?.status).toBe('active');
    expect(await isListed(world)).toBe(true);
  });

  test('a new request is refused with the fixed words and the phone of the team, never with the reason', async () => {
    const world = started();
    await hold(world);
    const refusal = listingOf(await world.ports.providers.facts(world.facts.listing.service?.ref ?? '', 'fresh'), localDate('2026-11-24'));
    expect(refusal).toMatchObject({ ok: false, code: 'provider-not-active' });
    expect(JSON.stringify(refusal)).toContain('Paused for new orders.');
    expect(JSON.stringify(refusal)).not.toContain('hurt');
    expect(await codeOf(submits(world))).toBe('provider-not-active');
  });

  test('row 48: an open approval turns stale, says so in fixed words, leads to others, and cannot be approved', async () => {
    const world = started();
    const ref = await submits(world);
    await settled(world);
    const holdRef = await hold(world);
    await settled(world);
    const card = world.updates.at(-1)?.card;
    expect(card && textOf(card)).toContain('cannot be approved for now');
    expect(card && textOf(card)).toContain('Find other provision');
    expect(card && textOf(card)).toMatch(/lots=[^"]*&needs=/);
    expect(card && textOf(card)).not.toContain('hurt');
    expect(card && cardFaults(card)).toEqual([]);
    expect(card?.actions?.map(({ title }) => title)).not.toContain('Approve');
    expect(titlesTo(world, senco)).toContain(`${ref} cannot be approved for now`);
    expect(await codeOf(decides(world, ref, 'approve'))).toBe('provider-not-active');
    await lift(world, omar, holdRef);
    await settled(world);
    expect(world.updates.at(-1)?.card.actions?.map(({ title }) => title)).toContain('Approve');
    expect(await codeOf(decides(world, ref, 'approve', { key: key('approve-again') }))).toBe('done');
  });

  test('a provider paused at its own wish makes requests stale as well; its live orders go on', async () => {
    const world = started();
    const order = await ordered(world);
    const ref = await submits(world, { key: key('second-request') });
    await runStanding(world.ports, page(helen), providerRef(world), { kind: 'pause', reason: 'No room until Easter.' });
    await settled(world);
    expect((await itemOf(world, ref)).callOff.providerPaused?.sentence).toBe('Not taking new placements through the framework at present.');
    expect(await orderOf(world, order)).toBeUndefined();
  });
});

describe('row 24: a live order when its provider is held', () => {
  const asked = async () => {
    const world = started();
    const ref = await ordered(world);
    const holdRef = await hold(world);
    await settled(world);
    return { world, ref, holdRef };
  };

  test('R19, R43: is on hold, and its school is asked by card and mail, in fixed words, until 10:00 on its next school day', async () => {
    const { world, ref } = await asked();
    expect(await orderOf(world, ref)).toMatchObject({ state: 'asked', answerBy: '2026-11-25T10:00:00Z' });
    for (const [person, waits] of [
      [senco, [ref]],
      [head, [ref]],
      [helen, []],
    ] as const) {
      const list = listCallOffs(world.ports);
      const call = { caller: callerOf(person), params: undefined, query: { scope: 'waiting' as const }, body: undefined, key: '' };
      expect((await list(call)).callOffs.map((each) => each.ref)).toEqual(waits);
    }
    for (const person of [senco, head]) {
      const card = world.cards.findLast(({ to, summary }) => to === personKey(person) && summary.includes('decide by'))?.card;
      expect(card && textOf(card)).toContain('Paused for new orders.');
      expect(card && textOf(card)).not.toMatch(/hurt|child was/);
      expect(card && cardFaults(card)).toEqual([]);
      expect(card?.actions?.map(({ title }) => title)).toEqual(['Go on', 'Pause', 'End']);
      expect(world.mails.filter(({ to, subject }) => to === person.email && subject.includes('decide by'))).toHaveLength(1);
    }
  });

  test('the school answers on its card: to go on needs a reason, one answer is enough, and every card shows it', async () => {
    const { world, ref } = await asked();
    let count = 0;
    const click = answerHoldCard(
      world.ports,
      (to) => `https://ap.example/${to}`,
      () => {
        count += 1;
        return `fresh-key-${String(count).padStart(8, '0')}`;
      },
    );
    const data = { ref, commandKey: 'key-of-a-click-0001' };
    expect(textOf((await click({ verb: 'ask-continue-order', data, by: senco })).card)).toContain('Why should the placement go on?');
    expect(textOf((await click({ verb: 'continue-order', data: { ...data, comment: ' ' }, by: senco })).card)).toContain('Enter why');
    const told = { ...data, commandKey: 'key-of-a-click-0002', comment: 'The week is planned with two of our staff.' };
    expect(textOf((await click({ verb: 'continue-order', data: told, by: senco })).card)).toContain('decided that the placement goes on');
    await settled(world);
    expect(await orderOf(world, ref)).toMatchObject({ state: 'continued', answeredBy: senco });
    expect(world.updates.map(({ to }) => to)).toEqual(expect.arrayContaining([personKey(senco), personKey(head)]));
    expect(titlesTo(world, omar)).toContainEqual(expect.stringContaining('has answered about order'));
    await expect(click({ verb: 'end-order', data, by: helen })).rejects.toMatchObject({ code: 'not-your-order' });
  });

  test('silence decides nothing: at 10:00 the head and the commissioners are told, once', async () => {
    const { world, ref } = await asked();
    await at(world, '2026-11-25T09:59:00Z');
    expect((await orderOf(world, ref))?.state).toBe('asked');
    for (const instant of ['2026-11-25T10:00:00Z', '2026-11-25T10:05:00Z']) await at(world, instant);
    expect((await orderOf(world, ref))?.state).toBe('unanswered');
    expect(titlesTo(world, head).filter((title) => title.includes('no answer came in time'))).toHaveLength(1);
    for (const person of [helen, omar])
      expect(titlesTo(world, person).filter((title) => title.includes('has not answered'))).toHaveLength(1);
    expect(await codeOf(answer(world, head, ref, 'end', ''))).toBe('done');
  });

  test('lifting tells the schools: an order runs again, one that its school paused stays paused until the school takes it up', async () => {
    const { world, ref, holdRef } = await asked();
    await answer(world, head, ref, 'pause', '');
    await lift(world, omar, holdRef);
    await settled(world);
    expect(await orderOf(world, ref)).toMatchObject({ state: 'paused', released: true });
    expect(titlesTo(world, senco)).toContainEqual(expect.stringContaining('takes new orders again'));
    await runOrderHold(world.ports, page(senco), ref, { kind: 'resume' });
    await settled(world);
    expect((await orderOf(world, ref))?.state).toBe('running');
    expect(world.mails.filter(({ subject }) => /Order .* was (paused|taken up again)/.test(subject))).toHaveLength(2);
  });

  test('an order that an effect could not yet see is asked about by the next run of the clock', async () => {
    const world = started();
    const ref = await ordered(world);
    await hold(world);
    world.effects.queue.splice(0);
    await tick(world);
    expect((await orderOf(world, ref))?.state).toBe('asked');
  });

  test('row 24: a provider that is taken off the framework: its schools are told', async () => {
    const { world } = await asked();
    await runStanding(world.ports, page(omar), providerRef(world), { kind: 'remove', reason: 'It has closed.' });
    await settled(world);
    expect(titlesTo(world, senco)).toContainEqual(expect.stringContaining('was taken off the framework'));
    expect(world.facts.listing.provider?.status).toBe('removed');
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

describe('messages that cannot be sent at once', () => {
  test('when the mailbox fails half way, each person is told once: the next try tells only the rest', async () => {
    const world = started();
    const ref = await ordered(world);
    await hold(world);
    world.down.mail = true;
    for (let round = 0; round < 6; round += 1) await drain(world);
    expect(world.mails.filter(({ subject }) => subject.includes('decide by'))).toHaveLength(0);
    world.down.mail = false;
    await settled(world);
    for (const person of [senco, head]) {
      expect(titlesTo(world, person).filter((title) => title.includes('decide by'))).toHaveLength(1);
      expect(world.mails.filter(({ to, subject }) => to === person.email && subject.includes('decide by'))).toHaveLength(1);
    }
    expect((await orderOf(world, ref))?.state).toBe('asked');
  });

  test('whom no card reaches is told by mail alone', async () => {
    const world = started();
    world.down.onlyTenant = schoolTenant;
    await hold(world);
    await settled(world);
    for (const person of [helen, omar]) {
      expect(titlesTo(world, person)).toEqual([]);
      expect(world.mails.filter(({ to, subject }) => to === person.email && subject.includes('are paused'))).toHaveLength(1);
    }
  });

  test('where ten cards a minute are the most for a person, a night of many lapses reaches everybody, each card once, and one hold is told of', async () => {
    const world = started();
    const ends = localDate('2026-12-31');
    world.facts.listing = {
      ...world.facts.listing,
      qaChecks: [
        ...world.facts.listing.qaChecks.map((check) => ({ ...check, expiresOn: ends })),
        ...nationalStandards
          .slice(0, 12)
          .map((standard) =>
            aCheck(standard, { ref: `Q-${standard}`, mandatory: false, checkedOn: localDate('2026-01-05'), expiresOn: ends }),
          ),
      ],
    };
    await at(world, '2027-01-01T00:00:00Z');
    for (const person of [helen, omar]) {
      const titles = world.cards.filter(({ to }) => to === personKey(person)).map(({ card }) => textOf(card));
      expect(titles).toHaveLength(13);
      expect(new Set(titles).size).toBe(titles.length);
      expect(titlesTo(world, person).filter((title) => title.includes('are paused'))).toHaveLength(1);
    }
  });
});

type Step = (world: World, ref: string) => Promise<unknown>;
const anybody = fc.constantFrom(helen, omar, senco, head);
const steps: fc.Arbitrary<Step> = fc.oneof(
  anybody.map(
    (by): Step =>
      (world) =>
        hold(world, by),
  ),
  anybody.map(
    (by): Step =>
      async (world) => {
        const holds = (await world.ports.quality.standings.find(providerRef(world)))?.state.holds ?? [];
        return lift(world, by, holds.find(({ lifted }) => lifted === undefined)?.ref ?? 'none');
      },
  ),
  fc.tuple(anybody, fc.constantFrom('continue' as const, 'pause' as const, 'end' as const)).map(
    ([by, kind]): Step =>
      (world, ref) =>
        answer(world, by, ref, kind),
  ),
  anybody.map(
    (by): Step =>
      (world, ref) =>
        runOrderHold(world.ports, page(by), ref, { kind: 'resume' }),
  ),
  anybody.map(
    (by): Step =>
      (world) =>
        runStanding(world.ports, page(by), providerRef(world), { kind: 'pause', reason: 'No room.' }),
  ),
  anybody.map(
    (by): Step =>
      (world) =>
        runStanding(world.ports, page(by), providerRef(world), { kind: 'resume' }),
  ),
  anybody.map(
    (by): Step =>
      (world) =>
        runCheck(world.ports, page(by), checkOf(world, 'policies').ref, {
          kind: 'request-waiver',
          reason: 'Booked.',
          until: localDate('2027-01-05'),
        }),
  ),
  fc.integer({ min: 1, max: 60 }).map(
    (days): Step =>
      async (world) => {
        // An effect that waits longer than 14 days is left to a person, on purpose.
        await settled(world);
        world.clock.now = new Date(Date.parse(world.clock.now) + days * 86_400_000).toISOString();
        await tick(world);
      },
  ),
  fc.constant<Step>((world) => settled(world)),
  // Everything that carries messages is down for a while.
  fc.constant<Step>(async (world) => {
    Object.assign(world.down, { cards: true, mail: true });
    Object.assign(world.effects.down, { receipts: true });
    await drain(world);
    Object.assign(world.down, { cards: false, mail: false });
    Object.assign(world.effects.down, { receipts: false });
  }),
);

test('after everything has drained, every accepted command is exactly one event of the audit chain, and every refused one changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 9 }), async (run) => {
      const world = started();
      onlyEnds(world, 'insurance', localDate('2027-01-31'));
      const ref = await ordered(world);
      const versions = async () => ({
        standing: (await world.ports.quality.standings.find(providerRef(world)))?.state.version ?? 0,
        order: (await itemOf(world, ref)).callOff.version,
        checks: (await world.ports.quality.checks.known()).map(({ state }) => [state.ref, state.version] as const),
      });
      for (const step of run) {
        const before = await versions();
        const code = await codeOf(step(world, ref));
        if (code !== 'done') expect(await versions()).toEqual(before);
      }
      for (let round = 0; round < 3; round += 1) {
        await settled(world);
        await tick(world);
      }
      await settled(world);
      const { standing, order, checks } = await versions();
      for (const [subject, version] of [[providerRef(world), standing] as const, ...checks]) {
        const events = world.audit.filter((event) => event.subject === subject).map(({ subjectVersion }) => subjectVersion);
        expect(events.sort((a, b) => a - b)).toEqual(Array.from({ length: version }, (_, index) => index + 1));
      }
      expect(new Set(world.audit.filter(({ subject }) => subject === ref).map(({ subjectVersion }) => subjectVersion)).size).toBe(order);
      expect(new Set(world.audit.map(({ id }) => id)).size).toBe(world.audit.length);
    }),
    { numRuns: 15 },
  );
}, 120_000);
