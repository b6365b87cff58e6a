import { aMembership, councilTenant } from '@ap/shared/domain/call-off/call-off.fixture';
import { type LocalDate, localDate } from '@ap/shared/domain/days/local-date';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import type { QaStandard } from '@ap/shared/domain/quality/standard';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { runQualityClock } from '../../functions/src/quality/quality-clock.ts';
import { runOrderHold } from '../../functions/src/quality/run-order-hold.ts';
import { runStanding } from '../../functions/src/quality/run-quality.ts';
import { memoryWorld, type World } from './memory-world.ts';
import { decides, submits } from './people.ts';
import { drain } from './worker.ts';

const council = (digit: string, name: string): Person => ({
  tenantId: councilTenant,
  objectId: `00000000-0000-4000-8000-0000000000c${digit}`,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@council.example`,
});

/** Records and pauses, as a commissioner. */
export const helen = council('1', 'Helen Strand');

/** Approves what Helen recorded. */
export const omar = council('2', 'Omar Fell');

/** A provider in the directory with every check, and two commissioners on duty. */
export const started = (): World => {
  const world = memoryWorld();
  const commissioners = [helen, omar].map((person) => aMembership(person, ['commissioner'], { buyerRef: 'CD-SEND' }));
  world.facts.officers = [...world.facts.officers, ...commissioners];
  return world;
};

/** The provider of the world. */
export const providerRef = (world: World): string => world.facts.listing.provider?.ref ?? '';

/** The check of a standard that the provider holds. */
export const checkOf = (world: World, standard: QaStandard) => {
  const check = world.facts.listing.qaChecks.find((each) => each.standard === standard);
  if (!check?.expiresOn) throw new Error(`There is no ${standard}`);
  return { ref: check.ref, expiresOn: check.expiresOn };
};

/** Nothing else of the provider ends while a test looks. */
export const onlyEnds = (world: World, standard: QaStandard, on: LocalDate): void => {
  world.facts.listing = {
    ...world.facts.listing,
    qaChecks: world.facts.listing.qaChecks.map((check) => ({
      ...check,
      expiresOn: check.standard === standard ? on : localDate('2030-08-31'),
    })),
  };
};

/** Lets everything that waits be performed; fails where something waits for ever. */
export const settled = async (world: World): Promise<void> => {
  for (let round = 0; round < 40 && world.effects.queue.length > 0; round += 1) {
    await drain(world);
    world.clock.now = new Date(Date.parse(world.clock.now) + 61_000).toISOString();
  }
  expect(world.effects.queue).toEqual([]);
};

let keys = 0;

/** Somebody acts on the signed-in page, with a key of their own. */
export const page = (by: Person) => {
  keys += 1;
  return { by, key: `a-key-of-a-test-${keys}`, channel: 'page' as const };
};

/** One run of the clock of quality. */
export const tick = (world: World) => runQualityClock(world.ports, { onCard: 'https://ap.example/c', inMail: 'https://ap.example/c' })();

/** The clock runs at that instant, and what it brings about is performed. */
export const at = async (world: World, instant: string): Promise<void> => {
  world.clock.now = instant;
  await tick(world);
  await settled(world);
};

/** Whether schools find the provider in the directory. */
export const isListed = async (world: World): Promise<boolean> =>
  (await world.ports.directory.search({ sort: 'best', page: 1, pageSize: 10 })).total === 1;

/** All words of a card. */
export const textOf = (card: AdaptiveCard): string => JSON.stringify(card);

/** What the cards of a person say, in their first lines. */
export const titlesTo = (world: World, person: Person): readonly string[] =>
  world.cards.filter(({ to }) => to === personKey(person)).map(({ summary }) => summary);

/** A commissioner places a hold; its reference. */
export const hold = async (world: World, by = helen): Promise<string> => {
  const told = { kind: 'place-hold', cause: 'commissioner', reason: 'A child was hurt at the site.' } as const;
  const { state } = await runStanding(world.ports, page(by), providerRef(world), told);
  return state.holds.at(-1)?.ref ?? '';
};

/** Somebody lifts a hold. */
export const lift = (world: World, by: Person, holdRef: string) =>
  runStanding(world.ports, page(by), providerRef(world), { kind: 'lift-hold', holdRef, reason: 'Seen to.' });

/** A request that was approved and sent to its provider. */
export const ordered = async (world: World): Promise<string> => {
  const ref = await submits(world);
  await decides(world, ref, 'approve');
  await settled(world);
  return ref;
};

/** A school answers what becomes of its order. */
export const answer = (world: World, by: Person, ref: string, kind: 'continue' | 'pause' | 'end', reason = 'The week is planned.') =>
  runOrderHold(world.ports, page(by), ref, { kind, reason });
