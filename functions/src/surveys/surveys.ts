import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getSurvey as getDeclared, listSurveys as listDeclared, SurveyReply } from '@ap/shared/contract/surveys';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { isAnswerable } from '@ap/shared/domain/surveys/survey';
import { seatsOf, unanswered } from '@ap/shared/domain/surveys/survey-seats';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { findAnswering, toSurveyReply } from './answer-survey.ts';
import { responsesTo } from './survey-facts.ts';

type Needs = Pick<Ports, 'surveys' | 'surveyResponses' | 'buyers' | 'clock'>;

/** The surveys that the caller can answer today, those that close first before others. */
export const listSurveys =
  (ports: Needs) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const buyers = await ports.buyers.all();
    const today = toLondonDate(ports.clock.now());
    const open = (await ports.surveys.known()).map(({ state }) => state).filter((survey) => isAnswerable(survey, today));
    const asked = await Promise.all(
      open.map(async (survey) => {
        const seats = seatsOf(survey, caller.memberships, buyers);
        if (seats.length === 0) return [];
        const { ref, title, authorRole, closesOn } = survey;
        return [{ ref, title, authorRole, closesOn, waiting: unanswered(seats, await responsesTo(ports, ref)).length }];
      }),
    );
    return { surveys: asked.flat().sort((a, b) => a.closesOn.localeCompare(b.closesOn)) };
  };

/** One survey, to be answered. */
export const getSurvey =
  (ports: Needs) =>
  async ({ caller, params: { ref } }: Call<typeof getDeclared>): Promise<SurveyReply> =>
    toSurveyReply(ports, await findAnswering(ports, caller.memberships, ref));
