import type { CallOffRequestInput } from '../../contract/call-offs.ts';
import type { DraftAnswers } from '../../contract/drafts.ts';
import type { ExclusionKind } from '../../domain/call-off/exclusion.ts';
import { allowedIn, typedDays } from '../../domain/call-off/request-texts.ts';
import type { LocalDate } from '../../domain/days/local-date.ts';
import type { SchoolWeekday, SessionChoice } from '../../domain/days/weekly-pattern.ts';
import type { Arranger, Payer } from '../../domain/money/payer.ts';
import { checkPupilReference } from '../../domain/pupils/pupil-reference.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import type { DirectAwardBasis } from '../../domain/register/framework.ts';
import type { YesNo } from '../forms/fields/YesNoField.tsx';

/** The questions of a request, one page each, and the page where they are checked. */
export const requestSteps = ['school-and-pupil', 'payer', 'days', 'why', 'check'] as const;
export type RequestStep = (typeof requestSteps)[number];

/** What the form holds, as typed; '' is not answered. `step` is the page that a draft goes on from. */
export interface RequestAnswers {
  readonly step: RequestStep;
  readonly buyerRef: string;
  readonly pupilRef: string;
  readonly age: string;
  readonly compulsorySchoolAge: YesNo | '';
  readonly ehcPlan: YesNo | '';
  readonly lookedAfter: YesNo | '';
  readonly offSiteDirection: YesNo | '';
  readonly exclusion: ExclusionKind | 'no' | '';
  /** The first day of the suspension or exclusion. */
  readonly excludedFrom: string;
  readonly arrangedBy: Arranger | '';
  readonly payer: Payer | '';
  readonly billTo: string;
  readonly costCode: string;
  readonly days: readonly SchoolWeekday[];
  readonly sessions: SessionChoice | '';
  readonly hoursPerDay: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly basis: DirectAwardBasis | '';
  readonly basisReason: string;
  readonly objectives: string;
  /** The competition in which the provider was chosen. */
  readonly enquiryRef: string;
  /** The block purchase whose units are drawn. */
  readonly blockRef: string;
  readonly useFallbackApprover: boolean;
}

export const noAnswers: RequestAnswers = {
  step: 'school-and-pupil',
  buyerRef: '',
  pupilRef: '',
  age: '',
  compulsorySchoolAge: '',
  ehcPlan: '',
  lookedAfter: '',
  offSiteDirection: '',
  exclusion: '',
  excludedFrom: '',
  arrangedBy: '',
  payer: '',
  billTo: '',
  costCode: '',
  days: [],
  sessions: '',
  hoursPerDay: '',
  startDate: '',
  endDate: '',
  basis: '',
  basisReason: '',
  objectives: '',
  enquiryRef: '',
  blockRef: '',
  useFallbackApprover: false,
};

/** Answers from a stored draft: what is missing there, or of another kind, is not answered. */
export const answersOfDraft = (stored: DraftAnswers): RequestAnswers => {
  const known = Object.entries(noAnswers).map(([name, unanswered]) => {
    const value = stored[name];
    return [name, sameKind(value, unanswered) ? value : unanswered] as const;
  });
  const answers = Object.fromEntries(known) as unknown as RequestAnswers;
  return requestSteps.includes(answers.step) ? answers : { ...answers, step: 'school-and-pupil' };
};

const sameKind = (value: unknown, like: unknown): boolean => typeof value === typeof like && Array.isArray(value) === Array.isArray(like);

/**
 * Answers as a draft stores them. A pupil reference that looks like a name or a number of the child's stays in the page and is not stored
 * (R40); the form asks again when it is submitted.
 */
export const draftOfAnswers = (answers: RequestAnswers): DraftAnswers => {
  const reference = checkPupilReference(answers.pupilRef);
  const pupilRef = reference.ok || reference.found === 'pattern' ? answers.pupilRef : '';
  return { ...answers, pupilRef, days: [...answers.days] };
};

/**
 * Answers as a device may keep them. It refuses nothing, and nobody looks through what it has: so each text that seems to name a pupil is left out
 * whole (R40), while it stays on the page.
 */
export const deviceAnswers = (answers: RequestAnswers): DraftAnswers =>
  Object.fromEntries(
    Object.entries(draftOfAnswers(answers)).map(([field, value]) => [
      field,
      typeof value !== 'string' || typedDays.includes(field) || field === 'pupilRef' || screenFreeText(value, allowedIn(field)).ok
        ? value
        : '',
    ]),
  );

/** Answers from a request, to change it or to start again from it. */
export const answersOfRequest = (request: CallOffRequestInput): RequestAnswers => ({
  step: 'check',
  buyerRef: request.buyerRef,
  pupilRef: request.pupilRef,
  age: String(request.age),
  compulsorySchoolAge: yesNo(request.compulsorySchoolAge),
  ehcPlan: yesNo(request.ehcPlan),
  lookedAfter: yesNo(request.lookedAfter),
  offSiteDirection: request.offSiteDirection === undefined ? '' : yesNo(request.offSiteDirection),
  exclusion: request.exclusion?.kind ?? '',
  excludedFrom: request.exclusion ? asTyped(request.exclusion.from) : '',
  arrangedBy: request.arrangedBy,
  payer: request.payer,
  billTo: request.billTo,
  costCode: request.costCode ?? '',
  days: request.pattern.days,
  sessions: request.pattern.sessions,
  hoursPerDay: String(request.pattern.hoursPerDay),
  startDate: asTyped(request.startDate),
  endDate: asTyped(request.endDate),
  basis: request.basis ?? '',
  basisReason: request.basisReason ?? '',
  objectives: request.objectives ?? '',
  enquiryRef: request.enquiryRef ?? '',
  blockRef: request.blockRef ?? '',
  useFallbackApprover: request.useFallbackApprover,
});

const yesNo = (fact: boolean): YesNo => (fact ? 'yes' : 'no');

/** '2027-03-05' as '5 3 2027'. */
const asTyped = (date: LocalDate): string => date.split('-').reverse().map(Number).join(' ');
