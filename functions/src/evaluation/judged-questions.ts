import type { JudgedQuestion } from '@ap/shared/contract/evaluation';
import type { Answer, Answers } from '@ap/shared/domain/tenders/round/answer';
import { judgedFor, type Question, type QuestionSet } from '@ap/shared/domain/tenders/round/question';

const textOf = (answer: Answer | undefined): string => {
  switch (answer?.kind) {
    case undefined:
      return '';
    case 'text':
      return answer.text;
    case 'document-link':
      return 'A document';
    case 'number':
      return String(answer.number);
    case 'choice':
      return answer.chosen.join(', ');
    case 'yes-no':
      return answer.answer === 'yes' ? 'Yes' : 'No';
  }
};

const judged = ({ key, text, guidance, marking }: Question, answer: Answer | undefined): JudgedQuestion => ({
  key,
  text,
  ...(guidance === undefined ? {} : { guidance }),
  ...(marking.kind === 'scored' ? { weight: marking.weight, ...(marking.least === undefined ? {} : { least: marking.least }) } : {}),
  answer: textOf(answer),
  ...(answer?.kind === 'document-link' ? { link: answer.link } : {}),
});

/** The questions of a lot that people judge, each with what was answered. Nothing else of the application: no price, no declaration. */
export const judgedQuestions = (questionSet: QuestionSet, lotKey: string, answers: Answers): readonly JudgedQuestion[] =>
  judgedFor(questionSet, lotKey).map((question) => judged(question, answers[question.key]));
