import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { answerSurvey as answerDeclared, SurveyReply } from '@ap/shared/contract/surveys';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Membership } from '@ap/shared/domain/people/membership';
import { samePerson } from '@ap/shared/domain/people/person';
import { decideResponse } from '@ap/shared/domain/surveys/decide-response';
import { isAnswerable, type Survey } from '@ap/shared/domain/surveys/survey';
import type { SurveyAnswer } from '@ap/shared/domain/surveys/survey-answer';
import { responseRef, type SurveyResponse, type SurveySeat } from '@ap/shared/domain/surveys/survey-response';
import { seatsOf } from '@ap/shared/domain/surveys/survey-seats';
import type { GivenCommand } from '../commands/apply-once.ts';
import { runAtRef } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { noSuchSurvey, toAnswers, toQuestion } from './survey-replies.ts';
import { responsesHome } from './surveys-home.ts';

type Needs = Pick<Ports, 'surveys' | 'surveyResponses' | 'buyers' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** A survey that can be answered now, and for which schools and roles this person answers it. */
export interface Answering {
  readonly survey: Survey;
  readonly seats: readonly SurveySeat[];
}

/** Finds a survey for whoever answers it. Throws not-found for everybody else, and once it is closed. */
export const findAnswering = async (
  ports: Pick<Ports, 'surveys' | 'buyers' | 'clock'>,
  memberships: readonly Membership[],
  ref: string,
): Promise<Answering> => {
  const survey = (await ports.surveys.find(ref))?.state;
  if (!survey || !isAnswerable(survey, toLondonDate(ports.clock.now()))) throw noSuchSurvey();
  const seats = seatsOf(survey, memberships, await ports.buyers.all());
  if (seats.length === 0) throw noSuchSurvey();
  return { survey, seats };
};

const isSeat = (seat: SurveySeat, other: SurveySeat): boolean => seat.buyerRef === other.buyerRef && seat.role === other.role;

/** What is answered: for whom, to what version, and what. */
interface Answered {
  readonly seat: SurveySeat;
  readonly seen: number;
  readonly answers: readonly SurveyAnswer[];
}

/** Answers a survey for one seat, or changes what was answered there. Who may is read anew from the register. */
export const answerFor = async (
  ports: Needs,
  given: GivenCommand,
  surveyRef: string,
  { seat, seen, answers }: Answered,
): Promise<SurveyResponse> => {
  const ref = responseRef(surveyRef, seat);
  const { state } = await runAtRef(ports, responsesHome(ports), { ...given, ref }, async (present, command) => {
    const survey = (await ports.surveys.find(surveyRef))?.state;
    if (!survey || survey.status === 'draft' || survey.status === 'discarded') throw noSuchSurvey();
    const members = await ports.buyers.members(seat.buyerRef, 'fresh');
    const own = members.filter(({ person }) => samePerson(person, given.by));
    const roles = seatsOf(survey, own, await ports.buyers.all()).some((each) => isSeat(each, seat)) ? (['answering'] as const) : [];
    if (roles.length > 0 && (present?.version ?? 0) !== seen)
      throw new ProblemError('stale-version', 'A colleague answered since you opened this survey. Nothing of yours was saved.');
    const asked = { ...command, survey, seat, answers };
    return decideResponse(
      present,
      present ? { ...asked, kind: 'change-response' } : { ...asked, kind: 'give-response' },
      { roles },
      command.now,
    );
  });
  return state;
};

/** A survey as whoever answers it sees it. */
export const toSurveyReply = async (
  ports: Pick<Ports, 'buyers' | 'surveyResponses'>,
  { survey, seats }: Answering,
): Promise<SurveyReply> => {
  const { ref, title, body, authorRole, closesOn, author, questions } = survey;
  const buyers = await ports.buyers.all();
  const found = await Promise.all(seats.map((seat) => ports.surveyResponses.find(responseRef(ref, seat))));
  return {
    ref,
    title,
    body,
    authorRole,
    closesOn,
    publisher: { name: author.name, email: author.email },
    questions: questions.map(toQuestion),
    seats: seats.map(({ buyerRef, role }, at) => {
      const response = found[at]?.state;
      return {
        buyerRef,
        buyerName: buyers.find((buyer) => buyer.ref === buyerRef)?.name ?? buyerRef,
        role,
        version: response?.version ?? 0,
        ...withoutAbsent({
          answers: response && toAnswers(response.answers),
          answeredBy: response?.answeredBy.name,
          answeredAt: response?.answeredAt,
        }),
      };
    }),
  };
};

/** Answers by the page. */
export const answerSurvey =
  (ports: Needs) =>
  async ({ caller, params: { ref }, body, key }: Call<typeof answerDeclared>): Promise<ReplyOf<typeof answerDeclared>> => {
    const { buyerRef, role, seen, answers } = body;
    const seat = { buyerRef, role };
    await answerFor(ports, { by: caller.person, key, content: body }, ref, { seat, seen, answers });
    // It may have closed in this moment: what was saved is shown all the same.
    const survey = (await ports.surveys.find(ref))?.state;
    if (!survey) throw noSuchSurvey();
    return toSurveyReply(ports, { survey, seats: seatsOf(survey, caller.memberships, await ports.buyers.all()) });
  };
