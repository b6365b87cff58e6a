import type { BodyOf } from '../../contract/endpoint.ts';
import type { sendEnquiry } from '../../contract/enquiries.ts';
import type { LocalDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import type { CompetitionCriterion, EnquiryKind } from '../../domain/enquiries/enquiry.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import type { KeyStage, Need } from '../../domain/register/service.ts';
import type { FormError } from '../forms/form-error.ts';

/** What the form that asks holds, as typed. */
export interface AskAnswers {
  readonly about: EnquiryKind | '';
  readonly buyerRef: string;
  readonly serviceRefs: readonly string[];
  readonly askCouncil: boolean;
  readonly needs: readonly Need[];
  readonly keyStage: KeyStage | '';
  readonly startDate: string;
  readonly endDate: string;
  readonly message: string;
  readonly workingDays: string;
  /** By what a competition is decided, the most important first; '' where no more counts. */
  readonly criteria: readonly (CompetitionCriterion | '')[];
}

export const blankAsk = (serviceRef: string): AskAnswers => ({
  about: 'question',
  buyerRef: '',
  serviceRefs: [serviceRef],
  askCouncil: false,
  needs: [],
  keyStage: '',
  startDate: '',
  endDate: '',
  message: '',
  workingDays: '5',
  criteria: ['price', 'earliest-start', '', ''],
});

export const messageLimit = 2_000;

type Body = BodyOf<typeof sendEnquiry>;

const dayFault = (field: 'startDate' | 'endDate', typed: string, needed: boolean): readonly FormError[] => {
  if (typed.trim() === '') return needed ? [{ field, message: 'Enter from when, such as 12 1 2027' }] : [];
  return parseUkDate(typed) ? [] : [{ field, message: 'Enter a real date, such as 12 1 2027' }];
};

/** What is wrong as far as this page can see; the server decides about the rest. */
export const faultsOfAsk = (answers: AskAnswers): readonly FormError[] => {
  const { about, buyerRef, serviceRefs, askCouncil, message, workingDays, startDate, endDate, criteria } = answers;
  const screened = screenFreeText(message);
  const days = Number(workingDays);
  return [
    ...(buyerRef === '' ? [{ field: 'buyerRef', message: 'Choose for whom you ask' }] : []),
    ...(about === '' ? [{ field: 'about', message: 'Choose what you want to do' }] : []),
    ...(about === 'question' && serviceRefs.length === 0 && !askCouncil
      ? [{ field: 'serviceRefs', message: 'Choose at least one provider, or the commissioning team' }]
      : []),
    ...(about === 'competition' && serviceRefs.length < 2 ? [{ field: 'serviceRefs', message: 'Choose at least two providers' }] : []),
    ...(about === 'competition' && criteria.every((each) => each === '')
      ? [{ field: 'criteria0', message: 'Choose by what you will decide' }]
      : []),
    ...dayFault('startDate', startDate, about === 'competition'),
    ...dayFault('endDate', endDate, false),
    ...(message.trim() === '' ? [{ field: 'message', message: 'Enter what you want to know' }] : []),
    ...(message.length > messageLimit ? [{ field: 'message', message: 'It must be 2,000 characters or fewer' }] : []),
    ...(screened.ok ? [] : [{ field: 'message', message: screened.sentence }]),
    ...(Number.isInteger(days) && days >= 2 && days <= 20 ? [] : [{ field: 'workingDays', message: 'Enter 2 to 20 working days' }]),
  ];
};

/** The answers as they are sent; undefined only where a fault says why. */
export const bodyOfAsk = (answers: AskAnswers): Body | undefined => {
  const { about, buyerRef, serviceRefs, askCouncil, needs, keyStage, message, workingDays, criteria } = answers;
  if (about === '' || faultsOfAsk(answers).length > 0) return undefined;
  const [startDate, endDate]: readonly (LocalDate | undefined)[] = [parseUkDate(answers.startDate), parseUkDate(answers.endDate)];
  return {
    about,
    buyerRef,
    question: {
      needs: [...needs],
      message: message.trim(),
      ...(keyStage === '' ? {} : { keyStage }),
      ...(startDate === undefined ? {} : { startDate }),
      ...(endDate === undefined ? {} : { endDate }),
    },
    serviceRefs: [...serviceRefs],
    askCouncil: about === 'question' && askCouncil,
    workingDays: Number(workingDays),
    criteria: about === 'competition' ? criteria.filter((each): each is CompetitionCriterion => each !== '') : [],
  };
};

/** The field that a refusal of the server is about; '' when it is about the whole. */
export const fieldOfAsk = (pointer: string): string => {
  const part = pointer.split('/').filter((each) => each !== 'body' && each !== 'question')[1] ?? '';
  if (part === 'criteria') return 'criteria0';
  return part in blankAsk('') ? part : '';
};
