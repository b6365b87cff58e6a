import type { decideConcern as decideDeclared, reportConcern as reportDeclared } from '@ap/shared/contract/concerns';
import type { BodyOf } from '@ap/shared/contract/endpoint';
import { aMembership, councilTenant, head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import type { ConcernForReporter } from '@ap/shared/domain/quality/concern-view';
import fc from 'fast-check';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import type { Caller } from '../../functions/src/http/caller.ts';
import { answerConcernCard } from '../../functions/src/quality/answer-concern-card.ts';
import type { ConcernVerb } from '../../functions/src/quality/concern-card.ts';
import { followConcerns } from '../../functions/src/quality/concern-follows.ts';
import { decideConcern, getConcern, listConcerns } from '../../functions/src/quality/decide-concern.ts';
import { listMyConcerns, reportConcern, whomToRing } from '../../functions/src/quality/report-concern.ts';
import { runStanding } from '../../functions/src/quality/run-quality.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { providerRef, settled } from '../ports/quality-world.ts';
import { drain, sweepOnce } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// A concern from the school that reports it to the provider that is paused and lifted, over ports in memory: the real decisions, outbox and performers.

const council = (digit: string, name: string): Person => ({
  tenantId: councilTenant,
  objectId: `0000000${digit}-0000-4000-8000-0000000000c${digit}`,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@council.example`,
});
const helen = council('1', 'Helen Strand');
const owen = council('2', 'Owen Marsh');

const started = (): World => {
  const world = memoryWorld();
  const commissioners = [helen, owen].map((person) => aMembership(person, ['commissioner'], { buyerRef: 'CD-SEND' }));
  world.facts.officers = [...world.facts.officers, ...commissioners];
  world.facts.onDuty = [helen];
  return world;
};
const callerOf = (person: Person): Caller => ({
  person,
  guest: false,
  client: 'deciding',
  memberships: [],
  councilRoles: [],
  commissioner: [helen, owen].includes(person),
});
const providerNameOf = (world: World): string => world.facts.listing.provider?.tradingName ?? world.facts.listing.provider?.legalName ?? '';
let keys = 0;
const newKey = (): string => {
  keys += 1;
  return `a-key-of-a-test-${keys}`;
};
const ofNoCallOff = async (): Promise<undefined> => undefined;
type Report = BodyOf<typeof reportDeclared>;
const report = (world: World, by: Person = senco, told: Partial<Report> = {}, key = newKey()) =>
  reportConcern(
    world.ports,
    ofNoCallOff,
  )({
    caller: callerOf(by),
    params: undefined,
    query: undefined,
    key,
    body: {
      about: { serviceRef: world.facts.listing.service?.ref },
      ringFirstRead: true,
      rung: ['mash'],
      category: 'child-may-be-harmed',
      severity: 'serious',
      text: 'A door to the road was left open twice this week.',
      ...told,
    },
  });
const decide = (world: World, ref: string, body: BodyOf<typeof decideDeclared>, by = helen, key = newKey()) =>
  decideConcern(world.ports)({ caller: callerOf(by), params: { ref }, query: undefined, body, key });
const get = (world: World, ref: string, by = helen) =>
  getConcern(world.ports)({ caller: callerOf(by), params: { ref }, query: undefined, body: undefined, key: '' });
const mine = (world: World, by: Person) =>
  listMyConcerns(world.ports)({ caller: callerOf(by), params: undefined, query: undefined, body: undefined, key: '' });
const page = (ref: string): string => `https://ap.council.example/commissioning/concerns/${ref}`;
const click = (world: World, verb: ConcernVerb, ref: string, by: Person, commandKey = newKey()) =>
  answerConcernCard(world.ports, page, newKey)({ verb, data: { ref, commandKey }, by });
const close = { kind: 'close', outcome: 'put-right', text: 'The door has a closer now.' } as const;

describe('row 24, R17: whoever reports a concern', () => {
  test('is shown first whom to ring; a number that nobody set is missing, 999 never is', async () => {
    const world = started();
    world.facts.phones = { mash: '01632 960001' };
    const query = { serviceRef: world.facts.listing.service?.ref };
    const { lines, providerName } = await whomToRing(
      world.ports,
      ofNoCallOff,
    )({ caller: callerOf(senco), params: undefined, query, body: undefined, key: '' });
    expect(providerName).toBe(providerNameOf(world));
    expect(lines.map(({ line, phone }) => [line, phone])).toEqual([
      ['999', '999'],
      ['mash', '01632 960001'],
      ['lado', undefined],
    ]);
  });

  test('must have rung, and may name no child; what is refused leaves nothing behind', async () => {
    const world = started();
    expect(await codeOf(report(world, senco, { ringFirstRead: false }))).toBe('ring-first');
    expect(await codeOf(report(world, senco, { rung: [] }))).toBe('ring-not-recorded');
    expect(await codeOf(report(world, senco, { text: 'Her date of birth is 12/03/2014.' }))).toBe('text-names-a-pupil');
    expect(await codeOf(report(world, senco, { about: { callOffRef: 'CO-AAAA-BBBB' } }))).toBe('not-found');
    expect([await world.ports.quality.concerns.known(), world.effects.queue]).toEqual([[], []]);
  });

  test('makes one concern with one key, and sees of it that it arrived and where it stands; nobody else sees it', async () => {
    const world = started();
    const key = newKey();
    const first = await report(world, senco, {}, key);
    expect(await report(world, senco, {}, key)).toEqual(first);
    await settled(world);
    await decide(world, first.ref, { kind: 'start-enquiry' });
    await decide(world, first.ref, close);
    const shown: readonly Omit<ConcernForReporter, 'providerRef'>[] = (await mine(world, senco)).concerns;
    expect(shown).toEqual([{ ref: first.ref, providerName: providerNameOf(world), reportedAt: expect.any(String), status: 'closed' }]);
    expect(JSON.stringify(shown)).not.toContain('closer');
    expect(await mine(world, head)).toEqual({ concerns: [] });
  });
});

describe('row 24: the commissioner on duty', () => {
  test('gets a card at once, which tells neither what was written nor by whom; no other commissioner does', async () => {
    const world = started();
    const { ref } = await report(world);
    await settled(world);
    expect(world.cards.map(({ to }) => to)).toEqual([personKey(helen)]);
    const card = world.cards[0]?.card;
    if (!card) throw new Error('There is no card.');
    expect(cardFaults(card)).toEqual([]);
    const text = JSON.stringify(world.cards[0]);
    expect(text).toContain(ref);
    for (const secret of ['door', senco.name, senco.objectId]) expect(text).not.toContain(secret);
    expect(world.mails).toEqual([]);
  });

  test('is told by mail where no card can be delivered: that there is a concern, and nothing of it', async () => {
    const world = started();
    world.down.onlyTenant = 'nobody';
    const { ref } = await report(world);
    await settled(world);
    expect(world.mails.map(({ to, subject }) => [to, subject])).toEqual([[helen.email, 'A concern was reported']]);
    for (const secret of ['door', senco.name, providerNameOf(world), 'harm']) expect(world.mails[0]?.html).not.toContain(secret);
    expect(world.mails[0]?.html).toContain(ref);
  });

  test('is named by nobody: every commissioner hears that, without the name of the provider', async () => {
    const world = started();
    world.facts.onDuty = [];
    await report(world);
    await settled(world);
    expect(world.cards.map(({ to }) => to).sort()).toEqual([helen, owen].map(personKey).sort());
    expect(JSON.stringify(world.cards)).not.toContain(providerNameOf(world));
  });

  test('is one who is still a commissioner: a row of anybody else opens nothing', async () => {
    const world = started();
    world.facts.onDuty = [helen, senco];
    const { ref } = await report(world);
    await settled(world);
    expect(world.cards.map(({ to }) => to)).toEqual([personKey(helen)]);
    expect(await codeOf(click(world, 'ask-pause-orders', ref, senco))).toBe('not-allowed');
  });

  test('alone may see and decide: another commissioner is answered alike for any reference', async () => {
    const world = started();
    const { ref } = await report(world);
    const list = (by: Person) =>
      listConcerns(world.ports)({ caller: callerOf(by), params: undefined, query: undefined, body: undefined, key: '' });
    expect(await codeOf(list(owen))).toBe('not-allowed');
    expect(await codeOf(get(world, ref, owen))).toBe('not-allowed');
    expect(await codeOf(get(world, 'CN-2222222222', owen))).toBe('not-allowed');
    expect(await codeOf(decide(world, ref, { kind: 'start-enquiry' }, owen))).toBe('not-allowed');
    expect(await codeOf(click(world, 'pause-orders', ref, owen))).toBe('not-allowed');
    expect((await list(helen)).concerns.map((each) => each.ref)).toEqual([ref]);
    expect(await get(world, ref)).toMatchObject({ reportedBy: senco.name, may: ['pause-orders', 'start-enquiry', 'record-lado-referral'] });
  });
});

describe('R19: new orders', () => {
  const listed = async (world: World) =>
    (await world.ports.providers.facts(world.facts.listing.service?.ref ?? '', 'fresh')).provider?.status;

  test('are paused by one person with one action on the card; a second lifts it, after the concern is closed', async () => {
    const world = started();
    const { ref } = await report(world);
    await settled(world);
    const asked = await click(world, 'ask-pause-orders', ref, helen);
    expect(asked.card.actions?.map(({ title }) => title)).toEqual(['Pause new orders', 'Back']);
    const key = newKey();
    await click(world, 'pause-orders', ref, helen, key);
    await click(world, 'pause-orders', ref, helen, key);
    await settled(world);
    expect(await listed(world)).toBe('suspended');
    const standing = await world.ports.quality.standings.find(providerRef(world));
    const [hold] = standing?.state.holds ?? [];
    expect(hold).toMatchObject({ cause: 'concern', about: ref, placedBy: helen });
    const lift = (by: Person) =>
      runStanding(world.ports, { by, key: newKey(), channel: 'page' }, providerRef(world), {
        kind: 'lift-hold',
        holdRef: hold?.ref ?? '',
        reason: 'It is put right.',
      });
    expect(await codeOf(lift(owen))).toBe('hold-not-cleared');
    await decide(world, ref, { kind: 'start-enquiry' });
    await decide(world, ref, close);
    expect(await codeOf(lift(helen))).toBe('second-person-required');
    expect(await codeOf(lift(owen))).toBe('done');
    await settled(world);
    expect(await listed(world)).toBe('active');
  });
});

describe('two concerns about one provider', () => {
  test('are joined and both marked; closing the first closes the second, once its referral is recorded', async () => {
    const world = started();
    const first = await report(world);
    await settled(world);
    const second = await report(world, head, { category: 'adult-may-have-harmed', rung: ['lado'] });
    await settled(world);
    expect((await get(world, first.ref)).joined).toEqual([second.ref]);
    expect(await get(world, second.ref)).toMatchObject({ status: 'joined', leadRef: first.ref });
    await decide(world, first.ref, { kind: 'start-enquiry' });
    await decide(world, first.ref, close);
    await settled(world);
    expect((await get(world, second.ref)).status).toBe('joined');
    const done = await decide(world, second.ref, { kind: 'record-lado-referral', on: '2026-11-24' as never });
    expect(done).toMatchObject({ status: 'closed', outcome: 'put-right', closedBy: helen.name });
    await settled(world);
  });

  test('that were reported at the same moment are joined before anybody is told', async () => {
    const world = started();
    const { known } = world.ports.quality.concerns;
    // Two processes: neither sees the other's concern yet.
    Object.assign(world.ports.quality.concerns, { known: async () => [] });
    const first = await report(world);
    const second = await report(world, head);
    Object.assign(world.ports.quality.concerns, { known });
    await settled(world);
    const states = [await get(world, first.ref), await get(world, second.ref)];
    expect(states.map(({ status }) => status).sort()).toEqual(['joined', 'open']);
  });
});

describe('two processes that do not know of each other yet', () => {
  /** What happens while this process does not see the concerns that were reported elsewhere. */
  const unseen = async <T>(world: World, act: () => Promise<T>): Promise<T> => {
    const { known } = world.ports.quality.concerns;
    Object.assign(world.ports.quality.concerns, { known: async () => [] });
    try {
      return await act();
    } finally {
      Object.assign(world.ports.quality.concerns, { known });
    }
  };

  test('the concern that leads takes in one that its process does not know yet', async () => {
    const world = started();
    const first = await report(world);
    const second = await report(world, head);
    await unseen(world, () => settled(world));
    expect((await get(world, first.ref)).joined).toEqual([second.ref]);
  });

  test('are joined by the clock where both were told before either was seen; nothing is told or done twice by later runs', async () => {
    const world = started();
    const refs = await unseen(world, async () => {
      const both = [await report(world), await report(world, head)];
      await settled(world);
      return both.map(({ ref }) => ref);
    });
    const states = () => Promise.all(refs.map(async (ref) => (await get(world, ref)).status));
    expect(await states()).toEqual(['open', 'open']);
    for (let run = 0; run < 3; run += 1) {
      await followConcerns(world.ports);
      await settled(world);
    }
    expect((await states()).sort()).toEqual(['joined', 'open']);
    const versions = (await world.ports.quality.concerns.known()).map(({ state }) => state.version);
    await followConcerns(world.ports);
    expect((await world.ports.quality.concerns.known()).map(({ state }) => state.version)).toEqual(versions);
  });
});

describe('the audit of concerns', () => {
  const acts = ['report', 'enquiry', 'pause', 'lado', 'close', 'click', 'drain', 'sweep', 'clock'] as const;

  test('after everything has drained, every accepted command is exactly one event, whatever was done in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(2)), { maxLength: 14 }), async (steps) => {
        const world = started();
        const refs: string[] = [];
        for (const [act, which] of steps) {
          const ref = refs[which % Math.max(1, refs.length)] ?? 'CN-2222222222';
          if (act === 'report')
            refs.push((await report(world, which === 1 ? head : senco, { text: `The fence is down, part ${refs.length}.` })).ref);
          else if (act === 'drain') await drain(world);
          else if (act === 'sweep') await sweepOnce(world);
          else if (act === 'clock') await followConcerns(world.ports);
          else if (act === 'click') await codeOf(click(world, 'pause-orders', ref, which === 1 ? owen : helen));
          else if (act === 'lado') await codeOf(decide(world, ref, { kind: 'record-lado-referral', on: '2026-11-24' as never }));
          else await codeOf(decide(world, ref, act === 'close' ? close : { kind: act === 'pause' ? 'pause-orders' : 'start-enquiry' }));
        }
        await settled(world);
        await sweepOnce(world);
        await settled(world);
        const records = [...(await world.ports.quality.concerns.known()), ...(await world.ports.quality.standings.known())];
        const expected = records.flatMap(({ state }) => Array.from({ length: state.version }, (_, index) => `${state.ref} ${index + 1}`));
        expect(world.audit.map(({ subject, subjectVersion }) => `${subject} ${subjectVersion}`).sort()).toEqual(expected.sort());
        expect(new Set(world.audit.map(({ id }) => id)).size).toBe(world.audit.length);
        // Nothing that was owed got stuck.
        const receipts = await Promise.all(records.map(({ state }) => world.ports.effects.receipts(state.ref)));
        expect(
          receipts.flat().filter(({ state, kind }) => state === 'stuck' && !['refresh-approvals', 'hold-live-orders'].includes(kind)),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
