import { formatInstant } from '../../days/local-date.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { type Change, decider } from '../decider.ts';
import { type Answers, answerFault, isAnswered } from '../round/answer.ts';
import { questionsFor } from '../round/question.ts';
import { reuseAnswers } from '../round/reuse-answers.ts';
import { criteriaOf, isPastClose, type Round, takesApplications } from '../round/round.ts';
import { firstFault } from '../text.ts';
import { type Application, applicationRef } from './application.ts';
import type { ApplicationCommand, ApplicationFacts, StartApplication } from './application-command.ts';
import { applicationMachine } from './application-machine.ts';
import { declarationFault, sign } from './declaration.ts';
import { missingOffer, offersFault } from './offer.ts';

/** Decides one command about an application (rows 9-12; R36, R37). The clock that counts is `now`, whatever a timer has done. */
export const decideApplication = decider<Application, StartApplication, ApplicationCommand, ApplicationFacts>(
  applicationMachine,
  { 'start-application': (command, facts, now) => start(command, facts, now) },
  {
    'start-application': (present, command, facts, now) =>
      command.providerRef === present.providerRef
        ? start(command, facts, now)
        : refused('not-your-role', 'This is the application of another provider.'),
    'save-application': (present, { lotKeys, answers, cleared = [], offers }, { round }, now) =>
      firstFault(
        closedFault(round, now),
        lotsFault(lotKeys, round),
        answersFault(answers, round, lotKeys),
        offersFault(offers, lotKeys),
      ) ?? {
        state: { ...present, lotKeys, answers: { ...without(present.answers, cleared), ...answers }, offers },
        what: 'Saved',
      },
    'sign-declaration': (present, { declaration }, { round }, now) =>
      firstFault(closedFault(round, now), declarationFault(declaration)) ?? {
        state: { ...present, declaration: sign(declaration, now) },
        what: 'Declaration signed',
      },
    'submit-application': (present, _command, { round }, now) =>
      firstFault(closedFault(round, now), incomplete(present, round)) ?? {
        state: { ...present, status: 'submitted', submittedAt: now },
        what: 'Submitted',
        works: [{ kind: 'tell', audience: 'applicant', news: 'application-submitted' }],
      },
    'take-back-application': (present, _command, { round }, now) =>
      closedFault(round, now) ?? {
        state: { ...present, status: 'draft', submittedAt: undefined, declaration: undefined },
        what: 'Taken back to be changed',
        works: [{ kind: 'tell', audience: 'applicant', news: 'application-taken-back' }],
      },
    'withdraw-application': (present, _command, { round }, now) =>
      closedFault(round, now) ?? {
        state: { ...present, status: 'withdrawn', submittedAt: undefined },
        what: 'Withdrawn',
        works: [{ kind: 'tell', audience: 'applicant', news: 'application-withdrawn' }],
      },
    'enter-application': (present, _command, { round }, now) =>
      notClosedYet(round, now) ?? {
        state: { ...present, status: 'in-evaluation' },
        what: 'Entered for evaluation',
        works: [{ kind: 'enter-lots' }],
      },
    'lapse-application': (present, _command, { round }, now) =>
      notClosedYet(round, now) ?? {
        state: { ...present, status: 'lapsed' },
        what: 'Lapsed',
        works: [{ kind: 'tell', audience: 'applicant', news: 'application-lapsed' }],
      },
  },
);

const without = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));

const start = (
  { providerRef, providerName, contact, lotKeys, reuseLast }: StartApplication,
  { round, last }: ApplicationFacts,
  now: string,
): Change<Application> | Refusal => {
  const fault = firstFault(
    closedFault(round, now),
    lotsFault(lotKeys, round),
    reuseLast && !last ? refused('nothing-to-reuse', 'There is no earlier application to take answers from.', '/reuseLast') : undefined,
  );
  if (fault) return fault;
  return {
    state: {
      ref: applicationRef(round.ref, providerRef),
      status: 'draft',
      roundRef: round.ref,
      frameworkRef: round.frameworkRef,
      providerRef,
      providerName,
      contact,
      lotKeys,
      answers: reuseLast && last ? reuseAnswers(last, questionsFor(round.questionSet, lotKeys)).answers : {},
      offers: [],
    },
    what: reuseLast ? 'Started with the answers of the last round' : 'Started',
  };
};

/** Row 9: late is refused by the clock, and so is early. */
const closedFault = (round: Round, now: string): Refusal | undefined => {
  if (takesApplications(round, now)) return undefined;
  return isPastClose(round, now) && round.status !== 'cancelled'
    ? refused('round-late', `The round closed on ${formatInstant(round.closesAt)}. Applications cannot be changed any more.`)
    : refused(
        'round-not-open',
        round.status === 'cancelled' ? 'The round was cancelled.' : `The round opens on ${formatInstant(round.opensAt)}.`,
      );
};

const notClosedYet = (round: Round, now: string): Refusal | undefined =>
  isPastClose(round, now) ? undefined : refused('not-yet', `The round closes on ${formatInstant(round.closesAt)}.`);

const lotsFault = (lotKeys: readonly string[], round: Round): Refusal | undefined => {
  if (lotKeys.length === 0 || new Set(lotKeys).size < lotKeys.length)
    return refused('lot-not-known', 'Choose at least one lot, each once.', '/lotKeys');
  const unknown = lotKeys.find((lotKey) => !criteriaOf(round, lotKey));
  return unknown === undefined ? undefined : refused('lot-not-known', `This round takes no applications for lot ${unknown}.`, '/lotKeys');
};

const answersFault = (answers: Answers, round: Round, lotKeys: readonly string[]): Refusal | undefined => {
  const asked = new Map(questionsFor(round.questionSet, lotKeys).map((question) => [question.key, question]));
  for (const [key, answer] of Object.entries(answers)) {
    const question = asked.get(key);
    const fault = question
      ? answerFault(question, answer)
      : refused('answer-not-valid', 'This round does not ask that question.', `/answers/${key}`);
    if (fault) return fault;
  }
  return undefined;
};

const incomplete = ({ lotKeys, answers, offers, declaration }: Application, round: Round): Refusal | undefined => {
  const open = questionsFor(round.questionSet, lotKeys).find(({ key, mandatory }) => mandatory && !isAnswered(answers[key]));
  if (open) return refused('answers-incomplete', `Answer this question: ${open.text}`, `/answers/${open.key}`);
  const unpriced = missingOffer(
    offers,
    lotKeys.flatMap((lotKey) => criteriaOf(round, lotKey) ?? []),
  );
  return (
    unpriced ?? (declaration ? undefined : refused('declaration-incomplete', 'Sign the declaration before you submit.', '/declaration'))
  );
};
