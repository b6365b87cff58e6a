import { withDelegation } from '@ap/shared/domain/approvals/delegation-log';
import { aBuyer, aMembership, councilTenant, deputy, head, officer, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import type { Membership } from '@ap/shared/domain/people/membership';
import type { PersonId } from '@ap/shared/domain/people/person';
import { refused } from '@ap/shared/domain/refusal';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import type { BuyerRegister } from '../../functions/src/ports/buyers.ts';
import type { Age } from '../../functions/src/ports/providers.ts';

export interface OpenedBuyers {
  readonly buyers: BuyerRegister;
  /** The same lists as another process reads them that starts later. */
  readonly restarted: () => BuyerRegister;
}

let count = 0;
/** A school with three members and a department with one, under references that nobody else has. */
const told = () => {
  count += 1;
  const mark = String(count).padStart(3, '0');
  const school = aBuyer({ ref: `900${mark}`, name: `School ${mark}` });
  const department = aBuyer({ ref: `CD-${mark}`, name: `Department ${mark}`, type: 'council-department', tenantIds: [councilTenant] });
  const rows = [
    aMembership(senco, ['requester'], { buyerRef: school.ref }),
    aMembership(head, ['approver', 'contact'], { buyerRef: school.ref }),
    aMembership(deputy, ['requester'], { buyerRef: school.ref, status: 'removed' }),
    aMembership(officer, ['approver'], { buyerRef: department.ref, payers: ['council-budget', 'ehc-top-up'] }),
  ];
  return { school, department, rows };
};

const ages: readonly Age[] = ['fresh', 'known'];
const byPerson = (members: readonly Membership[]) => [...members].sort((one, other) => one.person.name.localeCompare(other.person.name));

/** What every register of buyers does; `open` is given what the lists say, among other rows. */
export const buyerRegisterContract = (
  open: (rows: { readonly buyers: readonly Buyer[]; readonly members: readonly Membership[] }) => Promise<OpenedBuyers>,
): void => {
  const opened = async (change: Partial<ReturnType<typeof told>> = {}) => {
    const facts = { ...told(), ...change };
    return { ...facts, ...(await open({ buyers: [facts.school, facts.department], members: facts.rows })) };
  };

  test.each(ages)('a buyer and its members are found by its reference (%s), whatever their status', async (age) => {
    const { buyers, school, rows } = await opened();
    expect(await buyers.buyer(school.ref, age)).toEqual(school);
    expect(byPerson(await buyers.members(school.ref, age))).toEqual(byPerson(rows.filter(({ buyerRef }) => buyerRef === school.ref)));
    expect(await buyers.all()).toContainEqual(school);
  });

  test.each(ages)('a buyer that is not on the register is not found, and has no members (%s)', async (age) => {
    const { buyers } = await opened();
    expect([await buyers.buyer('999999', age), await buyers.members('999999', age)]).toEqual([undefined, []]);
  });

  test.each(ages)('a department is not found by its reference in other capitals (%s)', async (age) => {
    const { buyers, department } = await opened();
    const ref = department.ref.toLowerCase();
    expect([await buyers.buyer(ref, age), await buyers.members(ref, age)]).toEqual([undefined, []]);
  });

  test.each(ages)("the council's members are those of active departments alone (%s)", async (age) => {
    const { buyers, rows, department, school } = await opened();
    expect(await buyers.councilMembers(age)).toContainEqual(rows[3]);
    expect((await buyers.councilMembers(age)).map(({ buyerRef }) => buyerRef)).not.toContain(school.ref);
    const closed = await opened({ department: { ...department, ref: `${department.ref}-C`, status: 'closed' } });
    expect((await closed.buyers.councilMembers(age)).map(({ buyerRef }) => buyerRef)).not.toContain(`${department.ref}-C`);
  });

  test('a person is known at each buyer, by tenant and id whatever their capitals', async () => {
    const { buyers, school, rows } = await opened();
    const upper = { tenantId: senco.tenantId.toUpperCase(), objectId: senco.objectId.toUpperCase() };
    const here = (members: readonly Membership[]) => members.filter(({ buyerRef }) => buyerRef === school.ref);
    expect(here(await buyers.membershipsOf(upper))).toEqual([rows[0]]);
    expect(here(await buyers.membershipsOf({ ...senco, tenantId: councilTenant }))).toEqual([]);
  });

  test('a delegation is set in the row of its approver, read by a later process, replaced and ended; every other column stays', async () => {
    const { buyers, restarted, school, rows } = await opened();
    const own = rows[1] as Membership;
    const delegation = { to: senco, from: localDate('2026-11-24'), until: localDate('2026-11-27') };
    const set = (to: Membership['delegation'], person: PersonId = head) =>
      buyers.changeDelegation(school.ref, person, ({ approver, members }) => {
        expect(members.filter(({ buyerRef }) => buyerRef === school.ref)).toHaveLength(3);
        return approver
          ? { ok: true, member: withDelegation(approver, to, { by: head, now: '2026-11-24T10:00:00Z', why: 'planned-absence' }) }
          : refused('not-an-approver', 'There is no such row.');
      });
    const first = await set(delegation);
    const event = { number: 1, action: 'delegate-named', at: '2026-11-24T10:00:00Z', by: head, why: 'planned-absence', ...delegation };
    expect(first).toEqual({ ok: true, member: { ...own, delegation, delegationEvents: [event] } });
    const written = first.ok ? first.member : own;
    for (const reading of [buyers, restarted()]) {
      expect(await reading.members(school.ref, 'fresh')).toContainEqual(written);
      expect(await reading.delegations()).toContainEqual(written);
    }
    expect(await set(delegation)).toEqual(first);
    expect(await set({ ...delegation, to: officer })).toMatchObject({ ok: true, member: { delegation: { to: officer } } });
    await set(undefined);
    const ended = (await restarted().members(school.ref, 'fresh')).find(({ person }) => person.objectId === head.objectId);
    expect(ended).toMatchObject(own);
    expect(ended?.delegation).toBeUndefined();
    expect(ended?.delegationEvents?.map(({ number, action }) => `${number} ${action}`)).toEqual([
      '1 delegate-named',
      '2 delegation-changed',
      '3 delegation-ended',
    ]);
    expect(await set(delegation, officer)).toMatchObject({ ok: false, code: 'not-an-approver' });
  });

  test('a new membership is one row, seen at once and by a later process', async () => {
    const { buyers, restarted, department } = await opened();
    const made: Membership = { buyerRef: department.ref, person: senco, status: 'asked', roles: ['requester'], payers: [] };
    expect(await buyers.setMembership(department.ref, senco, 'asked', ['requester'])).toEqual(made);
    for (const reading of [buyers, restarted()])
      for (const age of ages) expect(await reading.members(department.ref, age)).toContainEqual(made);
    expect(await buyers.membershipsOf(senco)).toContainEqual(made);
  });

  test('a change leaves the limit, the money and the name as a commissioner wrote them', async () => {
    const { buyers, restarted, department } = await opened();
    const officers = async (reading: BuyerRegister) =>
      (await reading.members(department.ref, 'fresh')).filter(({ roles }) => roles.length > 0);
    const renamed = { ...officer, name: 'Another Name', email: 'another@council.example' };
    const changed = await buyers.setMembership(department.ref, renamed, 'removed', ['approver', 'contact']);
    expect(changed).toMatchObject({ status: 'removed', roles: ['approver', 'contact'], person: officer, approvalLimit: pence(1_000_000) });
    expect(changed.payers).toEqual(['council-budget', 'ehc-top-up']);
    expect(await officers(buyers)).toEqual([changed]);
    expect(await officers(restarted())).toEqual([changed]);
  });
};
