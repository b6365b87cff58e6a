import { aMembership, councilTenant } from '@ap/shared/domain/call-off.fixture';
import { listingOf } from '@ap/shared/domain/listing';
import { addDays, localDate } from '@ap/shared/domain/local-date';
import { type Person, theProduct } from '@ap/shared/domain/person';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import { runCheck, runStanding } from '../../functions/src/quality/run-quality.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { drain } from '../ports/worker.ts';

// What follows from a check and a hold, over ports in memory: the real decisions, outboxes and performers.

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
const insurance = (world: World): string => world.facts.listing.qaChecks.find(({ standard }) => standard === 'insurance')?.ref ?? '';
const settled = async (world: World): Promise<void> => {
  for (let round = 0; round < 20 && world.effects.queue.length > 0; round += 1) {
    await drain(world);
    world.clock.now = new Date(Date.parse(world.clock.now) + 61_000).toISOString();
  }
  expect(world.effects.queue).toEqual([]);
};
const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.code;
      throw error;
    },
  );
let keys = 0;
const page = (by: Person) => {
  keys += 1;
  return { by, key: `a-key-of-a-test-${keys}`, channel: 'page' as const };
};

test('R19: a check that was only typed lapses by the clock; its provider is held, out of the directory, and its row says so', async () => {
  const world = started();
  const ref = insurance(world);
  const { expiresOn } = world.facts.listing.qaChecks.find((check) => check.ref === ref) ?? {};
  world.clock.now = `${addDays(expiresOn ?? localDate('2026-12-01'), 1)}T00:00:00Z`;
  const clock = (key: string) => ({ by: theProduct, key, channel: 'clock' as const });
  await runCheck(world.ports, clock('due-0000000000000'), ref, { kind: 'become-due' });
  await runCheck(world.ports, clock('lapse-00000000000'), ref, { kind: 'lapse' });
  await settled(world);
  expect(world.facts.listing.provider?.status).toBe('suspended');
  expect((await world.ports.quality.standings.find(providerRef(world)))?.state.holds).toMatchObject([
    { cause: 'check-lapsed', about: ref },
  ]);
  expect(world.audit.map(({ action }) => action)).toEqual(['check-due', 'check-lapsed', 'hold-placed']);
});

test('R19: whoever paused new orders does not let them start again; another commissioner does', async () => {
  const world = started();
  const ref = providerRef(world);
  const held = await runStanding(world.ports, page(helen), ref, {
    kind: 'place-hold',
    cause: 'commissioner',
    reason: 'The site is closed.',
  });
  const holdRef = held.state.holds[0]?.ref ?? '';
  const facts = await world.ports.providers.facts(world.facts.listing.service?.ref ?? '', 'fresh');
  expect(facts.provider?.status).toBe('active');
  expect(listingOf(facts, localDate('2026-11-24'))).toMatchObject({ ok: false, code: 'provider-not-active' });
  expect(await codeOf(runStanding(world.ports, page(helen), ref, { kind: 'lift-hold', holdRef, reason: 'Open again.' }))).toBe(
    'second-person-required',
  );
  expect(await codeOf(runStanding(world.ports, page(omar), ref, { kind: 'lift-hold', holdRef, reason: 'Open again.' }))).toBe('done');
  await settled(world);
  expect(world.facts.listing.provider?.status).toBe('active');
});
