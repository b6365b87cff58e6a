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

/** Answers whose school is not chosen, or may no longer be bought for, ask for it again, and for what comes with it. All else that was typed stays. */
export const withKnownBuyer = (answers: RequestAnswers, memberships: readonly MembershipReply[]): RequestAnswers => {
  const known = memberships.some(({ buyer, whyNotBuy }) => buyer.ref === answers.buyerRef && whyNotBuy === undefined);
  if (known) return answers;
  const { buyerRef, payer, billTo } = firstAnswers(memberships);
  return { ...answers, buyerRef, payer, billTo, step: 'school-and-pupil' };
};
