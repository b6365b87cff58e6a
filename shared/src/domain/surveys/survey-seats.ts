import type { NoticeRecipient } from '../notices/notice-recipients.ts';
import type { Membership } from '../people/membership.ts';
import { personKey } from '../people/person.ts';
import type { Buyer } from '../register/buyer.ts';
import { memberRoleOf, type Survey, surveyedRoles } from './survey.ts';
import type { SurveySeat } from './survey-response.ts';

type Asking = Pick<Survey, 'audience' | 'roles'>;

const isAsked = ({ audience }: Asking, { type, status }: Pick<Buyer, 'type' | 'status'>): boolean =>
  status === 'active' && audience.some((each) => each === type);

const seatsOfMembership = (survey: Asking, { buyerRef, roles, status }: Membership): readonly SurveySeat[] =>
  status === 'active'
    ? surveyedRoles.filter((role) => survey.roles.includes(role) && roles.includes(memberRoleOf[role])).map((role) => ({ buyerRef, role }))
    : [];

/** For which schools and roles somebody with these memberships answers a survey. */
export const seatsOf = (survey: Asking, memberships: readonly Membership[], buyers: readonly Buyer[]): readonly SurveySeat[] =>
  memberships
    .filter(({ buyerRef }) => buyers.some((buyer) => buyer.ref === buyerRef && isAsked(survey, buyer)))
    .flatMap((membership) => seatsOfMembership(survey, membership));

/** Every school in every role that a survey asks for, each once, whether or not anybody is there to answer: what its response rate is a part of. */
export const seatsAsked = (survey: Asking, buyers: readonly Buyer[]): readonly SurveySeat[] =>
  buyers.filter((buyer) => isAsked(survey, buyer)).flatMap(({ ref }) => survey.roles.map((role) => ({ buyerRef: ref, role })));

const sameSeat = (a: SurveySeat, b: SurveySeat): boolean => a.buyerRef === b.buyerRef && a.role === b.role;

/** The seats of a survey for which no answer is there. */
export const unanswered = <Seat extends SurveySeat>(seats: readonly Seat[], given: readonly SurveySeat[]): readonly Seat[] =>
  seats.filter((seat) => !given.some((each) => sameSeat(each, seat)));

/** Everybody who is asked today, each once, with one of their schools. `given`: the answers that are there; whoever has none left to give is left out. */
export const surveyRecipients = (
  survey: Asking,
  { buyers, members }: { readonly buyers: readonly Buyer[]; readonly members: readonly Membership[] },
  given: readonly SurveySeat[] = [],
): readonly NoticeRecipient[] => {
  const named = new Map(buyers.filter((buyer) => isAsked(survey, buyer)).map(({ ref, name }) => [ref, name]));
  const people = members.flatMap((membership): readonly (readonly [string, NoticeRecipient])[] => {
    const of = named.get(membership.buyerRef);
    return of !== undefined && unanswered(seatsOfMembership(survey, membership), given).length > 0
      ? [[personKey(membership.person), { kind: 'person', person: membership.person, of }]]
      : [];
  });
  return [...new Map(people).values()];
};
