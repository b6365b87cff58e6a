import { formatDate } from '@ap/shared/domain/days/local-date';
import type { Survey } from '@ap/shared/domain/surveys/survey';
import type { SurveyAnswer } from '@ap/shared/domain/surveys/survey-answer';
import { choicesOf, type SurveyQuestion } from '@ap/shared/domain/surveys/survey-question';
import * as z from 'zod';
import { type CardAnswer, type CardClick, clickParts, readClick } from '../cards/card-click.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { answerFor, findAnswering } from './answer-survey.ts';
import { answeredCard, type SurveyVerb, surveyCard } from './survey-card.ts';
import { responseOf } from './survey-facts.ts';

const click = z
  .object({
    commandKey: clickParts.commandKey,
    ref: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
    version: z.int().min(0),
  })
  .catchall(z.unknown());

/** What was typed on a card, by question: choices by their place, of which a comma parts several. What makes no sense is left for the decision to refuse. */
const answersOn = (questions: readonly SurveyQuestion[], data: Readonly<Record<string, unknown>>): readonly SurveyAnswer[] =>
  questions.flatMap((question): readonly SurveyAnswer[] => {
    const { key, kind } = question;
    const typed = data[key];
    if (typed === undefined || typed === null || typed === '') return [];
    const text = String(typed);
    if (kind === 'text') return [{ key, words: clickParts.comment.parse(text) ?? '' }];
    if (kind === 'number') return [{ key, number: Number(text) }];
    const choices = choicesOf(question);
    return [{ key, chosen: text.split(',').map((at) => choices[Number(at)]?.value ?? at) }];
  });

type Needs = Parameters<typeof answerFor>[0] & Pick<Ports, 'buyers'>;

/** Answers a click on the card of a survey: what was typed is kept for the one school and role for which this person answers. */
export const answerSurveyCard =
  (ports: Needs, callerOf: (by: CardClick['by']) => Promise<Caller>, pageOf: (ref: string) => string, newKey: () => string) =>
  async ({ data, by }: CardClick<SurveyVerb>): Promise<CardAnswer> => {
    const { ref, version, commandKey, ...typed } = readClick(click, data);
    const { person, memberships } = await callerOf(by);
    const { survey, seats } = await findAnswering(ports, memberships, ref);
    const page = pageOf(survey.ref);
    const [seat, ...more] = seats;
    // By now they answer for several schools or roles: the page asks for which.
    if (!seat || more.length > 0) return { card: surveyCard(survey, { page, commandKey: newKey() }) };
    const buyerName = (await ports.buyers.all()).find(({ ref: buyerRef }) => buyerRef === seat.buyerRef)?.name ?? seat.buyerRef;
    const answers = answersOn(survey.questions, typed);
    try {
      await answerFor(ports, { by: person, key: commandKey, content: { version, typed } }, survey.ref, { seat, seen: version, answers });
      return { card: answeredCard(survey, { page, told: toldOf(survey) }) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const present = await responseOf(ports, survey.ref, seat);
      // What a colleague answered meanwhile is shown, never what was typed over it.
      const shown = error.code === 'stale-version' ? (present?.answers ?? []) : answers;
      return {
        card: surveyCard(survey, {
          seat: { ...seat, buyerName, version: present?.version ?? 0 },
          page,
          commandKey: newKey(),
          answers: shown,
          notice: error.message,
        }),
      };
    }
  };

const toldOf = ({ closesOn }: Survey): string =>
  `Thank you: your answers are with the commissioning team. They can be changed until ${formatDate(closesOn)}.`;
