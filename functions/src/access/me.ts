import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getMe as declared } from '@ap/shared/contract/me';
import type { Membership } from '@ap/shared/domain/people/membership';
import { samePerson } from '@ap/shared/domain/people/person';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { defaultEligibleTypes } from '@ap/shared/domain/register/buyer-type';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

/** Who is signed in, each buyer they belong to or have asked to join, and what nobody can do at present. */
export const getMe =
  ({ buyers, policies, log }: Pick<Ports, 'buyers' | 'policies' | 'log'>) =>
  async ({ caller }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const known = new Map((await buyers.all()).map((buyer) => [buyer.ref, buyer]));
    const own = (await buyers.membershipsOf(caller.person)).filter(
      (membership) => membership.status !== 'removed' && samePerson(membership.person, caller.person),
    );
    const off = await switchedOff(policies, log);
    return {
      person: { ...caller.person },
      commissioner: caller.commissioner,
      ...(off.length === 0 ? {} : { switchedOff: [...off] }),
      memberships: own.flatMap((membership) => {
        const buyer = known.get(membership.buyerRef);
        return buyer ? [toReply(membership, buyer)] : [];
      }),
    };
  };

/** What is off. None while that setting cannot be read: the doors of these parts refuse by themselves, and nobody else is kept from work by it. */
const switchedOff = async (policies: Ports['policies'], log: Ports['log']): Promise<readonly string[]> => {
  try {
    return (await policies.features()).off;
  } catch (failure) {
    if (!(failure instanceof ProblemError && failure.code === 'record-unreadable')) throw failure;
    log.event('error', 'setting-unreadable', { setting: 'features' });
    return [];
  }
};

const toReply = (membership: Membership, buyer: Buyer): ReplyOf<typeof declared>['memberships'][number] => {
  const whyNotBuy = reasonNotToBuy(buyer);
  return {
    buyer: {
      ref: buyer.ref,
      name: buyer.name,
      type: buyer.type,
      phase: buyer.phase,
      ...(buyer.outcode === undefined ? {} : { outcode: buyer.outcode }),
      ...(buyer.legalBuyer === undefined ? {} : { legalBuyer: buyer.legalBuyer }),
      ...(buyer.invoiceAddress === undefined ? {} : { invoiceAddress: buyer.invoiceAddress }),
    },
    roles: membership.roles,
    status: membership.status,
    ...(whyNotBuy === undefined ? {} : { whyNotBuy }),
    payers: membership.payers,
  };
};

/** A hint before the form is opened; the rule itself is decided by the framework's own list of types at submission. */
const reasonNotToBuy = (buyer: Buyer): string | undefined => {
  if (buyer.status !== 'active') return `${buyer.name} is closed on the register.`;
  if (buyer.type === 'not-known')
    return `${buyer.name} can search, but cannot buy until the commissioning team records what type of school it is.`;
  if (!defaultEligibleTypes.includes(buyer.type)) return `${buyer.name} is not of a type that may buy from the framework.`;
  return undefined;
};
