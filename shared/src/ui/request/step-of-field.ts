import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { noAnswers, type RequestAnswers, type RequestStep } from './answers.ts';

type Field = Exclude<keyof RequestAnswers, 'step'>;

const steps: Readonly<Record<Field, RequestStep>> = {
  buyerRef: 'school-and-pupil',
  pupilRef: 'school-and-pupil',
  age: 'school-and-pupil',
  compulsorySchoolAge: 'school-and-pupil',
  ehcPlan: 'school-and-pupil',
  lookedAfter: 'school-and-pupil',
  offSiteDirection: 'school-and-pupil',
  exclusion: 'school-and-pupil',
  excludedFrom: 'school-and-pupil',
  useFallbackApprover: 'school-and-pupil',
  arrangedBy: 'payer',
  payer: 'payer',
  billTo: 'payer',
  costCode: 'payer',
  days: 'days',
  sessions: 'days',
  hoursPerDay: 'days',
  startDate: 'days',
  endDate: 'days',
  basis: 'why',
  basisReason: 'why',
  objectives: 'why',
  enquiryRef: 'why',
  blockRef: 'why',
};

const isField = (name: string): name is Field => name in noAnswers && name !== 'step';

/** The page on which a field is asked; undefined for anything that is not a field. */
const stepOfField = (field: string): RequestStep | undefined => (isField(field) ? steps[field] : undefined);

/** The field that a pointer names: '/pupilRef', '/request/pupilRef' and '/pattern/days' are 'pupilRef' and 'days'; '' for none of ours. */
export const fieldOfPointer = (pointer: string): string => pointer.split('/').find(isField) ?? '';

/** A refusal as errors of the form, with the page to show them on: that of the first field at fault, or none. */
export const errorsOfRefusal = (error: unknown): { readonly errors: readonly FormError[]; readonly step: RequestStep | undefined } => {
  const errors = faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOfPointer(pointer), message: detail }));
  const step = errors.map(({ field }) => stepOfField(field)).find((found) => found !== undefined);
  return { errors: step === undefined ? errors : errors.filter(({ field }) => stepOfField(field) === step), step };
};
