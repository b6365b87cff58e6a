import type { Change } from '../call-off/decider.ts';
import { addMonths, compareDates, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { meetsSameNeed } from '../orders/next-candidates.ts';
import { answerDeadline } from '../orders/offer.ts';
import { type Refusal, refused } from '../refusal.ts';
import { mayBuy } from '../register/buyer.ts';
import { providerName } from '../register/provider.ts';
import type { Listing } from '../register/service-may-be-ordered.ts';
import {
  type AskedProvider,
  type Enquiry,
  type EnquiryQuestion,
  type EnquiryWork,
  enquiryMonthsKept,
  type StatedCriterion,
} from './enquiry.ts';
import type { EnquiryFacts, SendEnquiry } from './enquiry-command.ts';
import { whyNotWords } from './enquiry-words.ts';

/** At most so many providers: each of their answers finds room in the one record. */
export const mostAsked = 10;
/** Fewer would be no competition. */
export const fewestCompeting = 2;
/** R43: how many working days to answer may be given. */
export const answerDays = { fewest: 2, most: 20, usual: 5 } as const;

/** R41: until when an enquiry that was over on a day is kept. */
export const keptUntil = (over: LocalDate): LocalDate => addMonths(over, enquiryMonthsKept);

const whyNotDates = ({ startDate, endDate }: EnquiryQuestion, today: LocalDate): Refusal | undefined => {
  if (startDate !== undefined && compareDates(startDate, today) < 0)
    return refused('dates-not-allowed', 'Enter a start date that is today or later.', '/question/startDate');
  return startDate !== undefined && endDate !== undefined && compareDates(endDate, startDate) < 0
    ? refused('dates-not-allowed', 'The last day must not be before the first.', '/question/endDate')
    : undefined;
};

/** Whom a question is to, as far as the number goes. */
const whyNotHowMany = ({ about, serviceRefs, askCouncil }: SendEnquiry): Refusal | undefined => {
  if (about === 'question' && serviceRefs.length === 0 && !askCouncil)
    return refused('nobody-asked', 'Choose at least one provider, or the commissioning team.', '/serviceRefs');
  if (about === 'competition' && serviceRefs.length < fewestCompeting)
    return refused('nobody-asked', `Choose at least ${fewestCompeting} providers: one alone does not compete.`, '/serviceRefs');
  return serviceRefs.length > mostAsked ? refused('nobody-asked', `Choose ${mostAsked} providers or fewer.`, '/serviceRefs') : undefined;
};

/** R31: what is not stated now can never count. */
const whyNotCriteria = ({ about, criteria }: SendEnquiry): Refusal | undefined => {
  if (about === 'question')
    return criteria.length === 0 ? undefined : refused('criteria-fixed', 'Only a competition has criteria.', '/criteria');
  if (criteria.length === 0)
    return refused('criteria-fixed', 'State by what you will choose, the most important first (R31).', '/criteria');
  return new Set(criteria).size === criteria.length ? undefined : refused('criteria-fixed', 'State each criterion once.', '/criteria');
};

/** The services of a command as listed now, or why one of them may not be asked about. */
const listingsOf = ({ serviceRefs }: SendEnquiry, { services = [], buyer }: EnquiryFacts): readonly Listing[] | Refusal => {
  const listings: Listing[] = [];
  for (const [index, serviceRef] of serviceRefs.entries()) {
    const field = `/serviceRefs/${index}`;
    const listing = services.find((each) => each.serviceRef === serviceRef)?.listing;
    if (!listing) return refused('service-not-offered', 'This service is no longer offered.', field);
    if (!listing.ok) return refused(listing.code, listing.detail, field);
    const { provider, framework } = listing;
    if (!buyer || !mayBuy(buyer, framework))
      return refused('buyer-not-eligible', 'Your school or department may not use this framework.', '/buyerRef');
    if (listings.some((earlier) => earlier.provider.ref === provider.ref))
      return refused('nobody-asked', `${providerName(provider)} is asked once. Choose one of its services.`, field);
    listings.push(listing);
  }
  return listings;
};

/** Row 39: the same request to providers of one lot that can meet the same need. */
const whyNotCompeting = ({ question }: SendEnquiry, listings: readonly Listing[]): Refusal | undefined => {
  if (question.startDate === undefined)
    return refused(
      'dates-not-allowed',
      'Enter from when: the framework price of that day is the most that anybody may quote.',
      '/question/startDate',
    );
  const [first] = listings;
  const other = listings.findIndex(({ service }) => first !== undefined && !meetsSameNeed(first.service, service));
  return other < 0
    ? undefined
    : refused(
        'not-the-same-need',
        'All services of a competition are of one lot, one type and for the same need. Leave this one out.',
        `/serviceRefs/${other}`,
      );
};

const asAsked = ({ provider, service, rate }: Listing, competes: boolean): AskedProvider => ({
  providerRef: provider.ref,
  providerName: providerName(provider),
  serviceRef: service.ref,
  serviceName: service.name,
  ...(competes ? { ceiling: { rateRef: rate.ref, unit: rate.unit, unitPrice: rate.price } } : {}),
});

/** Sends an enquiry (rows 39, 62): whom it asks is read from the lists now. */
export const sendEnquiry = (command: SendEnquiry, facts: EnquiryFacts, now: string): Change<Enquiry, EnquiryWork> | Refusal => {
  const { about, question, workingDays, askCouncil, by, ref } = command;
  const today = toLondonDate(now);
  const { buyer } = facts;
  if (!buyer) return refused('buyer-not-active', 'There is no such school or department on the register.', '/buyerRef');
  if (buyer.status !== 'active') return refused('buyer-not-active', `${buyer.name} is closed on the register.`, '/buyerRef');
  const unfit =
    whyNotHowMany(command) ??
    whyNotCriteria(command) ??
    whyNotWords(question.message, 'Enter what you want to know.', '/question/message') ??
    whyNotDates(question, today);
  if (unfit) return unfit;
  if (!Number.isInteger(workingDays) || workingDays < answerDays.fewest || workingDays > answerDays.most)
    return refused('number-not-allowed', `Give ${answerDays.fewest} to ${answerDays.most} working days to answer.`, '/workingDays');
  const listings = listingsOf(command, facts);
  if ('ok' in listings) return listings;
  const competes = about === 'competition';
  const notSame = competes ? whyNotCompeting(command, listings) : undefined;
  if (notSame) return notSame;
  const closesAt = answerDeadline(now, workingDays);
  const asked = listings.map((listing) => asAsked(listing, competes));
  return {
    state: {
      ref,
      status: 'sent',
      kind: about,
      buyerRef: buyer.ref,
      buyerName: buyer.name,
      asker: by,
      sentAt: now,
      closesAt,
      question: { ...question, message: question.message.trim() },
      ...(competes && listings[0] ? { lotKey: listings[0].lot.key } : {}),
      asked,
      ...(askCouncil ? { council: {} } : {}),
      criteria: command.criteria.map((criterion): StatedCriterion => ({ criterion })),
      keepUntil: keptUntil(toLondonDate(closesAt)),
    },
    what: competes
      ? `Competition sent to ${asked.length} providers`
      : `Enquiry sent to ${asked.length} ${asked.length === 1 ? 'provider' : 'providers'}${askCouncil ? ' and the commissioning team' : ''}`,
    works: [
      ...asked.map(({ providerRef }) => ({ kind: 'mail-enquiry', providerRef }) as const),
      ...(askCouncil ? [{ kind: 'ask-council' } as const] : []),
    ],
  };
};
