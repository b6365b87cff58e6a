import type { NoticeRecipient } from '@ap/shared/domain/notices/notice-recipients';
import type { Membership } from '@ap/shared/domain/people/membership';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import type { Survey } from '@ap/shared/domain/surveys/survey';
import { responseRef, type SurveyResponse, type SurveySeat } from '@ap/shared/domain/surveys/survey-response';
import { seatsAsked, seatsOf, surveyRecipients, unanswered } from '@ap/shared/domain/surveys/survey-seats';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'buyers' | 'surveyResponses'>;

/** The register and the answers as last known: they cost no request, however many they are. */
export interface SurveyFound {
  readonly buyers: readonly Buyer[];
  readonly members: readonly Membership[];
  readonly responses: readonly SurveyResponse[];
}

/** What was answered to a survey, as last known. */
export const responsesTo = async ({ surveyResponses }: Pick<Ports, 'surveyResponses'>, ref: string): Promise<readonly SurveyResponse[]> =>
  (await surveyResponses.known()).map(({ state }) => state).filter(({ surveyRef }) => surveyRef === ref);

export const surveyFacts = async (ports: Needs, { ref }: Pick<Survey, 'ref'>): Promise<SurveyFound> => {
  const buyers = await ports.buyers.all();
  const members = await Promise.all(buyers.map((buyer) => ports.buyers.members(buyer.ref, 'known')));
  return { buyers, members: members.flat(), responses: await responsesTo(ports, ref) };
};

/** Who is sent a survey, or reminded of it: those with an answer that is missing. */
export const peopleAsked = (survey: Survey, { buyers, members, responses }: SurveyFound): readonly NoticeRecipient[] =>
  surveyRecipients(survey, { buyers, members }, responses);

/** How many answers were asked for, could be given by somebody whom the register knows, and are there. */
export interface SurveyNumbers {
  readonly asked: number;
  readonly answerable: number;
  readonly answered: number;
  /** Of those that somebody could give. */
  readonly missing: number;
}

/** Answers count from schools that are asked today. */
export const surveyNumbers = (survey: Survey, { buyers, members, responses }: SurveyFound): SurveyNumbers => {
  const asked = seatsAsked(survey, buyers);
  const staffed = seatsOf(survey, members, buyers);
  const answerable = asked.filter((seat) => staffed.some(({ buyerRef, role }) => buyerRef === seat.buyerRef && role === seat.role));
  return {
    asked: asked.length,
    answerable: answerable.length,
    answered: asked.length - unanswered(asked, responses).length,
    missing: unanswered(answerable, responses).length,
  };
};

/** What was answered for one seat, as the list has it now. */
export const responseOf = async (
  { surveyResponses }: Pick<Ports, 'surveyResponses'>,
  ref: string,
  seat: SurveySeat,
): Promise<SurveyResponse | undefined> => (await surveyResponses.find(responseRef(ref, seat)))?.state;
