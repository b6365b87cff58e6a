import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { EnquiryAct, EnquiryReply, listEnquiries } from '@ap/shared/contract/enquiries';
import type { AskedReply } from '@ap/shared/contract/enquiry-links';
import { type AskedProvider, type Enquiry, type enquiryAnswers, isSealed, takesAnswers } from '@ap/shared/domain/enquiries/enquiry';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { withoutAbsent } from '../http/without-absent.ts';

const ofStaff = ['requester', 'approver', 'contact'] as const;

/** Whether a caller acts for the buyer that asks. */
export const isStaffOf = (caller: Caller, buyerRef: string): boolean => ofStaff.some((role) => hasRoleAt(caller, buyerRef, role));

/** Buyers see their own enquiries, commissioners every one; a provider has its link. */
export const maySee = ({ buyerRef }: Enquiry, caller: Caller): boolean => caller.commissioner || isStaffOf(caller, buyerRef);

export const toSummary = ({ question, asked, council, ...enquiry }: Enquiry): ReplyOf<typeof listEnquiries>['enquiries'][number] => {
  const count = (answer: (typeof enquiryAnswers)[number]): number => asked.filter(({ reply }) => reply?.answer === answer).length;
  const { ref, kind, status, buyerRef, buyerName, sentAt, closesAt } = enquiry;
  return {
    ref,
    kind,
    status,
    buyerRef,
    buyerName,
    sentAt,
    closesAt,
    message: question.message,
    counts: { asked: asked.length, interested: count('interested'), declined: count('declined'), undecided: count('undecided') },
    ...(council === undefined ? {} : { council: council.reply ? ('answered' as const) : ('asked' as const) }),
  };
};

const frameworkPrice = ({ ceiling }: AskedProvider) => ceiling && { unit: ceiling.unit, unitPrice: ceiling.unitPrice };

/** One provider's answer beside the others'. While quotes are sealed only that it has answered is told. */
const toAsked = (each: AskedProvider, sealed: boolean): EnquiryReply['asked'][number] => {
  const { providerRef, providerName, serviceRef, serviceName, reply } = each;
  const { answer, text, quote, by, at } = reply ?? {};
  return {
    providerRef,
    providerName,
    serviceRef,
    serviceName,
    ...withoutAbsent({ frameworkPrice: frameworkPrice(each), answer, by, at, ...(sealed ? {} : { text, quote }) }),
  };
};

const mayDo = (enquiry: Enquiry, caller: Caller): readonly EnquiryAct[] => {
  const { status, council, asked, outcome } = enquiry;
  if (caller.client !== 'deciding') return [];
  const over = status === 'converted' || status === 'ended';
  const acts: EnquiryAct[] = [];
  if (caller.commissioner && council && !council.reply && !over) acts.push('answer-for-council');
  if (!isStaffOf(caller, enquiry.buyerRef)) return acts;
  if (!over) {
    const open = status === 'sent' || status === 'partly-replied';
    if (open && enquiry.criteria.some(({ refined }) => refined === undefined)) acts.push('refine-criterion');
    if (!isSealed(enquiry) && asked.some(({ reply }) => reply?.answer === 'interested')) acts.push('choose-answer');
    acts.push('end-enquiry');
  }
  if (outcome?.chosen !== undefined && hasRoleAt(caller, enquiry.buyerRef, 'requester')) acts.push('start-request');
  return acts;
};

/** An enquiry for whoever may see it: all of it for the buyer's staff; the question, the counts and their own answer for commissioners. */
export const toReply = (enquiry: Enquiry, caller: Caller): EnquiryReply => {
  const { asker, question, criteria, asked, council, outcome, keepUntil } = enquiry;
  const own = isStaffOf(caller, enquiry.buyerRef);
  const sealed = isSealed(enquiry);
  return {
    ...toSummary(enquiry),
    asker: { name: asker.name, email: asker.email },
    question: withoutAbsent(question),
    criteria: criteria.map((each) => withoutAbsent(each)),
    sealed,
    asked: own ? asked.map((each) => toAsked(each, sealed)) : [],
    keepUntil,
    may: [...mayDo(enquiry, caller)],
    ...(council?.reply ? { councilReply: { text: council.reply.text, by: council.reply.by.name, at: council.reply.at } } : {}),
    ...(outcome
      ? {
          outcome: {
            reason: outcome.reason,
            by: outcome.by.name,
            at: outcome.at,
            ...(own ? withoutAbsent({ chosen: outcome.chosen }) : {}),
          },
        }
      : {}),
  };
};

/** An enquiry as one provider sees it. */
export const toProviderReply = (enquiry: Enquiry, asked: AskedProvider, now: string, teamPhone: string | undefined): AskedReply => {
  const { ref, kind, buyerName, asker, closesAt, question, criteria, outcome } = enquiry;
  const { reply } = asked;
  return {
    ref,
    kind,
    buyerName,
    asker: { name: asker.name, email: asker.email },
    providerName: asked.providerName,
    serviceName: asked.serviceName,
    closesAt,
    ...withoutAbsent(question),
    needs: question.needs,
    criteria: criteria.map((each) => withoutAbsent(each)),
    open: takesAnswers(enquiry, now) && (reply === undefined || reply.answer === 'undecided'),
    ...withoutAbsent({ frameworkPrice: frameworkPrice(asked), answer: reply?.answer, text: reply?.text, quote: reply?.quote, teamPhone }),
    ...(outcome ? { outcome: { chosen: outcome.chosen === asked.providerRef, reason: outcome.reason } } : {}),
  };
};
