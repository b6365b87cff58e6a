import { aListing, head, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { keepChoice, listChoices } from '../../functions/src/directory/choices.ts';
import { getComparisonFile } from '../../functions/src/directory/comparison-file.ts';
import { readWorkbook } from '../../functions/src/imports/read-workbook.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const key = '0f0e0d0c-0000-4000-8000-000000000001';
const params = { buyerRef: '113800' };
const body = {
  serviceRef: 'S-00001',
  compared: ['S-00001', 'S-00002'],
  reason: 'The nearest, and it can start in January.',
  plan: '2d-both-5h-12w',
};

/** Two services of the register: the second is another name of the first. */
const worldOfTwo = (): World => {
  const world = memoryWorld();
  const facts = world.ports.providers.facts;
  const providers = {
    ...world.ports.providers,
    facts: async (serviceRef: string, age: 'fresh' | 'known') => {
      const found = await facts('S-00001', age);
      return serviceRef === 'S-00001' || !found.service
        ? found
        : {
            ...found,
            service: { ...found.service, ref: serviceRef, name: '=HYPERLINK("https://example.invalid")' },
            rates: found.rates.map((rate) => ({ ...rate, serviceRef })),
          };
    },
  };
  return { ...world, ports: { ...world.ports, providers } };
};
const keep = (world: World, changes: Partial<typeof body> = {}, who = senco, id = key) =>
  keepChoice(world.ports)({ caller: callerOf(who), params, query: undefined, body: { ...body, ...changes }, key: id });
const list = async (world: World, who = senco) =>
  (await listChoices(world.ports)({ caller: callerOf(who), params, query: undefined, body: undefined, key: '' })).choices;
const file = (world: World, query: { services?: string; plan?: string }, who = senco) =>
  getComparisonFile(world.ports)({ caller: callerOf(who), params, query, body: undefined, key: '' });

test('row 36: a choice is kept with its reason, who wrote it, and what each service and the whole plan cost by the register', async () => {
  const world = worldOfTwo();
  const kept = await keep(world);
  const { unit, price } = world.facts.listing.rates[0] ?? {};
  expect(kept).toMatchObject({ by: senco.name, at: world.clock.now, serviceRef: 'S-00001', reason: body.reason, plan: body.plan });
  expect(kept.compared.map(({ serviceRef, price: each, unit: per }) => [serviceRef, each, per])).toEqual([
    ['S-00001', price, unit],
    ['S-00002', price, unit],
  ]);
  expect(kept.compared[0]?.planned?.net).toBe((price ?? 0) * (kept.compared[0]?.planned?.units ?? 0));
  expect(await list(world, head)).toEqual([kept]);
});

test('sent twice it is kept once, and as it was first', async () => {
  const world = worldOfTwo();
  const first = await keep(world);
  world.facts.listing = aListing({
    rates: world.facts.listing.rates.map((rate) => ({ ...rate, price: (rate.price + 1) as typeof rate.price })),
  });
  expect(await keep(world)).toEqual(first);
  expect(await list(world)).toEqual([first]);
});

test('what is not compared, what cannot be requested now, and one alone are not chosen; a reason is needed', async () => {
  const world = worldOfTwo();
  await expect(keep(world, { serviceRef: 'S-00003' })).rejects.toMatchObject({ code: 'not-in-this-state', pointer: '/serviceRef' });
  await expect(keep(world, { compared: ['S-00001', 'S-00001'] })).rejects.toMatchObject({
    code: 'not-in-this-state',
    pointer: '/compared',
  });
  await expect(keep(world, { reason: '' })).rejects.toMatchObject({ code: 'reason-required' });
  await expect(keep(world, { plan: '2d-am-8h-12w' })).rejects.toMatchObject({ code: 'number-not-allowed' });
  const { service } = world.facts.listing;
  world.facts.listing = aListing({ service: service && { ...service, status: 'withdrawn' } });
  await expect(keep(world)).rejects.toMatchObject({ code: 'not-in-this-state' });
  expect(await list(world)).toEqual([]);
});

test('to those who are no members it is as if there were none', async () => {
  const world = worldOfTwo();
  await keep(world);
  for (const ask of [() => keep(world, {}, stranger), () => list(world, stranger), () => file(world, {}, stranger)])
    await expect(ask()).rejects.toMatchObject({ code: 'not-found' });
});

test('row 37: the workbook holds numbers that add up, the plan, and the reasons; what would be a formula is a text', async () => {
  const world = worldOfTwo();
  await keep(world);
  const { content, fileName } = await file(world, { services: 'S-00001,S-00002,S-00009', plan: body.plan });
  const bytes = Buffer.from(content, 'base64');
  expect(fileName).toMatch(/^Comparison \d{4}-\d\d-\d\d\.xlsx$/);
  const [comparison, reasons] = await readWorkbook(bytes);
  const [headings = [], ...rows] = comparison?.rows ?? [];
  const cell = (row: number, heading: string) => rows[row]?.[headings.indexOf(heading)];
  const { price = 0 } = world.facts.listing.rates[0] ?? {};
  expect([cell(0, 'Price ex VAT'), cell(0, 'Package ex VAT')]).toEqual([price / 100, (price * Number(cell(0, 'Units planned'))) / 100]);
  expect(cell(1, 'Service')).toBe('\'=HYPERLINK("https://example.invalid")');
  expect(reasons?.rows[1]).toEqual(expect.arrayContaining([senco.name, body.reason]));
});

test('without a choice of services the file has the whole shortlist, also what cannot be requested now, with why', async () => {
  const world = worldOfTwo();
  for (const serviceRef of ['S-00001', 'S-00002']) await world.ports.shortlists.add('113800', { serviceRef, addedAt: world.clock.now });
  const { service } = world.facts.listing;
  world.facts.listing = aListing({ service: service && { ...service, status: 'withdrawn' } });
  const [comparison] = await readWorkbook(Buffer.from((await file(world, {})).content, 'base64'));
  expect(comparison?.rows.slice(1).map((row) => row.at(-1))).toEqual(Array(2).fill('This service is no longer offered.'));
});
