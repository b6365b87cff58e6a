import { deputy, head, senco, stranger } from '@ap/shared/domain/call-off.fixture';
import { localDate } from '@ap/shared/domain/local-date';
import type { Person } from '@ap/shared/domain/person';
import { endDelegation, getDelegation, nameDelegate } from '../../functions/src/approvals/delegation.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf, key } from '../ports/people.ts';

const params = { buyerRef: '113800' };
const call = (by: Person) => ({ caller: callerOf(by), params, query: undefined, body: undefined, key: key('delegation') });
const naming = (by: Person, delegate: Person, from = '2026-11-24', until = '2026-11-27') => ({
  ...call(by),
  body: {
    delegate: { tenantId: delegate.tenantId, objectId: delegate.objectId },
    from: localDate(from),
    until: localDate(until),
  },
});

describe('row 49: an approver names who decides while they are away', () => {
  test('a colleague, for some days; it is read again, replaced and ended', async () => {
    const { ports } = memoryWorld();
    expect((await getDelegation(ports)(call(head))).colleagues.map(({ name }) => name).sort()).toEqual([deputy.name, senco.name].sort());
    const named = await nameDelegate(ports)(naming(head, deputy));
    expect(named.delegation).toMatchObject({ delegate: { name: deputy.name }, from: '2026-11-24', until: '2026-11-27' });
    expect((await nameDelegate(ports)(naming(head, senco))).delegation?.delegate.name).toBe(senco.name);
    expect((await endDelegation(ports)(call(head))).delegation).toBeUndefined();
    expect((await getDelegation(ports)(call(head))).delegation).toBeUndefined();
  });

  test.each<[string, Parameters<typeof naming>, string]>([
    ['themselves', [head, head], 'delegate-not-allowed'],
    ['somebody of another school', [head, stranger], 'delegate-not-allowed'],
    ['days that end before they begin', [head, deputy, '2026-11-27', '2026-11-26'], 'dates-not-allowed'],
    ['days that are over', [head, deputy, '2026-11-02', '2026-11-06'], 'dates-not-allowed'],
    ['more than six months', [head, deputy, '2026-11-24', '2027-06-30'], 'dates-not-allowed'],
    ['anybody, as one who does not approve', [senco, deputy], 'not-found'],
    ['anybody, as one who has no part in the school', [stranger, deputy], 'not-found'],
  ])('not %s', async (_, given, code) => {
    const { ports, facts } = memoryWorld();
    await expect(nameDelegate(ports)(naming(...given))).rejects.toMatchObject({ code });
    expect(facts.members.some(({ delegation }) => delegation !== undefined)).toBe(false);
  });
});
