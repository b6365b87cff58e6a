import type {
  endDelegation as endDeclared,
  getDelegation as getDeclared,
  nameDelegate as nameDeclared,
} from '@ap/shared/contract/delegation';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { whyNotDelegate } from '@ap/shared/domain/approvals/delegation';
import { toLondonDate } from '@ap/shared/domain/local-date';
import { type Membership, membersOf } from '@ap/shared/domain/membership';
import { type Person, type PersonId, personKey, samePerson } from '@ap/shared/domain/person';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'buyers' | 'clock' | 'log'>;
type Reply = ReplyOf<typeof getDeclared>;

const colleague = ({ tenantId, objectId, name }: Person): Reply['colleagues'][number] => ({ tenantId, objectId, name });

const toReply = ({ delegation, person }: Membership, members: readonly Membership[]): Reply => ({
  ...(delegation === undefined
    ? {}
    : { delegation: { delegate: colleague(delegation.to), from: delegation.from, until: delegation.until } }),
  colleagues: membersOf(members)
    .filter((other) => !samePerson(other, person))
    .map(colleague)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
});

/** The caller as an approver there, by the list as it is now, with everybody of the same school or department. */
const approverAt = async ({ buyers }: Needs, buyerRef: string, by: PersonId) => {
  const members = await buyers.members(buyerRef, 'fresh');
  const own = members.find((m) => m.status === 'active' && m.roles.includes('approver') && samePerson(m.person, by));
  // A school that is not the caller's and one that is not there are answered alike.
  if (!own) throw new ProblemError('not-found', 'There is no such school or department, or you do not approve for it.');
  return { own, members };
};

const set = async (
  ports: Needs,
  buyerRef: string,
  by: PersonId,
  members: readonly Membership[],
  delegation: Membership['delegation'],
): Promise<Reply> => {
  const changed = await ports.buyers.setDelegation(buyerRef, by, delegation);
  if (!changed) throw new ProblemError('not-found', 'There is no such school or department, or you do not approve for it.');
  ports.log.event('info', delegation ? 'delegate-named' : 'delegation-ended', {
    buyerRef,
    person: personKey(by),
    ...(delegation ? { delegate: personKey(delegation.to) } : {}),
  });
  return toReply(changed, members);
};

export const getDelegation =
  (ports: Needs) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<Reply> => {
    const { own, members } = await approverAt(ports, params.buyerRef, caller.person);
    return toReply(own, members);
  };

/** Names a delegate for the caller. Requests that wait are put to the delegate by the approval clock. */
export const nameDelegate =
  (ports: Needs) =>
  async ({ caller, params, body }: Call<typeof nameDeclared>): Promise<Reply> => {
    const { own, members } = await approverAt(ports, params.buyerRef, caller.person);
    const to = members.find(({ person, status }) => status === 'active' && samePerson(person, body.delegate))?.person;
    if (!to)
      throw new ProblemError('delegate-not-allowed', 'Choose somebody who belongs to the same school or department.', {
        pointer: '/delegate',
      });
    const delegation = { to, from: body.from, until: body.until };
    const refusal = whyNotDelegate(own, delegation, members, toLondonDate(ports.clock.now()));
    if (refusal) throw toProblemError(refusal);
    return set(ports, params.buyerRef, caller.person, members, delegation);
  };

/** From now on the caller decides alone again. Whoever was asked meanwhile decides no more: who may is read at each decision. */
export const endDelegation =
  (ports: Needs) =>
  async ({ caller, params }: Call<typeof endDeclared>): Promise<Reply> => {
    const { members } = await approverAt(ports, params.buyerRef, caller.person);
    return set(ports, params.buyerRef, caller.person, members, undefined);
  };
