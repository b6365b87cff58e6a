import type { BodyOf } from '@ap/shared/contract/endpoint';
import type { decideVisit as decideDeclared, planVisit as planDeclared } from '@ap/shared/contract/visits';
import { aMembership, councilTenant } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import type { Person } from '@ap/shared/domain/people/person';
import type { Caller } from '../../functions/src/http/caller.ts';
import { qualityToday } from '../../functions/src/quality/quality-today.ts';
import { decideVisit, listVisits, planVisit } from '../../functions/src/quality/visits.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// A visit from its plan to its last action, over ports in memory: the real decisions, outbox and performers.

const helen: Person = {
  tenantId: councilTenant,
  objectId: '00000001-0000-4000-8000-0000000000c1',
  name: 'Helen Strand',
  email: 'h@council.example',
};
const started = (): World => {
  const world = memoryWorld();
  world.facts.officers = [...world.facts.officers, aMembership(helen, ['commissioner'], { buyerRef: 'CD-SEND' })];
  return world;
};
const caller: Caller = { person: helen, guest: false, client: 'deciding', memberships: [], councilRoles: [], commissioner: true };
let keys = 0;
const call = () => {
  keys += 1;
  return { caller, query: undefined, key: `a-key-of-a-test-${keys}` };
};
const plan = (world: World, body: BodyOf<typeof planDeclared>) => planVisit(world.ports)({ ...call(), params: undefined, body });
const decide = (world: World, ref: string, body: BodyOf<typeof decideDeclared>) =>
  decideVisit(world.ports)({ ...call(), params: { ref }, body });
const providerRef = (world: World): string => world.facts.listing.provider?.ref ?? '';
const day = localDate;

test('row 23, R21: a visit is planned, moved and held; its actions have due dates, evidence and an end, and every step is one audit event', async () => {
  const world = started();
  const { ref } = await plan(world, { providerRef: providerRef(world), plannedFor: day('2026-12-01') });
  expect((await decide(world, ref, { kind: 'move', plannedFor: day('2026-11-25') })).plannedFor).toBe('2026-11-25');
  expect(await codeOf(decide(world, ref, { kind: 'add-action', text: 'Mend the gate.', dueOn: day('2026-12-05') }))).toBe(
    'not-in-this-state',
  );
  await decide(world, ref, { kind: 'record', heldOn: day('2026-11-24'), findings: 'The gate does not close.' });
  expect(await codeOf(decide(world, ref, { kind: 'add-action', text: 'Mend the gate.' }))).toBe('input-not-understood');
  await decide(world, ref, { kind: 'add-action', text: 'Mend the gate.', dueOn: day('2026-12-05') });
  await decide(world, ref, { kind: 'add-action', text: 'Put up the fire plan.', dueOn: day('2026-12-08') });
  await drain(world);
  expect(world.mails.map(({ to, html }) => [to, /Mend the gate|fire plan/.exec(html)?.[0]])).toEqual([
    [world.facts.listing.provider?.email, 'Mend the gate'],
    [world.facts.listing.provider?.email, 'fire plan'],
  ]);

  world.clock.now = '2026-12-07T09:00:00Z';
  expect((await qualityToday(world.ports)).day.overdueActions).toMatchObject([
    { cameOf: 'visit', of: ref, dueOn: '2026-12-05', evidenceReceived: false },
  ]);
  const [gate, fire] =
    (await listVisits(world.ports)({ ...call(), params: undefined, query: {}, body: undefined })).visits[0]?.actions ?? [];
  expect([gate?.overdue, fire?.overdue]).toEqual([true, false]);
  await decide(world, ref, { kind: 'evidence-action', actionRef: gate?.ref, link: 'https://council.example/evidence/1' });
  expect((await qualityToday(world.ports)).day.overdueActions).toMatchObject([{ of: ref, evidenceReceived: true }]);
  expect(await codeOf(decide(world, ref, { kind: 'close' }))).toBe('actions-open');
  await decide(world, ref, { kind: 'finish-action', actionRef: gate?.ref });
  await decide(world, ref, { kind: 'finish-action', actionRef: fire?.ref });
  expect(await decide(world, ref, { kind: 'close' })).toMatchObject({ status: 'closed', may: [] });
  await drain(world);
  expect(world.effects.queue).toEqual([]);
  const stored = await world.ports.quality.visits.find(ref);
  expect(world.audit.map(({ subjectVersion }) => subjectVersion)).toEqual(
    Array.from({ length: stored?.state.version ?? 0 }, (_, i) => i + 1),
  );
});

test('an action that is done before its mail goes out is not mailed any more', async () => {
  const world = started();
  const { ref } = await plan(world, { providerRef: providerRef(world), plannedFor: day('2026-11-24') });
  await decide(world, ref, { kind: 'record', heldOn: day('2026-11-24'), findings: 'All well but for the gate.' });
  const { actions } = await decide(world, ref, { kind: 'add-action', text: 'Mend the gate.', dueOn: day('2026-12-05') });
  await decide(world, ref, { kind: 'finish-action', actionRef: actions[0]?.ref });
  await drain(world);
  expect(world.mails).toEqual([]);
});

test('a provider that is not on the framework is not visited', async () => {
  const world = started();
  expect(await codeOf(plan(world, { providerRef: 'P-9999', plannedFor: day('2026-12-01') }))).toBe('not-found');
});

test('row 23: a provider without a planned visit is due for one: at once where it never had any, else a year after the last', async () => {
  const world = started();
  const due = async () => (await listVisits(world.ports)({ ...call(), params: undefined, query: {}, body: undefined })).due;
  expect(await due()).toMatchObject([{ providerRef: providerRef(world) }]);
  const { ref } = await plan(world, { providerRef: providerRef(world), plannedFor: day('2026-11-24') });
  expect(await due()).toEqual([]);
  await decide(world, ref, { kind: 'record', heldOn: day('2026-11-24'), findings: 'All well.' });
  expect(await due()).toEqual([]);
  world.clock.now = '2027-10-20T09:00:00Z';
  expect(await due()).toMatchObject([{ providerRef: providerRef(world), dueOn: '2027-11-24' }]);
});
