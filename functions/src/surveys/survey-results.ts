import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getSurveyResults as resultsDeclared } from '@ap/shared/contract/managed-surveys';
import type { SurveyResponse } from '@ap/shared/domain/surveys/survey-response';
import { resultsOf } from '@ap/shared/domain/surveys/survey-results';
import { seatsAsked, unanswered } from '@ap/shared/domain/surveys/survey-seats';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { findManaged } from './managed-surveys.ts';
import { surveyFacts, surveyNumbers } from './survey-facts.ts';
import { toAnswers } from './survey-replies.ts';

/** The results of a survey. They are for commissioners alone, who see which school answered what: those who answered were told so before. */
export const getSurveyResults =
  (ports: Ports) =>
  async ({ params }: Call<typeof resultsDeclared>): Promise<ReplyOf<typeof resultsDeclared>> => {
    const survey = await findManaged(ports, params.ref);
    const found = await surveyFacts(ports, survey);
    const { buyers, responses } = found;
    const { answered, asked, answerable } = surveyNumbers(survey, found);
    const nameOf = ({ buyerRef }: SurveyResponse): string => buyers.find(({ ref }) => ref === buyerRef)?.name ?? buyerRef;
    return {
      answered,
      asked,
      answerable,
      byRole: survey.roles.map((role) => {
        const seats = seatsAsked({ ...survey, roles: [role] }, buyers);
        return { role, asked: seats.length, answered: seats.length - unanswered(seats, responses).length };
      }),
      results: resultsOf(survey.questions, responses).map(withoutAbsent),
      responses: responses
        .map((response) => ({
          buyerRef: response.buyerRef,
          buyerName: nameOf(response),
          role: response.role,
          answeredAt: response.answeredAt,
          answers: toAnswers(response.answers),
        }))
        .sort((a, b) => a.buyerName.localeCompare(b.buyerName) || a.role.localeCompare(b.role)),
    };
  };
