import { aBuyer } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Membership } from '@ap/shared/domain/people/membership';
import { buyerMembers, fromMembership } from '@ap/shared/lists/buyer-members';
import { buyers as buyerList, fromBuyer } from '@ap/shared/lists/buyers';
import type { ListDefinition } from '@ap/shared/lists/list';
import { buyerRegister } from './buyer-register.ts';
import { listMirror } from './list-mirror.ts';
import type { KeptLists } from './mirrors.ts';

/** A list that is told what was written to it, as a feed tells it. */
const aList = (list: ListDefinition) => {
  let told: object[] = [];
  let version = 0;
  const changes = async () => ({ changes: told.splice(0), next: 'next', complete: false, began: Date.now() });
  const mirror = listMirror({ changes } as never, list.title, { event: () => undefined }, Date.now, ({ fields }) =>
    String((fields as { Title?: unknown }).Title),
  );
  return {
    mirror,
    put: (id: number, fields: object) => {
      version += 1;
      told = [...told, { kind: 'row', row: { id, eTag: `"${id},${version}"`, fields } }];
    },
    remove: (id: number) => {
      told = [...told, { kind: 'deleted', id }];
    },
  };
};

test('who acts for which buyer is as the lists say at the moment: a row that comes, changes or goes is heeded at the next reading', async () => {
  const school = aBuyer();
  const [somebody, another] = ['1', '2'].map((digit) => ({
    tenantId: `${digit}1111111-1111-4111-8111-111111111111`,
    objectId: `${digit}2222222-2222-4222-8222-222222222222`,
    name: 'Somebody',
    email: 'somebody@example.org',
  })) as [Membership['person'], Membership['person']];
  const membership: Membership = { buyerRef: school.ref, person: somebody, roles: ['requester'], status: 'active', payers: [] };
  const [buyers, members] = [aList(buyerList), aList(buyerMembers)];
  buyers.put(1, fromBuyer(school));
  members.put(1, fromMembership(membership));
  // Rows that were read before anybody asked who calls are known all the same.
  await Promise.all([buyers.mirror.refresh(), members.mirror.refresh()]);
  const register = buyerRegister({ buyers, buyerMembers: members } as unknown as KeptLists);
  const rolesOf = async (person: Membership['person']) => (await register.membershipsOf(person)).map(({ roles }) => roles);

  expect(await rolesOf(somebody)).toEqual([['requester']]);
  expect(await rolesOf(another)).toEqual([]);
  const first = await register.all();
  expect(first.map(({ name }) => name)).toEqual([school.name]);
  expect(await register.all()).toBe(first);

  members.put(1, fromMembership({ ...membership, person: another }));
  buyers.put(1, fromBuyer({ ...school, status: 'closed' }));
  await Promise.all([buyers.mirror.refresh(), members.mirror.refresh()]);
  expect(await rolesOf(somebody)).toEqual([]);
  expect(await rolesOf(another)).toEqual([['requester']]);
  expect((await register.all()).map(({ status }) => status)).toEqual(['closed']);

  members.remove(1);
  await members.mirror.refresh();
  expect(await rolesOf(another)).toEqual([]);
});

test('a buyer that changes while buyers are read is not remembered as it was', async () => {
  for (let turns = 0; turns < 25; turns += 1) {
    const [buyers, members] = [aList(buyerList), aList(buyerMembers)];
    buyers.put(1, fromBuyer(aBuyer({ name: 'Before' })));
    await Promise.all([buyers.mirror.refresh(), members.mirror.refresh()]);
    const register = buyerRegister({ buyers, buyerMembers: members } as unknown as KeptLists);
    const reading = register.all();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    buyers.mirror.put({ id: 1, eTag: '"1,2"', fields: fromBuyer(aBuyer({ name: 'After' })) as never });
    await reading;
    expect([turns, (await register.all()).map(({ name }) => name)]).toEqual([turns, ['After']]);
  }
});
