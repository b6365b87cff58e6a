import type { Membership } from '../people/membership.ts';
import { type Person, type PersonId, personKey } from '../people/person.ts';
import type { Buyer } from '../register/buyer.ts';
import { type Provider, providerName } from '../register/provider.ts';
import type { NoticeAudience } from './notice.ts';

/** Who is sent a notice: a person who works for a buyer of its audience, or a provider at its mailbox, for it has no account. */
export type NoticeRecipient =
  | { readonly kind: 'person'; readonly person: Person; readonly of: string }
  | { readonly kind: 'provider'; readonly ref: string; readonly name: string; readonly email: string };

/** What of a recipient tells it apart. */
type RecipientId = { readonly kind: 'person'; readonly person: PersonId } | { readonly kind: 'provider'; readonly ref: string };

/** The one key of a recipient: whoever works for several buyers is told once. */
export const recipientKey = (recipient: RecipientId): string =>
  recipient.kind === 'person' ? personKey(recipient.person) : `provider/${recipient.ref.toLowerCase()}`;

/** The register as it says whom an audience is made of. */
export interface AudienceFacts {
  readonly buyers: readonly Buyer[];
  readonly members: readonly Membership[];
  readonly providers: readonly Provider[];
}

const isFor = (audience: readonly NoticeAudience[], { type, status }: Pick<Buyer, 'type' | 'status'>): boolean =>
  status === 'active' && audience.some((each) => each === type);

/** Everybody whom an audience is made of today, each once: active members of its active buyers, and providers that are on the framework. */
export const recipientsOf = (
  audience: readonly NoticeAudience[],
  { buyers, members, providers }: AudienceFacts,
): readonly NoticeRecipient[] => {
  const named = new Map(buyers.filter((buyer) => isFor(audience, buyer)).map(({ ref, name }) => [ref, name]));
  const people = members.flatMap(({ buyerRef, person, status }): readonly NoticeRecipient[] => {
    const of = named.get(buyerRef);
    return status === 'active' && of !== undefined ? [{ kind: 'person', person, of }] : [];
  });
  const organisations = audience.includes('provider')
    ? providers
        .filter(({ status }) => status !== 'prospective' && status !== 'removed')
        .map((provider): NoticeRecipient => ({ kind: 'provider', ref: provider.ref, name: providerName(provider), email: provider.email }))
    : [];
  return [...new Map([...people, ...organisations].map((each) => [recipientKey(each), each])).values()];
};

/** Whether a notice is for somebody with these memberships: they work for a buyer of its audience. */
export const mayRead = (audience: readonly NoticeAudience[], memberships: readonly Membership[], buyers: readonly Buyer[]): boolean =>
  memberships.some(
    ({ status, buyerRef }) => status === 'active' && buyers.some((buyer) => buyer.ref === buyerRef && isFor(audience, buyer)),
  );
