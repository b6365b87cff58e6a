import type { quoteCallOff } from '../../contract/call-offs.ts';
import { type CallOffRequestInput, callOffRequestShape } from '../../contract/call-offs.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { isProvedByOthers } from '../../domain/register/framework.ts';
import type { RequestAnswers } from './answers.ts';

export type QuoteInput = BodyOf<typeof quoteCallOff>;

/** A number as typed: '5', '5.5', '5,5'; NaN when it is none. */
export const numberTyped = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

/** What a quote is asked with, as soon as enough is answered; undefined until then. */
export const toQuoteInput = (answers: RequestAnswers, serviceRef: string): QuoteInput | undefined => {
  const startDate = parseUkDate(answers.startDate);
  const endDate = parseUkDate(answers.endDate);
  const hoursPerDay = numberTyped(answers.hoursPerDay);
  const excludedFrom = parseUkDate(answers.excludedFrom);
  const { buyerRef, payer, exclusion, sessions, days, useFallbackApprover } = answers;
  if (!buyerRef || !payer || !sessions || days.length === 0 || !startDate || !endDate || !(hoursPerDay >= 0.25 && hoursPerDay <= 12))
    return undefined;
  const asked: QuoteInput = {
    ...(answers.enquiryRef === '' ? {} : { enquiryRef: answers.enquiryRef }),
    ...(answers.blockRef === '' ? {} : { blockRef: answers.blockRef }),
    buyerRef,
    serviceRef,
    payer,
    pattern: { days: [...days], sessions, hoursPerDay },
    startDate,
    endDate,
    ...(exclusion && exclusion !== 'no' && excludedFrom ? { exclusion: { kind: exclusion, from: excludedFrom } } : {}),
    useFallbackApprover,
  };
  const { basis, compulsorySchoolAge, lookedAfter } = answers;
  const age = numberTyped(answers.age);
  return {
    ...asked,
    ...(answers.ehcPlan === 'yes' ? { ehcPlan: true } : {}),
    // Who else could be asked depends on the pupil: known by now, for that page comes first.
    ...(!isDirectAward(answers) || basis === '' || !Number.isInteger(age)
      ? {}
      : { award: { basis, age, compulsorySchoolAge: compulsorySchoolAge === 'yes', lookedAfter: lookedAfter === 'yes' } }),
  };
};

/** The request in the shape that the server takes; undefined while an answer is missing or cannot be read. */
export const toRequest = (answers: RequestAnswers, serviceRef: string): CallOffRequestInput | undefined => {
  const { award: _award, ...asked } = toQuoteInput(answers, serviceRef) ?? {};
  const parsed = callOffRequestShape.safeParse({
    ...asked,
    pupilRef: answers.pupilRef,
    age: numberTyped(answers.age),
    compulsorySchoolAge: fact(answers.compulsorySchoolAge),
    ehcPlan: fact(answers.ehcPlan),
    lookedAfter: fact(answers.lookedAfter),
    ...(answers.offSiteDirection === '' ? {} : { offSiteDirection: answers.offSiteDirection === 'yes' }),
    arrangedBy: answers.arrangedBy,
    billTo: answers.billTo,
    ...(answers.costCode.trim() === '' ? {} : { costCode: answers.costCode }),
    ...(isDirectAward(answers) ? { basis: answers.basis } : {}),
    ...(needsReason(answers) ? { basisReason: answers.basisReason } : {}),
    ...(answers.objectives.trim() === '' ? {} : { objectives: answers.objectives }),
  });
  return parsed.success ? parsed.data : undefined;
};

/** Whether the provider is chosen by the school itself, and not by a competition or a block purchase. */
export const isDirectAward = ({ blockRef, enquiryRef }: Pick<RequestAnswers, 'blockRef' | 'enquiryRef'>): boolean =>
  blockRef === '' && enquiryRef === '';

/** Whether the reason that was chosen is one that only the school can give. */
export const needsReason = (answers: Pick<RequestAnswers, 'basis' | 'blockRef' | 'enquiryRef'>): boolean =>
  isDirectAward(answers) && answers.basis !== '' && !isProvedByOthers(answers.basis);

const fact = (answer: 'yes' | 'no' | ''): boolean | undefined => (answer === '' ? undefined : answer === 'yes');
