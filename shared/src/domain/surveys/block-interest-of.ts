import { addMonths, type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { ServiceType } from '../register/service.ts';
import { serviceTypes } from '../register/service.ts';
import type { Survey } from './survey.ts';
import type { BlockInterest } from './survey-question.ts';
import type { SurveyResponse } from './survey-response.ts';

/** So long what a school said of buying together counts as an interest. */
const monthsOfInterest = 12;

/** Row 68: an expression of interest: that a buyer is, or may be, interested in buying together, and in which services. It binds nobody. */
interface ExpressionOfInterest {
  readonly buyerRef: string;
  readonly interest: Exclude<BlockInterest, 'not-interested'>;
  /** In which types of service; in any where none was named. */
  readonly services: readonly ServiceType[];
  readonly surveyRef: string;
  readonly saidOn: LocalDate;
}

interface Said extends Omit<ExpressionOfInterest, 'interest'> {
  readonly interest: BlockInterest;
  readonly at: string;
}

const saidIn = (surveys: readonly Survey[], response: SurveyResponse): readonly Said[] => {
  const questions = surveys.find(({ ref }) => ref === response.surveyRef)?.questions ?? [];
  const chosenFor = (kind: 'block-interest' | 'services'): readonly string[] => {
    const key = questions.find((question) => question.kind === kind)?.key;
    return response.answers.find((answer) => answer.key === key)?.chosen ?? [];
  };
  const [interest] = chosenFor('block-interest');
  const { buyerRef, surveyRef, answeredAt: at } = response;
  const services = serviceTypes.filter((type) => chosenFor('services').includes(type));
  return interest === undefined
    ? []
    : [{ buyerRef, interest: interest as BlockInterest, services, surveyRef, at, saidOn: toLondonDate(at) }];
};

/**
 * Row 68: who is interested in buying a type of service together, by what each buyer said last, in whatever role; those who are interested before those who
 * may be. Who said nothing of it is not among them, nor who said so more than twelve months ago.
 */
export const interestedIn = (
  type: ServiceType,
  surveys: readonly Survey[],
  responses: readonly SurveyResponse[],
  today: LocalDate,
): readonly ExpressionOfInterest[] => {
  const said = responses.flatMap((response) => saidIn(surveys, response)).sort((a, b) => a.at.localeCompare(b.at));
  const last = [...new Map(said.map((each) => [each.buyerRef, each])).values()];
  return last
    .flatMap(({ at: _at, interest, ...rest }): readonly ExpressionOfInterest[] =>
      interest === 'not-interested' ? [] : [{ ...rest, interest }],
    )
    .filter(({ services, saidOn }) => (services.length === 0 || services.includes(type)) && today <= addMonths(saidOn, monthsOfInterest))
    .sort((a, b) => a.interest.localeCompare(b.interest) || a.buyerRef.localeCompare(b.buyerRef));
};
