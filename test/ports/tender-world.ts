import { aLot, aMembership, aProvider } from '@ap/shared/domain/call-off/call-off.fixture';
import type { CouncilRole } from '@ap/shared/domain/people/membership';
import type { Person } from '@ap/shared/domain/people/person';
import { aFrameworkThatIs, elsewhere } from '@ap/shared/domain/tenders/framework/framework.fixture';
import { toFrameworkInUse } from '@ap/shared/domain/tenders/framework/framework-tender';
import { awardApprover, commissioner, evaluatorA, evaluatorB, lead, secondCommissioner } from '@ap/shared/domain/tenders/tender.fixture';
import type { Caller } from '../../functions/src/http/caller.ts';
import { memoryWorld, type World } from './memory-world.ts';
import { drain, sweepOnce } from './worker.ts';

const held: readonly (readonly [Person, readonly CouncilRole[]])[] = [
  [commissioner, ['commissioner', 'award-approver']],
  [secondCommissioner, ['commissioner']],
  [lead, ['evaluation-lead']],
  [evaluatorA, ['evaluator', 'award-approver']],
  [evaluatorB, ['evaluator']],
  [awardApprover, ['award-approver']],
];

/** A council that awards: its people, one prospective provider without a service, and a framework that waits for its awards. */
export const tenderWorld = async (now: string): Promise<World> => {
  const world = memoryWorld();
  world.clock.now = now;
  world.facts.officers = held.map(([person, roles]) => aMembership(person, roles, { buyerRef: 'CD-SEND' }));
  const framework = aFrameworkThatIs('pending', { competition: elsewhere });
  world.facts.listing = {
    framework: toFrameworkInUse(framework),
    lot: aLot({ key: 'AP-2027-1', frameworkRef: 'AP-2027' }),
    provider: aProvider({ ref: 'P-0042', status: 'prospective', lotKeys: [], email: 'office@blackmore.example' }),
    standing: undefined,
    teamPhone: '',
    service: undefined,
    qaChecks: [],
    rates: [],
  };
  await world.ports.tenders.frameworks.add(framework);
  return world;
};

let keys = 0;
/** What a handler is given when this person calls. */
export const callOf = <P, B>(person: Person, params: P, body: B, key?: string) => {
  keys += 1;
  const caller: Caller = {
    person,
    guest: false,
    client: 'deciding',
    memberships: [],
    councilRoles: held.find(([each]) => each === person)?.[1] ?? [],
    commissioner: held.some(([each, roles]) => each === person && roles.includes('commissioner')),
  };
  return { caller, params, body, query: undefined, key: key ?? `key-of-a-call-${String(keys).padStart(6, '0')}` };
};

/** Lets everything that waits be performed, with the sweep as its safety net: what fails is tried again a minute later. */
export const settle = async (world: World): Promise<void> => {
  for (let round = 0; round < 12; round += 1) {
    await drain(world);
    if (world.effects.queue.length === 0 && round > 1) return;
    world.clock.now = new Date(Date.parse(world.clock.now) + 61_000).toISOString();
    await sweepOnce(world);
  }
  throw new Error(`Still waiting: ${JSON.stringify(world.effects.queue)}`);
};
