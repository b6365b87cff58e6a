import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { aMembership, anOrder, officer } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { recordOverride, recordPupilsElsewhere } from '../../functions/src/ledgers/limits.ts';
import { mailOrderToProvider } from '../../functions/src/orders/order-effects.ts';
import { morningCard } from '../../functions/src/quality/morning-card.ts';
import { qualityToday } from '../../functions/src/quality/quality-today.ts';
import { listRegistrationLoads } from '../../functions/src/quality/registration-loads.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, key } from '../ports/people.ts';

// The threshold of registration over the use cases: what commissioners see, and what stops an order at the last moment.

const pupil = (number: number): CallOff => {
  const order = anOrder();
  const { request, price } = order;
  return {
    ...order,
    ref: `CO-TEST-000${number}`,
    idempotencyKey: `key-of-test-000${number}`,
    request: {
      ...request,
      pupilRef: `P-${number}`,
      pattern: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: 'both', hoursPerDay: 4 },
    },
    price: { ...price, hoursPerWeek: 20 },
    order: { number: `AP-00000${number}`, madeAt: '2026-11-24T10:00:00Z', state: 'awaiting-provider' },
    outbox: [],
  };
};
const withPupils = async (count: number): Promise<World> => {
  const world = memoryWorld();
  for (let number = 1; number <= count; number += 1) await world.callOffs.add(pupil(number));
  return world;
};
const effect = { id: 'e', kind: 'mail-order-to-provider', version: 1, madeAt: '2026-11-24T10:00:00Z' } as never;

test('row 22, R14: commissioners see counts of providers that come near, and are warned on the morning card; nobody is warned of others', async () => {
  const below = await listRegistrationLoads((await withPupils(3)).ports)();
  expect(below.providers).toMatchObject([{ standing: 'below', fullTime: 3 }]);
  const world = await withPupils(4);
  const reply = await listRegistrationLoads(world.ports)();
  const { providers } = reply;
  expect(providers).toMatchObject([{ standing: 'near', fullTime: 4, on: '2027-01-12', view: { state: 'holds' } }]);
  expect(reply).toMatchObject({ policy: { pupils: 5, fullTimeAbove: 18 }, rule: { title: 'Registration as a school', toCompare: true } });
  expect(JSON.stringify(reply)).not.toContain('P-1"');
  expect(providers[0]?.sentence).toContain('4 pupils of compulsory school age come');
  const card = JSON.stringify(morningCard(await qualityToday(world.ports), 'https://ap.council.example/'));
  expect(card).toContain('Near the number of pupils at which it must register');
});

test('row 22, R12: an order that would come to the threshold does not leave, is held on its item, and the school is told no number', async () => {
  const world = await withPupils(5);
  const mailed = await Promise.all(
    (await world.callOffs.known()).map((stored) =>
      mailOrderToProvider(world.ports, 'the commissioning team', (id) => `https://ap.council.example/offer/#${id}`)(stored, effect),
    ),
  );
  expect(mailed.map(({ state, reason }) => [state, reason])).toEqual([
    ...Array.from({ length: 4 }, () => ['done', undefined]),
    ['stuck', 'registration-threshold'],
  ]);
  const held = await world.callOffs.find('CO-TEST-0005');
  expect(held?.callOff.attention).toMatchObject([{ reason: 'order-not-sent' }]);
  expect(held?.callOff.attention?.[0]?.detail).not.toMatch(/\d/);
});

test('R17: a number that nobody has set is on the morning card until somebody sets it', async () => {
  const world = memoryWorld();
  const card = async () => JSON.stringify(morningCard(await qualityToday(world.ports), 'https://ap.council.example/'));
  expect(await card()).not.toContain('No number in Settings');
  world.facts.phones = { mash: '01632 960001' };
  expect(await card()).toContain('Local authority designated officer');
});

test('row 22, R12: commissioners see what a provider declares from elsewhere among its counts, and how many are allowed', async () => {
  const world = await withPupils(3);
  world.facts.officers = [...world.facts.officers, aMembership(officer, ['commissioner'], { buyerRef: 'CD-SEND' })];
  const given = { caller: { ...callerOf(officer), commissioner: true }, params: { ref: 'RL-P-0001' }, query: undefined };
  const asAt = localDate('2026-11-24');
  const until = localDate('2027-03-31');
  await recordPupilsElsewhere(world.ports)({
    ...given,
    key: key('else'),
    body: { pupils: 1, withPlan: 0, asAt, reason: 'Told at the visit.' },
  });
  await recordOverride(world.ports)({
    ...given,
    key: key('allow'),
    body: { allowed: { kind: 'pupils', pupils: 6, withPlan: 0 }, until, reason: 'Agreed at the visit.' },
  });
  const [provider] = (await listRegistrationLoads(world.ports)()).providers;
  expect(provider).toMatchObject({
    standing: 'near',
    fullTime: 4,
    elsewhere: { pupils: 1, withPlan: 0, asAt },
    allowed: { pupils: 6, withPlan: 0, until },
  });
  expect(provider?.sentence).toContain('1 of them comes from elsewhere, as the provider declares.');
});
