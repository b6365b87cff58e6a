import type { MembershipReply } from '../../contract/me.ts';
import { noAnswers, type RequestAnswers } from './answers.ts';
import { billToOf } from './bill-to.ts';
import { defaultPayer } from './default-payer.ts';

/** What is known of a request once its school is: who pays, who gets the invoice. */
export const answersFor = (member: MembershipReply): RequestAnswers => ({
  ...noAnswers,
  buyerRef: member.buyer.ref,
  payer: defaultPayer(member),
  billTo: billToOf(member.buyer),
});

/** What is known before anything is asked: the school when there is but one, who pays, who gets the invoice. */
export const firstAnswers = (memberships: readonly MembershipReply[]): RequestAnswers => {
  const able = memberships.filter(({ whyNotBuy }) => whyNotBuy === undefined);
  const only = able.length === 1 && memberships.length === 1 ? able[0] : undefined;
  return only ? answersFor(only) : noAnswers;
};

/** Answers whose school this person may no longer buy for ask for the school again. */
export const withKnownBuyer = (answers: RequestAnswers, memberships: readonly MembershipReply[]): RequestAnswers => {
  const known = memberships.some(({ buyer, whyNotBuy }) => buyer.ref === answers.buyerRef && whyNotBuy === undefined);
  return known ? answers : { ...answers, ...firstAnswers(memberships), step: 'school-and-pupil', pupilRef: answers.pupilRef };
};
