import { refuse, type TenderRefusal } from '../refusal.ts';
import { pupilFault } from '../text.ts';
import { greatestScore, isAskedFor, type Question, type QuestionSet, weightOf } from './question.ts';

const mostWords = 2_000;

/** Why a question set cannot be published for these lots; `undefined` when it can. Fields point into the set. */
export const questionSetFault = (set: QuestionSet, lotKeys: readonly string[]): TenderRefusal | undefined => {
  if (set.version.trim() === '') return refuse('text-required', 'Enter a version for the question set.', '/questionSet/version');
  for (const [at, question] of set.questions.entries()) {
    const where = `/questionSet/questions/${at}`;
    const fault =
      set.questions.findIndex(({ key }) => key === question.key) < at
        ? invalid(`Two questions are called ${question.key}. Give each a key of its own.`, `${where}/key`)
        : questionFault(question, lotKeys, where);
    if (fault) return fault;
  }
  const unweighed = lotKeys.find((lotKey) => totalWeight(set, lotKey) !== 100);
  return unweighed === undefined
    ? undefined
    : refuse(
        'weights-not-valid',
        `The scored questions of lot ${unweighed} weigh ${totalWeight(set, unweighed)} together. They must make 100.`,
        '/questionSet/questions',
      );
};

const totalWeight = (set: QuestionSet, lotKey: string): number =>
  set.questions.filter((question) => isAskedFor(question, lotKey)).reduce((sum, question) => sum + weightOf(question), 0);

const invalid = (detail: string, field: string): TenderRefusal => refuse('questions-not-valid', detail, field);

const questionFault = (question: Question, lotKeys: readonly string[], where: string): TenderRefusal | undefined => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(question.key)) return invalid('A key is small letters, digits and hyphens.', `${where}/key`);
  if (question.text.trim() === '') return refuse('text-required', 'Enter the question.', `${where}/text`);
  const unknown = question.lots === 'every' ? undefined : question.lots.find((lotKey) => !lotKeys.includes(lotKey));
  if (unknown !== undefined) return refuse('lot-not-known', `This round takes no applications for lot ${unknown}.`, `${where}/lots`);
  if (question.lots !== 'every' && question.lots.length === 0) return invalid('Choose at least one lot.', `${where}/lots`);
  if (question.marking.kind !== 'for-information' && !question.mandatory)
    return invalid('A question that is scored, or that an application passes or fails by, is mandatory.', `${where}/mandatory`);
  return (
    markingFault(question, where) ??
    kindFault(question, where) ??
    pupilFault(`${question.text} ${question.guidance ?? ''}`, 'the question', `${where}/text`)
  );
};

const markingFault = ({ marking }: Question, where: string): TenderRefusal | undefined => {
  if (marking.kind !== 'scored') return undefined;
  if (!Number.isInteger(marking.weight) || marking.weight < 1 || marking.weight > 100)
    return refuse('weights-not-valid', 'Enter a weight of 1 to 100.', `${where}/marking/weight`);
  const { least } = marking;
  return least === undefined || (Number.isInteger(least) && least >= 1 && least <= greatestScore)
    ? undefined
    : refuse('number-not-allowed', `Enter a least score of 1 to ${greatestScore}.`, `${where}/marking/least`);
};

const kindFault = (question: Question, where: string): TenderRefusal | undefined => {
  switch (question.kind) {
    case 'text':
      return Number.isInteger(question.mostWords) && question.mostWords >= 1 && question.mostWords <= mostWords
        ? undefined
        : refuse('number-not-allowed', `Enter a limit of 1 to ${mostWords} words.`, `${where}/mostWords`);
    case 'number':
      if (!Number.isInteger(question.from) || !Number.isInteger(question.to) || question.from > question.to)
        return refuse('number-not-allowed', 'Enter whole numbers, the smaller first.', `${where}/from`);
      return question.marking.kind === 'pass-or-fail' && !(question.marking.passes.atLeast <= question.to)
        ? invalid('Nobody could pass this question.', `${where}/marking/passes`)
        : undefined;
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
