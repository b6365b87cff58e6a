import type { GivenCommand } from '../call-off/decider.ts';
import { commissionersOf, holdsRole, type Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import type { Refusal } from '../refusal.ts';
import type { Buyer } from '../register/buyer.ts';
import type { Listing } from '../register/service-may-be-ordered.ts';
import type { CompetitionCriterion, EnquiryKind, EnquiryQuestion, Quoted } from './enquiry.ts';

/** In what capacity somebody acts on an enquiry. `provider` answers by its link; `product` is the clock, never a person. */
export const enquiryRoles = ['buyer', 'commissioner', 'provider', 'product'] as const;
export type EnquiryRole = (typeof enquiryRoles)[number];

/** Each role in words, as a refusal names it. */
export const enquiryRoleNames: Readonly<Record<EnquiryRole, string>> = {
  buyer: 'a requester, approver or contact of the buyer',
  commissioner: 'a commissioner',
  provider: 'a provider that was asked, by its link',
  product: 'the product itself, by the clock',
};

/** In which roles a signed-in person acts for a buyer. */
export const enquiryRolesOf = (
  person: PersonId,
  buyerRef: string,
  { members, councilMembers }: { readonly members: readonly Membership[]; readonly councilMembers: readonly Membership[] },
): readonly EnquiryRole[] => [
  ...((['requester', 'approver', 'contact'] as const).some((role) => holdsRole(members, person, buyerRef, role))
    ? (['buyer'] as const)
    : []),
  ...(commissionersOf(councilMembers).some((each) => samePerson(each, person)) ? (['commissioner'] as const) : []),
];

type Given<Kind extends string, Told = unknown> = GivenCommand & { readonly kind: Kind } & Told;

export type SendEnquiry = Given<
  'send-enquiry',
  {
    readonly ref: string;
    readonly about: EnquiryKind;
    readonly buyerRef: string;
    readonly question: EnquiryQuestion;
    readonly serviceRefs: readonly string[];
    readonly askCouncil: boolean;
    /** R43: how many working days there are to answer. */
    readonly workingDays: number;
    /** Of a competition, in order of weight. */
    readonly criteria: readonly CompetitionCriterion[];
  }
>;

/** What a provider answers. */
export type EnquiryAnswer =
  | { readonly kind: 'interested'; readonly text?: string | undefined; readonly quote?: Quoted | undefined }
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'undecided'; readonly text: string };

export type EnquiryCommand =
  | Given<'answer-enquiry', { readonly providerRef: string; readonly answer: EnquiryAnswer; readonly answerer: string }>
  | Given<'answer-for-council', { readonly text: string }>
  | Given<'refine-criterion', { readonly criterion: CompetitionCriterion; readonly text: string }>
  | Given<'remind-unanswered'>
  | Given<'close-enquiry'>
  | Given<'choose-answer', { readonly providerRef: string; readonly reason: string }>
  | Given<'end-enquiry', { readonly reason: string }>;

export type EnquiryCommandKind = EnquiryCommand['kind'] | SendEnquiry['kind'];

/** A service that is asked about, as the lists have it now; or why it may not be ordered. */
export interface AskableService {
  readonly serviceRef: string;
  readonly listing: Listing | Refusal;
}

/** What the edge reads for a command. */
export interface EnquiryFacts {
  readonly roles: readonly EnquiryRole[];
  readonly buyer?: Buyer | undefined;
  readonly services?: readonly AskableService[] | undefined;
}
