import type { MemberRole, Membership } from '@ap/shared/domain/people/membership';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import type { BuyerRegister } from '../ports/buyers.ts';
import { callerOf, holdsAny } from './caller.ts';
import type { VerifiedUser } from './user-token.ts';

const council = '11111111-1111-4111-8111-111111111111';
const trust = '22222222-2222-4222-8222-222222222222';
const stranger = '33333333-3333-4333-8333-333333333333';
const objectId = '44444444-4444-4444-8444-444444444444';

const buyer = (change: Partial<Buyer>): Buyer => ({
  ref: '113855',
  name: 'A school',
  type: 'academy',
  phase: 'secondary',
  status: 'active',
  tenantIds: [trust],
  termDates: [],
  ...change,
});

const user = (change: Partial<VerifiedUser>): VerifiedUser => ({
  tenantId: trust,
  objectId,
  name: 'Token name',
  email: 'token@school.example',
  guest: false,
  client: 'deciding',
  ...change,
});

const member = (buyerRef: string, tenantId: string, roles: readonly MemberRole[], status: Membership['status'] = 'active'): Membership => ({
  buyerRef,
  person: { tenantId, objectId, name: 'Register name', email: 'register@school.example' },
  roles,
  status,
  payers: [],
});

/** The two questions that a caller is made from, answered by a register that holds just this. */
const register = (buyers: readonly Buyer[], memberships: readonly Membership[]): BuyerRegister => ({
  all: async () => buyers,
  membershipsOf: async () => memberships,
  buyer: async (ref) => buyers.find((known) => known.ref === ref),
  members: async () => memberships,
  councilMembers: async () => [],
  changeDelegation: async () => {
    throw new Error('Nobody is stood in for here');
  },
  delegations: async () => [],
  setMembership: async () => {
    throw new Error('Nobody is made a member here');
  },
});

const codeOf = (made: Promise<unknown>): Promise<unknown> =>
  made.then(
    () => 'let in',
    (error: { code: string }) => error.code,
  );

test('somebody of a tenant that an active buyer lists is let in, under the name of the register', async () => {
  const caller = await callerOf(user({}), register([buyer({})], [member('113855', trust, ['requester'])]), council);
  expect(caller.person.name).toBe('Register name');
  expect(holdsAny(caller, ['requester'])).toBe(true);
  expect(holdsAny(caller, ['approver'])).toBe(false);
});

test('a newcomer of a listed tenant may search, and nothing else', async () => {
  const caller = await callerOf(user({}), register([buyer({})], []), council);
  expect(holdsAny(caller, ['signed-in'])).toBe(true);
  expect(holdsAny(caller, ['requester', 'approver', 'contact', 'commissioner'])).toBe(false);
});

test.each([
  ['a tenant that no buyer lists', { tenantId: stranger }, [buyer({})]],
  ['a tenant that only a closed buyer lists', {}, [buyer({ status: 'closed' })]],
])('%s is refused', async (_what, who, buyers) => {
  expect(await codeOf(callerOf(user(who), register(buyers, []), council))).toBe('tenant-not-allowed');
});

test('a guest whom nobody lists is refused; one who is listed, as member or as fallback approver, is let in', async () => {
  const guest = user({ tenantId: council, guest: true });
  const chair = { tenantId: council, objectId, name: 'A chair', email: 'chair@governors.example' };
  expect(await codeOf(callerOf(guest, register([buyer({})], []), council))).toBe('guest-not-listed');
  expect(await codeOf(callerOf(guest, register([buyer({})], [member('113855', council, ['approver'])]), council))).toBe('let in');
  expect(await codeOf(callerOf(guest, register([buyer({ fallbackApprover: chair })], []), council))).toBe('let in');
});

test('a membership that was removed or only asked for gives no role', async () => {
  const caller = await callerOf(
    user({}),
    register([buyer({})], [member('113855', trust, ['requester'], 'removed'), member('113855', trust, ['requester'], 'asked')]),
    council,
  );
  expect(holdsAny(caller, ['requester'])).toBe(false);
});

test('a commissioner is a member of a council department, from the council itself and not as a guest', async () => {
  const department = buyer({ ref: 'DC-SEND', type: 'council-department', tenantIds: [council] });
  const isCommissioner = async (who: Partial<VerifiedUser>, of: readonly Buyer[], ref: string) =>
    (await callerOf(user({ tenantId: council, ...who }), register(of, [member(ref, council, ['commissioner'])]), council)).commissioner;
  expect(await isCommissioner({}, [department], 'DC-SEND')).toBe(true);
  expect(await isCommissioner({ guest: true }, [department], 'DC-SEND')).toBe(false);
  expect(await isCommissioner({}, [department, buyer({ tenantIds: [council] })], '113855')).toBe(false);
});

test('roles of the evaluation count at a council department only, like the commissioner', async () => {
  const department = buyer({ ref: 'DC-SEND', type: 'council-department', tenantIds: [council] });
  const school = buyer({ tenantIds: [council] });
  const rolesAt = async (ref: string) =>
    callerOf(
      user({ tenantId: council }),
      register([department, school], [member(ref, council, ['evaluator', 'award-approver', 'evaluation-lead'])]),
      council,
    );
  expect(holdsAny(await rolesAt('DC-SEND'), ['evaluator'])).toBe(true);
  expect((await rolesAt('DC-SEND')).councilRoles).toEqual(['award-approver', 'evaluation-lead', 'evaluator']);
  expect(holdsAny(await rolesAt('113855'), ['evaluator', 'award-approver', 'evaluation-lead'])).toBe(false);
});
