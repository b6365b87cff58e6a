import { type Refusal, refused } from '../../refusal.ts';
import { pupilFault } from '../text.ts';
import { greatestScore, isAskedFor, type Question, type QuestionSet, weightOf } from './question.ts';

const mostWords = 2_000;

/** Why a question set cannot be published for these lots; `undefined` when it can. Fields point into the set. */
export const questionSetFault = (set: QuestionSet, lotKeys: readonly string[]): Refusal | undefined => {
  if (set.version.trim() === '') return refused('text-required', 'Enter a version for the question set.', '/questionSet/version');
  for (const [at, question] of set.questions.entries()) {
    const where = `/questionSet/questions/${at}`;
    const fault =
      set.questions.findIndex(({ key }) => key === question.key) < at
        ? invalid(`Two questions are called ${question.key}. Give each a key of its own.`, `${where}/key`)
        : questionFaults(question, lotKeys, where)[0];
    if (fault) return fault;
  }
  const unweighed = lotKeys.find((lotKey) => totalWeight(set, lotKey) !== 100);
  return unweighed === undefined
    ? undefined
    : refused(
        'weights-not-valid',
        `The scored questions of lot ${unweighed} weigh ${totalWeight(set, unweighed)} together. They must make 100.`,
        '/questionSet/questions',
      );
};

/** What the scored questions of a lot weigh together. They must make 100 when the round is published. */
export const totalWeight = (set: Pick<QuestionSet, 'questions'>, lotKey: string): number =>
  set.questions.filter((question) => isAskedFor(question, lotKey)).reduce((sum, question) => sum + weightOf(question), 0);

const invalid = (detail: string, field: string): Refusal => refused('questions-not-valid', detail, field);

const isFault = (fault: Refusal | undefined): fault is Refusal => fault !== undefined;

/** Everything for which one question cannot be published for these lots, each at its own field; `where` is the pointer to the question. */
export const questionFaults = (question: Question, lotKeys: readonly string[], where: string): readonly Refusal[] =>
  [
    keyFault(question, where),
    question.text.trim() === '' ? refused('text-required', 'Enter the question.', `${where}/text`) : undefined,
    lotsFault(question, lotKeys, where),
    question.marking.kind !== 'for-information' && !question.mandatory
      ? invalid('A question that is scored, or that an application passes or fails by, is mandatory.', `${where}/mandatory`)
      : undefined,
    markingFault(question, where),
    kindFault(question, where),
    pupilFault(`${question.text} ${question.guidance ?? ''}`, 'the question', `${where}/text`),
  ].filter(isFault);

const keyFault = ({ key }: Question, where: string): Refusal | undefined =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(key) ? undefined : invalid('A key is small letters, digits and hyphens.', `${where}/key`);

const lotsFault = ({ lots }: Question, lotKeys: readonly string[], where: string): Refusal | undefined => {
  if (lots === 'every') return undefined;
  if (lots.length === 0) return invalid('Choose at least one lot.', `${where}/lots`);
  const unknown = lots.find((lotKey) => !lotKeys.includes(lotKey));
  return unknown === undefined
    ? undefined
    : refused('lot-not-known', `This round takes no applications for lot ${unknown}.`, `${where}/lots`);
};

const markingFault = ({ marking }: Question, where: string): Refusal | undefined => {
  if (marking.kind !== 'scored') return undefined;
  if (!Number.isInteger(marking.weight) || marking.weight < 1 || marking.weight > 100)
    return refused('weights-not-valid', 'Enter a weight of 1 to 100.', `${where}/marking/weight`);
  const { least } = marking;
  return least === undefined || (Number.isInteger(least) && least >= 1 && least <= greatestScore)
    ? undefined
    : refused('number-not-allowed', `Enter a least score of 1 to ${greatestScore}.`, `${where}/marking/least`);
};

const kindFault = (question: Question, where: string): Refusal | undefined => {
  switch (question.kind) {
    case 'text':
      return Number.isInteger(question.mostWords) && question.mostWords >= 1 && question.mostWords <= mostWords
        ? undefined
        : refused('number-not-allowed', `Enter a limit of 1 to ${mostWords} words.`, `${where}/mostWords`);
    case 'number':
      if (!Number.isInteger(question.from) || !Number.isInteger(question.to) || question.from > question.to)
        return refused('number-not-allowed', 'Enter whole numbers, the smaller first.', `${where}/from`);
      if (question.marking.kind !== 'pass-or-fail') return undefined;
      if (!Number.isInteger(question.marking.passes.atLeast))
        return refused('number-not-allowed', 'Enter the least number that passes.', `${where}/marking/passes`);
      return question.marking.passes.atLeast <= question.to
        ? undefined
        : invalid('Nobody could pass this question.', `${where}/marking/passes`);
    case 'choice': {
      const { options, marking } = question;
      if (options.length < 2 || new Set(options).size < options.length)
        return invalid('Enter two or more different options.', `${where}/options`);
      return marking.kind === 'pass-or-fail' && !marking.passes.some((option) => options.includes(option))
        ? invalid('Nobody could pass this question.', `${where}/marking/passes`)
        : undefined;
    }
    default:
      return undefined;
  }
};
