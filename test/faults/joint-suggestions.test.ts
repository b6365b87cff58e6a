import { jointSuggestionReply } from '@ap/shared/contract/joint-suggestions';
import { aBuyer, aCallOff, aMembership, head, officer, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import { listJointSuggestions } from '../../functions/src/block-purchases/joint-suggestions.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const nothing = { params: undefined, query: undefined, body: undefined, key: '' };
const schools = ['113800', '114000', '114001', '114002'];

/** So many schools around Dorchester, each with one open request that is alike. */
const opened = async (count: number) => {
  const world = memoryWorld();
  const { facts, ports, callOffs } = world;
  const [first, ...others] = schools.slice(0, count);
  facts.buyer = { ...facts.buyer, outcode: 'DT1' };
  facts.otherBuyers = others.map((ref) => aBuyer({ ref, name: `School ${ref}`, outcode: 'DT1' }));
  facts.listing = {
    ...facts.listing,
    rates: facts.listing.rates.map((rate) => ({ ...rate, volumeBands: [{ fromUnits: 20, unitPrice: pence(7_500) }] })),
  };
  for (const [at, buyerRef] of [first ?? '', ...others].entries()) {
    const callOff = aCallOff();
    const ref = `CO-PUPIL${at}`;
    const request = { ...callOff.request, buyerRef, pupilRef: `SECRET-${at}` };
    const written = await callOffs.add({ ...callOff, ref, idempotencyKey: ref, request });
    if (!written.ok) throw new Error(written.why);
  }
  const requesterOf = (buyerRef: string) => ({ ...callerOf(senco), memberships: [aMembership(senco, ['requester'], { buyerRef })] });
  const commissioner = { ...callerOf(officer), councilRoles: ['commissioner'] as const, commissioner: true };
  const listed = async (caller: typeof commissioner | ReturnType<typeof requesterOf>) =>
    (await listJointSuggestions(ports)({ ...nothing, caller })).suggestions;
  return { ports, requesterOf, commissioner, listed };
};

test('a commissioner sees which schools ask for the same, in which months, and in which service it could be bought', async () => {
  const { commissioner, listed } = await opened(3);
  const [suggestion, ...more] = await listed(commissioner);
  expect(more).toEqual([]);
  expect(jointSuggestionReply.parse(suggestion)).toEqual(suggestion);
  expect(suggestion).toMatchObject({
    lotName: 'Engagement',
    requests: 3,
    schools: 3,
    around: 'DT1',
    miles: 10,
    startsFrom: '2027-01',
    startsTo: '2027-01',
    from: '2027-01-01',
    to: '2027-03-31',
    names: ['Stour Vale School', 'School 114000', 'School 114001'],
    services: [{ serviceRef: 'S-00001', unit: 'day', units: 54 }],
  });
  expect(JSON.stringify(suggestion)).not.toContain('SECRET');
});

test('a school learns how many others ask, and neither who they are nor which requests; another learns nothing', async () => {
  const { requesterOf, listed } = await opened(3);
  const [suggestion] = await listed(requesterOf('114001'));
  expect(suggestion).toMatchObject({ own: { buyerRef: '114001', requests: 1 }, requests: 3, schools: 3, miles: 20 });
  expect(JSON.stringify(suggestion)).not.toMatch(/SECRET|CO-PUPIL[01]|113800|114000|Stour Vale|names/);
  expect(await listed(requesterOf('114002'))).toEqual([]);
});

test('where two schools ask, neither is told, for each would know the other; a commissioner is', async () => {
  const { requesterOf, commissioner, listed } = await opened(2);
  expect([(await listed(commissioner)).length, await listed(requesterOf('113800')), await listed(requesterOf('114000'))]).toEqual([
    1,
    [],
    [],
  ]);
});

test('only a requester is shown what their school could begin', async () => {
  const { listed, requesterOf } = await opened(3);
  const approver = { ...requesterOf('113800'), person: head, memberships: [aMembership(head, ['approver'])] };
  expect(await listed(approver)).toEqual([]);
});
