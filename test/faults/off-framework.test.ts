import type { BodyOf } from '@ap/shared/contract/endpoint';
import { type actOnOffFramework as actDeclared, type OffFrameworkReply, offFrameworkReply } from '@ap/shared/contract/off-framework';
import { aBuyer, aMembership, head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { aText } from '@ap/shared/domain/off-framework/off-framework.fixture';
import type { OffFrameworkText } from '@ap/shared/domain/off-framework/off-framework-purchase';
import type { Person } from '@ap/shared/domain/people/person';
import { getDeclaredFile, listDeclaredPurchases } from '../../functions/src/insight/declared-purchases.ts';
import { actOnOffFramework, declareOffFramework, listOffFramework } from '../../functions/src/insight/off-framework.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';

type Act = BodyOf<typeof actDeclared>;
const nothing = { params: undefined, query: undefined, body: undefined, key: '' };

/** Two schools: the SENCO is of the first, the head of both. */
const opened = () => {
  const world = memoryWorld();
  const { ports, facts } = world;
  facts.otherBuyers = [aBuyer({ ref: '114000', name: 'Harbour Academy', type: 'academy' })];
  facts.members = [
    aMembership(senco, ['requester']),
    aMembership(head, ['approver']),
    aMembership(head, ['approver'], { buyerRef: '114000' }),
  ];
  const callerFor = (who: Person) => ({ ...callerOf(who), memberships: facts.members.filter(({ person }) => person === who) });
  let turn = 0;
  const nextKey = () => `0f0e0d0c-0000-4000-8000-0000000${10_000 + ++turn}`;
  return {
    world,
    declare: (told: Partial<OffFrameworkText> = {}, who = senco, buyerRef = '113800', key = nextKey()) => {
      const { lotKey, because, ...rest } = aText({ lotKey: 'AP-2026-1', ...told });
      const purchase = { ...rest, ...(lotKey === undefined ? {} : { lotKey }), ...(because === undefined ? {} : { because }) };
      return declareOffFramework(ports)({ ...nothing, caller: callerFor(who), body: { buyerRef, purchase }, key });
    },
    act: ({ ref }: Pick<OffFrameworkReply, 'ref'>, body: Act, who = senco) =>
      actOnOffFramework(ports)({ ...nothing, caller: callerFor(who), params: { ref }, body, key: nextKey() }),
    list: (who: Person) => listOffFramework(ports)({ ...nothing, caller: callerFor(who) }),
    declared: (from = '2026-09-01', to = '2026-11-30') =>
      listDeclaredPurchases(ports)({ ...nothing, caller: callerFor(officer), query: { from: localDate(from), to: localDate(to) } }),
    file: (query: Parameters<ReturnType<typeof getDeclaredFile>>[0]['query']) =>
      getDeclaredFile(ports)({ ...nothing, caller: callerFor(officer), query }),
  };
};

test('a purchase is declared once for each key, by the names of the register, and is a line of the audit chain', async () => {
  const { world, declare } = opened();
  const one = await declare({}, senco, '113800', '0f0e0d0c-0000-4000-8000-000000000001');
  const again = await declare({}, senco, '113800', '0f0e0d0c-0000-4000-8000-000000000001');
  expect(again).toEqual(one);
  expect(offFrameworkReply.parse(one)).toEqual(one);
  expect(one).toMatchObject({ buyerName: world.facts.buyer.name, lotName: 'Engagement', net: 480_000, version: 1 });
  expect(one.may).toEqual(['correct-purchase', 'withdraw-purchase']);
  await drain(world);
  expect(world.audit.filter(({ subject }) => subject === one.ref).map(({ action }) => action)).toEqual(['off-framework-declared']);
});

test('each sees what their own schools declared, and for which of them they can declare', async () => {
  const { declare, list } = opened();
  await declare();
  await declare({ providerName: 'Harbour Tuition' }, head, '114000');
  const [ofSenco, ofHead, ofStranger] = await Promise.all([list(senco), list(head), list(stranger)]);
  expect(ofSenco.purchases.map(({ buyerRef }) => buyerRef)).toEqual(['113800']);
  expect(ofHead.purchases.map(({ buyerRef }) => buyerRef).sort()).toEqual(['113800', '114000']);
  expect([ofSenco, ofHead, ofStranger].map(({ buyers }) => buyers.map(({ ref }) => ref).sort())).toEqual([
    ['113800'],
    ['113800', '114000'],
    [],
  ]);
  expect(ofStranger.purchases).toEqual([]);
});

test('nobody declares for another school, corrects its declaration or learns that there is one', async () => {
  const { declare, act } = opened();
  const other = await declare({}, head, '114000');
  await expect(declare({}, senco, '114000')).rejects.toMatchObject({ code: 'not-found' });
  await expect(act(other, { kind: 'withdraw-purchase', seen: 1, reason: 'Mine.' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(act({ ref: 'OF-NONE' }, { kind: 'withdraw-purchase', seen: 1, reason: 'Mine.' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a colleague corrects what was declared, by the version that they have read; a withdrawn one counts no more', async () => {
  const { declare, act, declared } = opened();
  const one = await declare();
  const { lotKey: _lot, because: _because, ...purchase } = aText({ net: pence(100_000) });
  const corrected = await act(one, { kind: 'correct-purchase', seen: 1, purchase }, head);
  expect(corrected).toMatchObject({ net: 100_000, version: 2 });
  expect(corrected.history.at(-1)).toMatchObject({ by: head.name, what: 'Corrected', comment: 'lot was AP-2026-1; cost was £4,800.00' });
  await expect(act(one, { kind: 'withdraw-purchase', seen: 1, reason: 'Twice.' })).rejects.toMatchObject({ code: 'stale-version' });
  const gone = await act(one, { kind: 'withdraw-purchase', seen: 2, reason: 'Twice.' });
  expect(gone).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'Twice.', may: [] });
  expect((await declared()).purchases).toEqual([]);
});

test('commissioners read what falls into the months of these days, and not who declared it', async () => {
  const { declare, declared } = opened();
  await declare({ from: '2026-11', to: '2026-12', net: pence(300) });
  await declare({ from: '2027-01', to: '2027-02' });
  const told = await declared();
  expect(told.purchases).toMatchObject([{ net: 300, within: 150, buyerName: 'Stour Vale School', lotName: 'Engagement' }]);
  expect(JSON.stringify(told)).not.toContain(senco.name);
  await expect(declared('2026-12-01', '2026-11-01')).rejects.toMatchObject({ code: 'input-not-understood', pointer: '/query/from' });
});

test('the file is a workbook of what passes the filters', async () => {
  const { declare, file } = opened();
  await declare();
  const { fileName, content } = await file({ from: localDate('2026-09-01'), to: localDate('2026-11-30'), lot: 'none' });
  expect(fileName).toBe('Outside the framework 2026-09 to 2026-11.xlsx');
  expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK');
});
