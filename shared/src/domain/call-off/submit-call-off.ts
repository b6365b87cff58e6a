import {
  type ApprovalFacts,
  type ApprovalPlan,
  type ApprovalPolicy,
  type PlannedStep,
  planApproval,
} from '../approvals/approval-policy.ts';
import type { ApprovalStep } from '../approvals/approval-step.ts';
import type { OnHand } from '../block-purchases/on-hand.ts';
import { formatDate, toLondonDate } from '../days/local-date.ts';
import { calendarKnown, schoolDaysBetween } from '../days/term-dates.ts';
import type { EffectWork } from '../effect.ts';
import { type WonCompetition, wonFor } from '../enquiries/won-competition.ts';
import { formatMoney, type Pence } from '../money/money.ts';
import type { Rate } from '../money/rate-card.ts';
import { directionNoticeSchoolDays } from '../orders/start-checks.ts';
import { holdsRole, type Membership } from '../people/membership.ts';
import { type PersonId, personKey } from '../people/person.ts';
import { checkPupilReference } from '../pupils/pupil-reference.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type RegistrationFacts, whyNotRegistered } from '../quality/registration-guard.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Buyer } from '../register/buyer.ts';
import { providerName } from '../register/provider.ts';
import { type Listing, type ListingFacts, listingOf } from '../register/service-may-be-ordered.ts';
import { type AwardEvidence, type OthersConsidered, proveBasis } from './award-basis.ts';
import { whyNotOrder } from './buyer-may-order.ts';
import type { CallOff, CallOffRequest, FrozenPrice } from './call-off.ts';
import { statusAllows } from './call-off-table.ts';
import { accept, type Command, type Decision } from './decision.ts';
import { drawnFrom, whyNotDrawn } from './draw-units.ts';
import { type PlacementGuidance, placementAdvice } from './placement-guidance.ts';
import { priceCallOff, quotedTerms } from './price-call-off.ts';
import { allowedIn } from './request-texts.ts';

/** What a quote, a submission or a decision rests on, read from the lists at that moment. */
export interface SubmitFacts {
  readonly listing: ListingFacts;
  readonly buyer: Buyer;
  readonly buyerMembers: readonly Membership[];
  readonly councilMembers: readonly Membership[];
  readonly policy: ApprovalPolicy;
  /** R11: what is said of long placements. */
  readonly guidance: PlacementGuidance;
  readonly rateHash: (rate: Rate) => string;
  /** What the provider has by orders made here. */
  readonly registration: RegistrationFacts;
  /** What the buyer has on hand of the block purchase that the request names; absent where it names none, or none that it may draw on. */
  readonly block?: OnHand | undefined;
  /** Who was chosen in the competition that the request names; absent where it names none, or none of this buyer. */
  readonly competition?: WonCompetition | undefined;
  /** R30: who else meets the need; absent where the basis of the request asks about nobody else. */
  readonly others?: OthersConsidered | undefined;
}

export interface SubmitCommand extends Command {
  readonly ref: string;
  readonly idempotencyKey: string;
  readonly request: CallOffRequest;
  /** The gross total that the person was shown: a different one today is told, not charged. */
  readonly shownGross: Pence;
}

/** What a request would cost and who would decide it: shown while the form is filled in, and decided by at submission. */
export interface Quote {
  readonly ok: true;
  readonly listing: Listing;
  readonly price: FrozenPrice;
  readonly plan: ApprovalPlan;
  /** R10, R11: what to know about its days. It stops nothing. */
  readonly advice: readonly string[];
}

/** Prices and plans a request without making it. The same rules as submission, so that the form never promises what submission refuses. */
export const quoteCallOff = (request: CallOffRequest, by: PersonId, facts: SubmitFacts, now: string): Quote | Refusal => {
  const today = toLondonDate(now);
  const listing = listingOf(facts.listing, today, request.startDate);
  if (!listing.ok) return listing;
  const refusal = whyNotOrder(request, facts.buyer, listing, today);
  if (refusal) return refusal;
  const hand = drawnFrom(request, facts);
  if (hand && 'ok' in hand) return hand;
  const won = wonFor(request, facts.competition, listing.rate);
  if (won && 'ok' in won) return won;
  const rateHash = facts.rateHash(listing.rate);
  const quoted = won && quotedTerms(listing, rateHash, won.unitPrice);
  const terms = hand ? { ...hand.statement, unitPrice: hand.unitPrice } : quoted;
  const priced = priceCallOff(request, listing, facts.buyer.termDates, rateHash, terms);
  if (!priced.ok) return priced;
  const misfit = hand && whyNotDrawn(hand, { ...request, ...priced.price });
  if (misfit) return misfit;
  const plan = planApproval(approvalFacts(facts), {
    payer: request.payer,
    gross: priced.price.gross,
    requester: by,
    ehcPlan: request.ehcPlan,
    today,
    useFallback: request.useFallbackApprover,
  });
  const advice = placementAdvice(request, listing.provider, facts.buyer, facts.guidance);
  return { ok: true, listing, price: priced.price, plan, advice };
};

/** R30: the evidence of a direct award's basis, or why it is not true; `undefined` on another route, which rests on no basis. */
export const provenAward = (
  request: CallOffRequest,
  { listing, price }: Pick<Quote, 'listing' | 'price'>,
  others: OthersConsidered | undefined,
  now: string,
): AwardEvidence | Refusal | undefined =>
  request.basis !== undefined
    ? proveBasis({ basis: request.basis, reason: request.basisReason, price, permitted: listing.framework.permittedBases }, others, now)
    : undefined;

/** The part of the facts that says who may decide. */
export const approvalFacts = (facts: SubmitFacts): ApprovalFacts => ({
  policy: facts.policy,
  buyerRef: facts.buyer.ref,
  buyerName: facts.buyer.name,
  buyerMembers: facts.buyerMembers,
  councilMembers: facts.councilMembers,
  fallbackApprover: facts.buyer.fallbackApprover,
});

/** R40: a reference of the school's choosing, and no text that could name a child. */
const namesNobody = (request: CallOffRequest): Refusal | undefined => {
  const reference = checkPupilReference(request.pupilRef);
  if (!reference.ok) return refused('pupil-reference-not-allowed', reference.sentence, '/pupilRef');
  const texts = { objectives: request.objectives, basisReason: request.basisReason, billTo: request.billTo, costCode: request.costCode };
  for (const [field, text] of Object.entries(texts)) {
    const screened = screenFreeText(text ?? '', allowedIn(field));
    if (!screened.ok) return refused('text-names-a-pupil', screened.sentence, `/${field}`);
  }
  return undefined;
};

/**
 * R8: the notice of an off-site direction is given at least two school days before its first day, so that a request for an earlier start asks for what
 * could never begin. An approval that comes late is not stopped: the notice may have been given meanwhile, and the start asks for it.
 */
export const whyNotDirected = ({ startDate, offSiteDirection }: CallOffRequest, { termDates }: Buyer, now: string): Refusal | undefined => {
  const today = toLondonDate(now);
  if (offSiteDirection !== true || !calendarKnown(termDates, today)) return undefined;
  return schoolDaysBetween(termDates, today, startDate) >= directionNoticeSchoolDays
    ? undefined
    : refused(
        'notice-too-short',
        `Notice of an off-site direction is given at least ${directionNoticeSchoolDays} school days before the first day, so it cannot start on ${formatDate(startDate)}. Choose a later day.`,
        '/startDate',
      );
};

/** Decides a new request. Accepted: the call-off with its price frozen and its first step open. */
export const submitCallOff = (command: SubmitCommand, facts: SubmitFacts): Decision => {
  const checked = checkRequest(command, facts);
  if (!checked.ok) return checked;
  return accept(newCallOff(command, facts, checked), command, 'Request sent for approval', [
    ...approvalWorks(checked.first.approvers.map(personKey), 0, 1),
    { kind: 'tell-requester', news: 'submitted' },
    { kind: 'record-audit', action: 'call-off-submitted', actor: personKey(command.by) },
  ]);
};

/** Decides a returned request that was changed and sent again: priced afresh, every step asked anew. */
export const resubmitCallOff = (present: CallOff, command: SubmitCommand, facts: SubmitFacts): Decision => {
  if (personKey(present.requester) !== personKey(command.by))
    return refused('not-yours', 'Only the person who made this request can change it.');
  if (!statusAllows(present, 'resubmit'))
    return refused('call-off-not-returned', 'Only a request that was sent back for changes can be sent again.');
  // Its history holds what the approvers of one school wrote.
  if (command.request.buyerRef !== present.request.buyerRef)
    return refused(
      'not-yours',
      `This request stays with ${present.buyerName}. Make a new one for another school or department.`,
      '/buyerRef',
    );
  const checked = checkRequest(command, facts);
  if (!checked.ok) return checked;
  const round = present.round + 1;
  const renewed = newCallOff(command, facts, checked);
  const state: CallOff = {
    ...renewed,
    ref: present.ref,
    idempotencyKey: present.idempotencyKey,
    version: present.version,
    round,
    attention: present.attention,
    offers: present.offers,
    history: present.history,
    outbox: present.outbox,
    lastCommands: present.lastCommands,
  };
  return accept(state, command, 'Changed request sent for approval', [
    ...approvalWorks(checked.first.approvers.map(personKey), 0, round),
    { kind: 'record-audit', action: 'call-off-resubmitted', actor: personKey(command.by) },
  ]);
};

/** A quote of which everything holds that a submission asks. */
interface Checked extends Quote {
  readonly award: AwardEvidence | undefined;
  /** The step that is decided first. */
  readonly first: PlannedStep;
}

/** Everything that submission asks of a request beyond its quote. */
const checkRequest = (command: SubmitCommand, facts: SubmitFacts): Checked | Refusal => {
  if (!holdsRole(facts.buyerMembers, command.by, facts.buyer.ref, 'requester'))
    return refused('not-a-requester', `You cannot raise requests for ${facts.buyer.name}. Ask its contact for access.`, '/buyerRef');
  const named = namesNobody(command.request);
  if (named) return named;
  const quote = quoteCallOff(command.request, command.by, facts, command.now);
  if (!quote.ok) return quote;
  const tooSoon = whyNotDirected(command.request, facts.buyer, command.now);
  if (tooSoon) return tooSoon;
  if (quote.price.gross !== command.shownGross)
    return refused(
      'price-changed',
      `The total is now ${formatMoney(quote.price.gross)}, not ${formatMoney(command.shownGross)}. Check it and send again.`,
      '/shownGross',
    );
  const tooMany = whyNotRegistered(command.request, quote.price, quote.listing.provider, facts.registration);
  if (tooMany) return tooMany;
  const missing = quote.plan.missing[0];
  if (missing) return refused('no-eligible-approver', missing.sentence);
  const [first] = quote.plan.steps;
  if (!first) return refused('no-eligible-approver', 'The approval policy names nobody for this payer. Contact the commissioning team.');
  // The dearest to find out, and of use only when everything else holds.
  const award = provenAward(command.request, quote, facts.others, command.now);
  return award && 'ok' in award ? award : { ...quote, award, first };
};

/** The works that ask each approver of a step: a card and a mail, each the full equal of the other. */
export const approvalWorks = (approvers: readonly ReturnType<typeof personKey>[], step: number, round: number): readonly EffectWork[] =>
  approvers.flatMap((to): readonly EffectWork[] => [
    { kind: 'send-approval-card', to, step, round },
    { kind: 'send-approval-mail', to, step, round },
  ]);

const newCallOff = (command: SubmitCommand, facts: SubmitFacts, { listing, price, plan, advice, award }: Checked): CallOff => ({
  ref: command.ref,
  idempotencyKey: command.idempotencyKey,
  version: 0,
  round: 1,
  status: 'awaiting-approval',
  requester: command.by,
  submittedAt: command.now,
  buyerName: facts.buyer.name,
  frameworkRef: listing.framework.ref,
  lotKey: listing.lot.key,
  lotName: listing.lot.name,
  providerRef: listing.provider.ref,
  providerName: providerName(listing.provider),
  serviceName: listing.service.name,
  request: command.request,
  price,
  ...(advice.length === 0 ? {} : { advice }),
  ...(award ? { award } : {}),
  approvals: plan.steps.map((step, index): ApprovalStep => ({ ...step, state: index === 0 ? 'open' : 'waiting' })),
  history: [],
  outbox: [],
  lastCommands: [],
});
