import { aCheck, head, schoolTenant, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { personKey } from '@ap/shared/domain/people/person';
import { nationalStandards } from '@ap/shared/domain/quality/standard';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { listCallOffs } from '../../functions/src/call-offs/read-call-offs.ts';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { answerHoldCard } from '../../functions/src/quality/answer-hold-card.ts';
import { runOrderHold } from '../../functions/src/quality/run-order-hold.ts';
import { runStanding } from '../../functions/src/quality/run-quality.ts';
import type { World } from '../ports/memory-world.ts';
import { callerOf, decides, itemOf, key, submits } from '../ports/people.ts';
import {
  answer,
  at,
  helen,
  hold,
  isListed,
  lift,
  omar,
  ordered,
  page,
  providerRef,
  settled,
  started,
  textOf,
  tick,
  titlesTo,
} from '../ports/quality-world.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// What follows from a hold, over ports in memory: the real decisions, outboxes, performers and clock.

const orderOf = async (world: World, ref: string) => (await itemOf(world, ref)).callOff.hold;

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
