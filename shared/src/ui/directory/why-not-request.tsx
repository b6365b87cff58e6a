import type { MembershipReply } from '../../contract/me.ts';
import type { ServiceReply } from '../../contract/service.ts';
import { noAccessSentence } from '../states/NoAccess.tsx';

/** Why a person cannot request this service now, and whether asking for access would help. */
export interface WhyNot {
  readonly sentence: string;
  readonly accessHelps: boolean;
}

/**
 * Why this person cannot request this service; undefined when they can, and when it is not known who they are (the server decides then).
 * It suffices that one of their buyers may buy.
 */
export const whyNotRequest = (
  service: Pick<ServiceReply, 'listed' | 'whyNot'>,
  me: { readonly memberships: readonly MembershipReply[] } | undefined,
): WhyNot | undefined => {
  if (!service.listed) return { sentence: service.whyNot ?? 'This service cannot be requested at present.', accessHelps: false };
  if (!me) return undefined;
  const requesting = me.memberships.filter(({ status, roles }) => status === 'active' && roles.includes('requester'));
  if (requesting.some(({ whyNotBuy }) => whyNotBuy === undefined)) return undefined;
  const [first] = requesting;
  if (first?.whyNotBuy !== undefined) return { sentence: first.whyNotBuy, accessHelps: false };
  const asked = me.memberships.find(({ status }) => status === 'asked');
  if (asked)
    return {
      sentence: `You asked for access at ${asked.buyer.name}. Its contact must answer before you can request a service.`,
      accessHelps: true,
    };
  return { sentence: noAccessSentence, accessHelps: true };
};
