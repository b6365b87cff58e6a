import { planApproval, planSteps } from '../approvals/approval-policy.ts';
import type { ApprovalStep } from '../approvals/approval-step.ts';
import { withoutAttention } from '../call-off/attention.ts';
import { type OthersConsidered, proveBasis } from '../call-off/award-basis.ts';
import { routeOf, splitRoute } from '../call-off/award-route.ts';
import type { CallOff, EarlierOffer, FrozenPrice } from '../call-off/call-off.ts';
import { accept, type Command, type Decision } from '../call-off/decision.ts';
import { approvalFacts, approvalWorks, quoteCallOff, type SubmitFacts, whyNotDirected } from '../call-off/submit-call-off.ts';
import { compareDates, type LocalDate } from '../days/local-date.ts';
import { formatMoney, type Pence, pence } from '../money/money.ts';
import { personKey } from '../people/person.ts';
import { whyNotRegistered } from '../quality/registration-guard.ts';
import { refused } from '../refusal.ts';
import { basisReasons, type DirectAwardBasis, isProvedByOthers } from '../register/framework.ts';
import { providerName } from '../register/provider.ts';
import { askedProviders, type Candidate, requestOf, toConsidered } from './next-candidates.ts';
import { answerDeadline } from './offer.ts';
import { type Order, orderNumber } from './order.ts';
import { openOrder, whyNotReason } from './order-life.ts';

export interface OfferNextCommand extends Command {
  readonly serviceRef: string;
  readonly basis: DirectAwardBasis;
  readonly reason: string;
  /** The gross total that the person was shown: a different one today is told, not charged. */
  readonly shownGross: Pence;
}

/** What the step to the next provider rests on: everything about the chosen service read from the lists now, and who else could be asked. */
export interface OfferNextFacts extends SubmitFacts {
  readonly candidates: readonly Candidate[];
  /** How they were found. */
  readonly searched: Omit<OthersConsidered, 'services'>;
  readonly itemId: number;
  readonly answerWorkingDays: number;
}

/** The price that approvers saw in this round: that of the first provider who was asked in it. */
const approvedPrice = ({ offers = [], round, price }: CallOff): FrozenPrice =>
  offers.find((offer) => offer.round === round)?.price ?? price;

/**
 * Whether the approval of a request still speaks for the next provider: everything that approvers saw but the name still holds. A lowest price is a way
 * to choose that leads on to the next lowest; every other basis was said of one provider, and is said anew. Neither the total nor the sum without VAT,
 * which is what many schools pay in the end, may be dearer, and the policy asks for no other steps.
 */
export const approvalStands = (
  present: CallOff,
  basis: DirectAwardBasis,
  price: FrozenPrice,
  facts: SubmitFacts,
  today: LocalDate,
): boolean => {
  const approved = approvedPrice(present);
  const kinds = planApproval(approvalFacts(facts), {
    payer: present.request.payer,
    gross: price.gross,
    requester: present.requester,
    ehcPlan: present.request.ehcPlan,
    today,
    useFallback: present.request.useFallbackApprover,
  }).steps.map(({ kind }) => kind);
  return (
    basis === 'lowest-price' &&
    // A competition was approved for whom it chose, and states no basis.
    present.request.basis === 'lowest-price' &&
    price.gross <= approved.gross &&
    price.net <= approved.net &&
    price.hoursPerWeek === approved.hoursPerWeek &&
    kinds.join() === present.approvals.map(({ kind }) => kind).join()
  );
};

const onlyThatProvider = 'The units of a block purchase are of one provider. They are given back: make a new request for another one.';

/**
 * Offers a request that its provider did not take to the next one (rows 38, 41). The price is that provider's own, frozen anew. Where the approval still
 * speaks for it the order is made at once; else the request goes back to its approvers, and their last approval makes it.
 */
export const offerNext = (present: CallOff, command: OfferNextCommand, facts: OfferNextFacts): Decision => {
  const open = openOrder(present, 'offer-next', command, facts.buyerMembers);
  if (!open.ok) return open;
  if (routeOf(present.request) === 'block-draw-down') return refused('not-the-same-need', onlyThatProvider);
  const { serviceRef, basis, reason } = command;
  const unsaid = whyNotReason(reason, 'Enter why you offer it to this provider.');
  if (unsaid) return unsaid;
  if (compareDates(present.request.startDate, open.today) < 0)
    return refused('dates-not-allowed', 'The start date has passed. Make a new request with a new date.');
  const request = requestOf(present, serviceRef, isProvedByOthers(basis) ? { basis } : { basis, basisReason: reason });
  const quote = quoteCallOff(request, present.requester, facts, command.now);
  if (!quote.ok) return quote;
  const { listing, price, advice } = quote;
  if (askedProviders(present).includes(listing.provider.ref))
    return refused('provider-asked-before', `${providerName(listing.provider)} was asked before and did not take it.`, '/serviceRef');
  const candidate = facts.candidates.find(({ listing: { service } }) => service.ref === serviceRef);
  if (!candidate) {
    const tooMany = whyNotRegistered(request, price, listing.provider, facts.registration);
    return tooMany ?? refused('not-the-same-need', 'This service does not meet the same need. Make a new request for it.', '/serviceRef');
  }
  const services = facts.candidates.filter((each) => each !== candidate).map(toConsidered);
  const award = proveBasis(
    { basis, reason, price, permitted: listing.framework.permittedBases },
    { ...facts.searched, services },
    command.now,
  );
  if ('ok' in award) return award;
  const tooMany =
    whyNotRegistered(request, price, listing.provider, facts.registration) ?? whyNotDirected(request, facts.buyer, command.now);
  if (tooMany) return tooMany;
  if (price.gross !== command.shownGross)
    return refused(
      'price-changed',
      `The total is now ${formatMoney(price.gross)}, not ${formatMoney(command.shownGross)}. Check it and send again.`,
      '/shownGross',
    );
  const earlier: EarlierOffer = {
    round: present.round,
    providerRef: present.providerRef,
    providerName: present.providerName,
    serviceName: present.serviceName,
    asked: {
      serviceRef: present.request.serviceRef,
      ...splitRoute(present.request).award,
      startDate: present.request.startDate,
      endDate: present.request.endDate,
      pattern: present.request.pattern,
    },
    price: present.price,
    ...(present.award ? { award: present.award } : {}),
    order: open.order,
    passedOn: { at: command.now, by: command.by, reason },
  };
  const next: CallOff = {
    ...withoutAttention(present, 'order-not-sent'),
    providerRef: listing.provider.ref,
    providerName: providerName(listing.provider),
    serviceName: listing.service.name,
    frameworkRef: listing.framework.ref,
    request,
    price,
    advice: advice.length === 0 ? undefined : advice,
    award,
    offers: [...(present.offers ?? []), earlier],
    hold: undefined,
    providerPaused: undefined,
    order: undefined,
  };
  const named = `${next.providerName}, ${next.serviceName}: ${basisReasons[basis]}`;
  const audit = { kind: 'record-audit', action: 'order-passed-on', actor: personKey(command.by) } as const;
  if (approvalStands(present, basis, price, facts, open.today)) {
    const approved = approvedPrice(present).gross;
    const order: Order = {
      number: orderNumber(facts.itemId, next.offers?.length),
      madeAt: command.now,
      state: 'awaiting-provider',
      answerBy: answerDeadline(command.now, facts.answerWorkingDays),
      ...(approved > price.gross ? { approvedGross: pence(approved) } : {}),
    };
    return accept(
      { ...next, order },
      command,
      `Offered to the next provider under the same approval. ${named}`,
      [
        { kind: 'refresh-approval-cards' },
        { kind: 'mail-order-to-provider' },
        { kind: 'tell-requester', news: 'offered-next' },
        ...(request.lookedAfter ? [{ kind: 'tell-virtual-school' } as const] : []),
        audit,
        { kind: 'settle-ledgers' },
      ],
      reason,
    );
  }
  // Whoever offers it on asks for it: they are not asked to decide it.
  const plan = planSteps(
    approvalFacts(facts),
    quote.plan.steps.map(({ kind }) => kind),
    {
      payer: request.payer,
      gross: price.gross,
      requester: present.requester,
      decidedBy: [command.by],
      today: open.today,
      useFallback: request.useFallbackApprover,
    },
  );
  const missing = quote.plan.missing[0] ?? plan.missing[0];
  if (missing || plan.steps.length === 0)
    return refused(
      'no-eligible-approver',
      missing?.sentence ?? 'The approval policy names nobody for this payer. Contact the commissioning team.',
    );
  const round = present.round + 1;
  return accept(
    {
      ...next,
      status: 'awaiting-approval',
      round,
      // Since when the first approver is waited for: this round, not the first request.
      submittedAt: command.now,
      approvals: plan.steps.map((step, index): ApprovalStep => ({ ...step, state: index === 0 ? 'open' : 'waiting' })),
    },
    command,
    `Sent for approval of the next provider. ${named}`,
    [
      ...approvalWorks(plan.steps[0]?.approvers.map(personKey) ?? [], 0, round),
      { kind: 'tell-requester', news: 'offered-next' },
      audit,
      { kind: 'settle-ledgers' },
    ],
    reason,
  );
};

/** Notes that nobody is left to ask (row 41): the school is told, and can make another request. */
export const noteNoneLeft = (present: CallOff, command: Command, candidates: readonly Candidate[]): Decision => {
  const open = openOrder(present, 'note-none-left', command, 'the-clock');
  if (!open.ok) return open;
  if (candidates.length > 0) return refused('order-not-in-this-state', 'Another provider can still be asked.');
  return accept(
    { ...present, order: { ...open.order, state: 'unfilled' } },
    command,
    'No provider is left to offer it to',
    [
      { kind: 'tell-requester', news: 'none-left' },
      { kind: 'record-audit', action: 'order-unfilled', actor: personKey(command.by) },
    ],
    routeOf(present.request) === 'block-draw-down'
      ? onlyThatProvider
      : 'No other provider of the lot meets the same need on these days. Make a new request for another kind of service, or ring the commissioning team.',
  );
};
