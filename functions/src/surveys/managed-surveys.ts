import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import {
  type actOnSurvey as actDeclared,
  type getManagedSurvey as getDeclared,
  type listManagedSurveys as listDeclared,
  type ManagedSurveyReply,
  type SurveyAct,
  type listSurveySends as sendsDeclared,
  surveyActs,
  type writeSurvey as writeDeclared,
} from '@ap/shared/contract/managed-surveys';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { noticeRolesOf } from '@ap/shared/domain/notices/notice-command';
import { countSends, type SendCounts } from '@ap/shared/domain/notices/notice-send';
import { decideSurvey } from '@ap/shared/domain/surveys/decide-survey';
import { isAnswerable, type Survey } from '@ap/shared/domain/surveys/survey';
import type { SurveyFacts } from '@ap/shared/domain/surveys/survey-command';
import { surveyMachine } from '@ap/shared/domain/surveys/survey-machine';
import { createRecord, runOnRecord } from '../commands/run-record.ts';
import { pageOfSends, sendsOf } from '../effects/send-record.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { peopleAsked, type SurveyFound, type SurveyNumbers, surveyFacts, surveyNumbers } from './survey-facts.ts';
import { toQuestion } from './survey-replies.ts';
import { surveysHome } from './surveys-home.ts';

const noSuch = (): ProblemError => new ProblemError('not-found', 'There is no such survey.');

/** Finds one for commissioners, in whatever state. */
export const findManaged = async ({ surveys }: Pick<Ports, 'surveys'>, ref: string): Promise<Survey> => {
  const found = await surveys.find(ref);
  if (!found) throw noSuch();
  return found.state;
};

const toSummary = ({ ref, title, status, closesOn, openedAt }: Survey, { answered, asked }: SurveyNumbers) => ({
  ref,
  title,
  status,
  closesOn,
  ...withoutAbsent({ openedAt }),
  answered,
  asked,
});

/** What can be done with it as it stands. Who may do it, and the rest of each guard, is the decision's. */
const mayDo = (survey: Survey, { failed }: SendCounts, { missing }: SurveyNumbers, now: string): SurveyAct[] =>
  surveyActs.filter((act) => {
    if (!surveyMachine.moves.some(({ command, from }) => command === act && from.includes(survey.status))) return false;
    const today = toLondonDate(now);
    switch (act) {
      case 'remove-question':
      case 'open-survey':
        return survey.questions.length > 0;
      case 'resend-survey':
        return failed > 0 && isAnswerable(survey, today);
      case 'remind-survey':
        return missing > 0 && isAnswerable(survey, today) && toLondonDate(survey.remindedAt ?? survey.openedAt ?? now) !== today;
      default:
        return true;
    }
  });

const toReply = async (ports: Ports, survey: Survey): Promise<ManagedSurveyReply> => {
  const [sends, found] = await Promise.all([sendsOf(ports, survey.ref), surveyFacts(ports, survey)]);
  const counts = countSends(sends);
  const numbers = surveyNumbers(survey, found);
  const { body, authorRole, audience, roles, author, version, questions, remindedAt, closedAt, history } = survey;
  return {
    ...toSummary(survey, numbers),
    body,
    authorRole,
    audience,
    roles,
    author: author.name,
    version,
    questions: questions.map(toQuestion),
    ...withoutAbsent({ remindedAt, closedAt }),
    reaches: peopleAsked(survey, found).length,
    answerable: numbers.answerable,
    sends: counts,
    history: history.map(({ at, by, what, comment }) => withoutAbsent({ at, by, what, comment })),
    may: mayDo(survey, counts, numbers, ports.clock.now()),
  };
};

/** Every survey, what was changed last first. */
export const listManagedSurveys =
  (ports: Ports) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const changedAt = ({ history }: Survey): string => history.at(-1)?.at ?? '';
    const every = (await ports.surveys.known()).map(({ state }) => state);
    const sorted = every.sort((a, b) => changedAt(b).localeCompare(changedAt(a)));
    const found = await Promise.all(sorted.map((survey): Promise<SurveyFound> => surveyFacts(ports, survey)));
    return { surveys: sorted.map((survey, at) => toSummary(survey, surveyNumbers(survey, found[at] as SurveyFound))) };
  };

export const getManagedSurvey =
  (ports: Ports) =>
  async ({ params }: Call<typeof getDeclared>): Promise<ManagedSurveyReply> =>
    toReply(ports, await findManaged(ports, params.ref));

/** The send record, by name; of those that stand in one way, where that is asked for. */
export const listSurveySends =
  (ports: Ports) =>
  async ({ params, query }: Call<typeof sendsDeclared>): Promise<ReplyOf<typeof sendsDeclared>> => {
    const { ref } = await findManaged(ports, params.ref);
    return pageOfSends(await sendsOf(ports, ref), query);
  };

const rolesOf = async ({ buyers }: Pick<Ports, 'buyers'>, { person }: Caller): Promise<SurveyFacts['roles']> =>
  noticeRolesOf(person, await buyers.councilMembers('fresh'));

/** Writes a survey, once for each key of a person. */
export const writeSurvey =
  (ports: Ports) =>
  async ({ caller, body, key }: Call<typeof writeDeclared>): Promise<ManagedSurveyReply> => {
    const { state } = await createRecord(ports, surveysHome(ports), 'SV', { by: caller.person, key, content: body }, async (ref, command) =>
      decideSurvey(
        undefined,
        { ...command, kind: 'write-survey', ref, text: body.text },
        { roles: await rolesOf(ports, caller) },
        command.now,
      ),
    );
    return toReply(ports, state);
  };

const factsFor = async (ports: Ports, caller: Caller, survey: Survey, { kind }: BodyOf<typeof actDeclared>): Promise<SurveyFacts> => ({
  roles: await rolesOf(ports, caller),
  ...(kind === 'resend-survey' ? { failed: countSends(await sendsOf(ports, survey.ref)).failed } : {}),
  ...(kind === 'remind-survey' ? { missing: surveyNumbers(survey, await surveyFacts(ports, survey)).missing } : {}),
});

/** What a commissioner does with a survey, by the version that they have read. */
export const actOnSurvey =
  (ports: Ports) =>
  async ({ caller, params: { ref }, body, key }: Call<typeof actDeclared>): Promise<ManagedSurveyReply> => {
    const given = { ref, by: caller.person, key, content: body };
    const { state } = await runOnRecord(ports, surveysHome(ports), given, async (present, command) => {
      if (present.version !== body.seen)
        throw new ProblemError('stale-version', 'Somebody else changed this survey since you opened it. Nothing of yours was saved.');
      return decideSurvey(present, { ...command, ...body }, await factsFor(ports, caller, present, body), command.now);
    });
    return toReply(ports, state);
  };
