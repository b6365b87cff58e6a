import type { ServiceReply } from '../../contract/service.ts';
import { allowedIn } from '../../domain/call-off/request-texts.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { checkPupilReference } from '../../domain/pupils/pupil-reference.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import type { FormError } from '../forms/form-error.ts';
import type { RequestAnswers, RequestStep } from './answers.ts';
import { isExcluded } from './exclusion.ts';
import { isDirectAward, needsReason, numberTyped } from './to-request.ts';

type Field = Exclude<keyof RequestAnswers, 'step'>;
type Check = (answers: RequestAnswers, service: Pick<ServiceReply, 'ageFrom' | 'ageTo'>) => readonly (FormError | undefined)[];

/** What is wrong with the answers of one page, in order of the page. The server decides again; these are the faults that a page can see. */
export const checkStep = (step: RequestStep, answers: RequestAnswers, service: Pick<ServiceReply, 'ageFrom' | 'ageTo'>): FormError[] =>
  checks[step](answers, service).filter((error) => error !== undefined);

const unless = (fine: boolean, field: Field, message: string): FormError | undefined => (fine ? undefined : { field, message });

const checks: Readonly<Record<RequestStep, Check>> = {
  'school-and-pupil': (answers, service) => [
    unless(answers.buyerRef !== '', 'buyerRef', 'Choose which school the request is for'),
    referenceFault(answers.pupilRef),
    ageFault(answers.age, service),
    unless(answers.compulsorySchoolAge !== '', 'compulsorySchoolAge', 'Choose yes if the pupil is of compulsory school age'),
    unless(answers.ehcPlan !== '', 'ehcPlan', 'Choose yes if the pupil has an EHC plan'),
    unless(answers.lookedAfter !== '', 'lookedAfter', 'Choose yes if the pupil is looked after'),
    isExcluded(answers) ? dateFault('excludedFrom', answers.excludedFrom, 'first day of the suspension or exclusion') : undefined,
  ],
  payer: (answers) => [
    unless(answers.arrangedBy !== '', 'arrangedBy', 'Choose who arranges the placement'),
    unless(answers.payer !== '', 'payer', 'Choose who pays'),
    unless(answers.billTo.trim() !== '', 'billTo', 'Enter who the invoice goes to'),
    textFault('billTo', answers.billTo, 200, 'Who the invoice goes to'),
    textFault('costCode', answers.costCode, 200, 'The cost code'),
  ],
  days: (answers) => [
    unless(answers.days.length > 0, 'days', 'Choose at least one day of the week'),
    unless(answers.sessions !== '', 'sessions', 'Choose mornings, afternoons or both'),
    hoursFault(answers.hoursPerDay),
    dateFault('startDate', answers.startDate, 'first day'),
    dateFault('endDate', answers.endDate, 'last day'),
    orderFault(answers),
  ],
  why: (answers) => [
    unless(answers.basis !== '' || !isDirectAward(answers), 'basis', 'Choose why this provider'),
    unless(!needsReason(answers) || answers.basisReason.trim() !== '', 'basisReason', 'Enter how you know'),
    textFault('basisReason', answers.basisReason, 2000, 'How you know'),
    textFault('objectives', answers.objectives, 2000, 'What the placement is for'),
  ],
  check: () => [],
};

const referenceFault = (text: string): FormError | undefined => {
  if (text.trim() === '') return { field: 'pupilRef', message: "Enter the school's own reference for the pupil" };
  const checked = checkPupilReference(text);
  return checked.ok ? undefined : { field: 'pupilRef', message: checked.sentence };
};

const ageFault = (text: string, { ageFrom, ageTo }: Pick<ServiceReply, 'ageFrom' | 'ageTo'>): FormError | undefined => {
  const age = numberTyped(text);
  if (Number.isNaN(age)) return { field: 'age', message: "Enter the pupil's age in years, such as 14" };
  return unless(
    Number.isInteger(age) && age >= ageFrom && age <= ageTo,
    'age',
    `Enter an age from ${ageFrom} to ${ageTo}: this service is for those ages`,
  );
};

/** The hours that are allowed depend on the sessions: the quote knows the rule and tells it. Here only what no rule could allow. */
const hoursFault = (text: string): FormError | undefined => {
  const hours = numberTyped(text);
  return unless(hours >= 0.25 && hours <= 12, 'hoursPerDay', 'Enter how many hours a day, such as 5 or 2.5');
};

const dateFault = (field: Field, text: string, name: string): FormError | undefined =>
  text.trim() === '' ? { field, message: `Enter the ${name}` } : realDateFault(field, text, name);

/** What is wrong with a day that was typed; nothing typed is no fault. */
export const realDateFault = (field: Field, text: string, name: string): FormError | undefined =>
  unless(
    text.trim() === '' || parseUkDate(text) !== undefined,
    field,
    `Enter the ${name} as a real date with day, month and year, such as 27 3 2027`,
  );

const orderFault = ({ startDate, endDate }: RequestAnswers): FormError | undefined => {
  const [start, end] = [parseUkDate(startDate), parseUkDate(endDate)];
  return unless(!start || !end || start <= end, 'endDate', 'Enter a last day that is the same as or after the first day');
};

const textFault = (
  field: 'billTo' | 'costCode' | 'basisReason' | 'objectives',
  text: string,
  limit: number,
  name: string,
): FormError | undefined => {
  if (text.trim().length > limit) return { field, message: `${name} must be ${limit.toLocaleString('en-GB')} characters or fewer` };
  const screened = screenFreeText(text, allowedIn(field));
  return screened.ok ? undefined : { field, message: screened.sentence };
};
