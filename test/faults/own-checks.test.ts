import type { BodyOf } from '@ap/shared/contract/endpoint';
import type { recordOwnCheck as recordDeclared } from '@ap/shared/contract/record-own-check';
import { aMembership, councilTenant, schoolMembers, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import type { Person } from '@ap/shared/domain/people/person';
import type { Caller } from '../../functions/src/http/caller.ts';
import { getOwnChecks, listOwnChecks, recordOwnCheck } from '../../functions/src/quality/own-checks.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// A school's own check of a provider, over ports in memory: who records it, and who is shown it.

const callerOf = (person: Person, told: Partial<Caller> = {}): Caller => ({
  person,
  guest: false,
  client: 'deciding',
  memberships: schoolMembers.filter((membership) => membership.person === person),
  councilRoles: [],
  commissioner: false,
  ...told,
});
let keys = 0;
const call = (caller: Caller) => {
  keys += 1;
  return { caller, query: undefined, key: `a-key-of-a-test-${keys}` };
};
const body: BodyOf<typeof recordDeclared> = {
  checkedOn: localDate('2026-11-20'),
  headings: ['visited', 'staff-checks'],
  note: 'The rooms are calm.',
  reviewOn: localDate('2027-07-20'),
};
const providerRef = (world: World): string => world.facts.listing.provider?.ref ?? '';
const schoolRef = (world: World): string => world.facts.buyer?.ref ?? '';
const record = (world: World, caller: Caller, buyerRef = schoolRef(world), provider = providerRef(world)) =>
  recordOwnCheck(world.ports)({ ...call(caller), params: { buyerRef, providerRef: provider }, body });
const seen = async (world: World, caller: Caller) =>
  (await getOwnChecks(world.ports)({ ...call(caller), params: { providerRef: providerRef(world) }, body: undefined })).schools;

test("row 25, R1: a school's own check is recorded by its people, seen by them and by commissioners, and one audit event each", async () => {
  const world = memoryWorld();
  expect(await seen(world, callerOf(senco))).toEqual([
    { buyerRef: schoolRef(world), buyerName: world.facts.buyer?.name, department: false },
  ]);
  await record(world, callerOf(senco));
  await record(world, callerOf(senco));
  expect(await seen(world, callerOf(senco))).toMatchObject([
    { check: { checkedOn: '2026-11-20', checkedBy: senco.name, note: 'The rooms are calm.', reviewOn: '2027-07-20', overdue: false } },
  ]);
  const all = await listOwnChecks(world.ports)({ ...call(callerOf(senco)), params: { providerRef: providerRef(world) }, body: undefined });
  expect(all.schools).toMatchObject([{ buyerRef: schoolRef(world), check: { headings: ['visited', 'staff-checks'] } }]);
  await drain(world);
  expect(world.effects.queue).toEqual([]);
  expect(world.audit.map(({ action, subjectVersion }) => [action, subjectVersion])).toEqual([
    ['own-check-recorded', 1],
    ['own-check-recorded', 2],
  ]);
  world.clock.now = '2027-07-21T09:00:00Z';
  expect(await seen(world, callerOf(senco))).toMatchObject([{ check: { overdue: true } }]);
});

test('another school, and a commissioner who is of no school, neither record it nor are shown it as theirs', async () => {
  const world = memoryWorld();
  await record(world, callerOf(senco));
  const other = callerOf(stranger, { memberships: [aMembership(stranger, ['requester'], { buyerRef: '200000' })] });
  expect(await codeOf(record(world, other))).toBe('not-found');
  expect(await seen(world, other)).toEqual([]);
  const helen: Person = { ...stranger, tenantId: councilTenant, name: 'Helen Strand' };
  expect(
    await codeOf(
      record(world, callerOf(helen, { commissioner: true, memberships: [aMembership(helen, ['commissioner'], { buyerRef: 'CD-SEND' })] })),
    ),
  ).toBe('not-found');
});

test('somebody who has left the school since they signed in records nothing', async () => {
  const world = memoryWorld();
  world.facts.members = world.facts.members.filter(({ person }) => person !== senco);
  expect(await codeOf(record(world, callerOf(senco)))).toBe('not-yours');
  expect(await world.ports.quality.ownChecks.known()).toEqual([]);
});

test('a provider that is not on the framework is not checked', async () => {
  const world = memoryWorld();
  expect(await codeOf(record(world, callerOf(senco), schoolRef(world), 'P-9999'))).toBe('not-found');
});
