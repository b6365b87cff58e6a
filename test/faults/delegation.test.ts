import { aMembership, deputy, head, schoolMembers, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import type { Membership } from '@ap/shared/domain/people/membership';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import { endDelegation, listDelegations, nameDelegate } from '../../functions/src/approvals/delegation.ts';
import { delegationClock } from '../../functions/src/approvals/delegation-clock.ts';
import { typedDelegation } from '../../functions/src/approvals/typed-delegation.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf, key } from '../ports/people.ts';

const buyerRef = '113800';
const idOf = ({ tenantId, objectId }: Person) => ({ tenantId, objectId });
const call = (by: Person) => ({ caller: callerOf(by), params: { buyerRef }, query: undefined, key: key('delegation') });
const naming = (by: Person, delegate: Person, from = '2026-11-24', until = '2026-11-27', approver?: Person) => ({
  ...call(by),
  body: {
    ...(approver ? { approver: idOf(approver) } : {}),
    delegate: idOf(delegate),
    from: localDate(from),
    until: localDate(until),
    why: 'planned-absence' as const,
  },
});
const ending = (by: Person) => ({ ...call(by), body: {} });
const placeOf = async ({ ports }: World, by: Person) =>
  (await listDelegations(ports)({ ...call(by), params: undefined, body: undefined })).places[0];
const told = ({ audit }: World) =>
  audit.filter(({ id }) => id.startsWith('DELEGATION-')).map(({ action, actor, refs }) => [action, actor, ...(refs ?? [])]);

describe('row 49: an approver names who decides while they are away', () => {
  test('a colleague, for some days; it is read again, replaced and ended, and the audit has who, when and why', async () => {
    const world = memoryWorld();
    const { ports } = world;
    expect((await placeOf(world, head))?.own?.colleagues.map(({ name }) => name).sort()).toEqual([deputy.name, senco.name].sort());
    const named = await nameDelegate(ports)(naming(head, deputy));
    expect(named.own).toMatchObject({
      present: { delegate: { name: deputy.name }, from: '2026-11-24', until: '2026-11-27' },
      namedBy: head.name,
      why: 'planned-absence',
    });
    expect((await placeOf(world, deputy))?.standsInFor).toEqual([{ approver: head.name, from: '2026-11-24', until: '2026-11-27' }]);
    expect((await nameDelegate(ports)(naming(head, senco))).own?.present?.delegate.name).toBe(senco.name);
    expect((await placeOf(world, deputy))?.standsInFor).toEqual([]);
    expect(await placeOf(world, senco)).toMatchObject({ standsInFor: [{ approver: head.name }], others: [] });
    expect((await placeOf(world, senco))?.own).toBeUndefined();
    const ended = await endDelegation(ports)(ending(head));
    expect(ended.own?.present).toBeUndefined();
    expect(ended.own?.past).toMatchObject([
      { delegate: { name: senco.name }, from: '2026-11-24', until: '2026-11-24', namedBy: head.name },
    ]);
    const by = personKey(head);
    const days = '2026-11-24/2026-11-27';
    expect(told(world)).toEqual([
      ['delegate-named', by, personKey(deputy), days, 'planned-absence'],
      ['delegation-changed', by, personKey(senco), days, 'planned-absence'],
      ['delegation-ended', by, personKey(senco), days, 'ended-early'],
    ]);
  });

  test('after a crash between the list and the audit, the clock tells the audit, once', async () => {
    const world = memoryWorld();
    const { ports } = world;
    const lost = { ...ports, audit: { append: () => Promise.reject(new Error('The machine has died')) } };
    await expect(nameDelegate(lost)(naming(head, deputy))).rejects.toThrow('died');
    expect(told(world)).toEqual([]);
    await delegationClock(ports)();
    await delegationClock(ports)();
    expect(told(world)).toHaveLength(1);
  });

  test('the day after the last it is taken out of the row, and the audit has the end', async () => {
    const world = memoryWorld();
    await nameDelegate(world.ports)(naming(head, deputy));
    world.clock.now = '2026-11-28T01:00:00Z';
    await delegationClock(world.ports)();
    await delegationClock(world.ports)();
    expect((await placeOf(world, head))?.own).toMatchObject({ past: [{ until: '2026-11-27' }] });
    expect(told(world).map(([action]) => action)).toEqual(['delegate-named', 'delegation-over']);
  });

  test('the contact names one of the approvers for an approver who is away, and nobody else', async () => {
    const world = memoryWorld();
    const contact = { ...stranger, name: 'B. Manager' };
    world.facts.members = [...schoolMembers, aMembership(deputy, ['approver']), aMembership(contact, ['contact'])].filter(
      (member, at, all) => all.findLastIndex(({ person }) => person === member.person) === at,
    );
    const caller = { ...callerOf(contact), memberships: [aMembership(contact, ['contact'])] };
    const named = await nameDelegate(world.ports)({ ...naming(contact, deputy, '2026-11-24', '2026-11-27', head), caller });
    expect(named.others.find(({ approver }) => approver.name === head.name)).toMatchObject({
      present: { delegate: { name: deputy.name } },
      namedBy: contact.name,
      colleagues: [{ name: deputy.name }],
    });
    await expect(nameDelegate(world.ports)({ ...naming(contact, senco, '2026-11-24', '2026-11-27', head), caller })).rejects.toMatchObject({
      code: 'delegate-not-allowed',
    });
  });

  test.each<[string, Parameters<typeof naming>, string]>([
    ['themselves', [head, head], 'delegate-not-allowed'],
    ['somebody of another school', [head, stranger], 'delegate-not-allowed'],
    ['days that end before they begin', [head, deputy, '2026-11-27', '2026-11-26'], 'dates-not-allowed'],
    ['days that are over', [head, deputy, '2026-11-02', '2026-11-06'], 'dates-not-allowed'],
    ['more than six months', [head, deputy, '2026-11-24', '2027-06-30'], 'dates-not-allowed'],
    ['anybody, as one who does not approve', [senco, deputy], 'not-an-approver'],
    ['anybody for another approver, as one who is no contact', [senco, deputy, '2026-11-24', '2026-11-27', head], 'not-an-approver'],
    ['anybody, as one who has no part in the school', [stranger, deputy], 'not-found'],
  ])('not %s', async (_, given, code) => {
    const { ports, facts } = memoryWorld();
    await expect(nameDelegate(ports)(naming(...given))).rejects.toMatchObject({ code });
    expect(facts.members.some(({ delegation }) => delegation !== undefined)).toBe(false);
  });
});

describe('row 49: a delegate whom somebody types into the list', () => {
  const commissioner = { ...stranger, name: 'C. Commissioner' };
  const typed = (world: World, to: Person | undefined) => {
    const days = { from: localDate('2026-11-24'), until: localDate('2026-11-27') };
    const typing = {
      of: 'delegation' as const,
      buyerRef,
      person: personKey(head),
      ...(to ? { delegation: { to: personKey(to), ...days } } : {}),
    };
    return typedDelegation(world.ports)(typing, commissioner, 'EDIT-BuyerMembers-1-2');
  };

  test('is kept with the name that the register has, noted once with who typed it, and ended when it is emptied', async () => {
    const world = memoryWorld();
    expect(await typed(world, deputy)).toEqual({ ok: true });
    expect(await typed(world, deputy)).toEqual({ ok: true });
    const own = world.facts.members.find(({ person }) => person === head) as Membership;
    expect(own.delegation?.to).toEqual(deputy);
    expect(await typed(world, undefined)).toEqual({ ok: true });
    expect(told(world).map(([action, actor, , , why]) => [action, actor, why])).toEqual([
      ['delegate-named', personKey(commissioner), 'typed-in-list'],
      ['delegation-ended', personKey(commissioner), 'typed-in-list'],
    ]);
  });

  test('is put back with the sentence of the rule', async () => {
    const world = memoryWorld();
    expect(await typed(world, stranger)).toEqual({ ok: false, sentence: 'Choose somebody who belongs to the same school or department.' });
    expect(told(world)).toEqual([]);
  });
});
