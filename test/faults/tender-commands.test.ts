import { aMembership, councilTenant, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { decideFramework } from '@ap/shared/domain/tenders/framework/decide-framework';
import { elsewhere, frameworkFacts, someTerms } from '@ap/shared/domain/tenders/framework/framework.fixture';
import type { FrameworkCommand, PlanFramework } from '@ap/shared/domain/tenders/framework/framework-command';
import type { TenderRole } from '@ap/shared/domain/tenders/role';
import type { Performed } from '../../functions/src/effects/performed.ts';
import { asOfficer, byLink } from '../../functions/src/tenders/roles.ts';
import { asProduct, runTender, type TenderGiver } from '../../functions/src/tenders/run-tender.ts';
import { tenderOutbox } from '../../functions/src/tenders/tender-outboxes.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';

// What every command of a tender goes through: roles by the list, one write, one audit event, whatever comes twice.

const helen = { tenantId: councilTenant, objectId: '00000000-0000-4000-8000-0000000000c1', name: 'Helen Strand', email: 'h@c.example' };

const started = (): World => {
  const world = memoryWorld();
  world.facts.officers = [
    ...world.facts.officers,
    aMembership(helen, ['commissioner', 'evaluation-lead'], { buyerRef: 'CD-SEND' }),
    aMembership(senco, ['award-approver', 'requester'], { buyerRef: 'CD-SEND' }),
  ];
  return world;
};

type Told = Omit<PlanFramework, 'id' | 'by' | 'receipted'> | { readonly kind: 'open-framework' | 'expire-framework' };

const give = (world: World, giver: TenderGiver, told: Told) =>
  runTender(world.ports, 'frameworks', { ...giver, ref: 'AP-2027', content: told }, (present, { command, facts, now }) =>
    decideFramework(present, { ...told, ...command } as PlanFramework | FrameworkCommand, frameworkFacts(facts), now),
  );
const plan: Told = { kind: 'plan-framework', ref: 'AP-2027', terms: someTerms({ competition: elsewhere }) };
const asHelen = (world: World, key = 'key-1') => asOfficer(world.ports, helen, key);

test('a person acts in the roles that the council gives them, and in no others', async () => {
  const world = started();
  const rolesOf = async (person: typeof helen): Promise<readonly TenderRole[]> => (await asOfficer(world.ports, person, 'k')).roles;
  expect(await rolesOf(helen)).toEqual(['commissioner', 'moderator']);
  expect(await rolesOf(senco)).toEqual(['award-approver']);
  expect(await rolesOf({ ...helen, objectId: '00000000-0000-4000-8000-0000000000ff' })).toEqual([]);
  await expect(give(world, byLink(helen, 'applicant', 'k'), plan)).rejects.toMatchObject({ code: 'not-your-role' });
});

test('a command that comes twice is one version; another with its key is refused', async () => {
  const world = started();
  await give(world, await asHelen(world), plan);
  const again = await give(world, await asHelen(world), plan);
  expect(again.state.version).toBe(1);
  await expect(give(world, await asHelen(world), { kind: 'open-framework' })).rejects.toMatchObject({ code: 'idempotency-mismatch' });
  await expect(give(world, await asHelen(world, 'key-2'), plan)).rejects.toMatchObject({ code: 'already-made' });
});

test('two instances of the clock give one command', async () => {
  const world = started();
  await give(world, await asHelen(world), plan);
  const give2 = () => give(world, asProduct('expire AP-2027'), { kind: 'expire-framework' });
  await expect(Promise.all([give2(), give2()])).rejects.toMatchObject({ code: 'not-in-this-state' });
  await Promise.all([1, 2].map(async () => give(world, await asHelen(world, 'key-open'), { kind: 'open-framework' })));
  expect((await world.ports.tenders.frameworks.find('AP-2027'))?.state).toMatchObject({ status: 'open', version: 2 });
});

test('work that nobody performs is not done: it comes again', async () => {
  const world = started();
  const stored = await give(world, await asHelen(world), plan);
  const done = async (): Promise<Performed> => ({ state: 'done' });
  const outbox = tenderOutbox(world.ports, 'frameworks', { tell: done, 'cancel-rounds': done });
  const item = await outbox.get(stored.itemId);
  const [audited] = item?.pending ?? [];
  expect(await item?.perform(audited?.id ?? '')).toEqual({ state: 'done' });
  expect(world.audit).toMatchObject([{ action: 'framework-planned', subject: 'AP-2027', subjectVersion: 1 }]);
  const lame = tenderOutbox(world.ports, 'frameworks', {} as Parameters<typeof tenderOutbox<'frameworks'>>[2]);
  await world.ports.tenders.frameworks.save(stored, {
    ...stored.state,
    outbox: [{ kind: 'cancel-rounds', id: 'AP-2027-v1-1', version: 1, madeAt: world.clock.now }],
  });
  const cancel = await lame.get(stored.itemId);
  await expect(cancel?.perform('AP-2027-v1-1')).rejects.toThrow('Nothing performs cancel-rounds of Frameworks');
});
