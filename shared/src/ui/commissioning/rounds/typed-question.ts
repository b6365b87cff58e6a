import type { BodyOf } from '../../../contract/endpoint.ts';
import type { planRound } from '../../../contract/rounds.ts';
import type { Question } from '../../../domain/tenders/round/question.ts';
import { questionFaults } from '../../../domain/tenders/round/question-set-fault.ts';
import type { FormError } from '../../forms/form-error.ts';

export type RoundPlan = BodyOf<typeof planRound>['plan'];
export type AskedQuestion = RoundPlan['questionSet']['questions'][number];
export type MarkingKind = AskedQuestion['marking']['kind'];

/** A question of a round as it stands in the form. What its kind and its marking do not ask is kept and not sent. */
export interface TypedQuestion {
  /** Of the form alone: its fields are named by it, wherever the question moves. */
  readonly id: string;
  /** By which answers are reused from round to round; '' until the question is sent for the first time. */
  readonly key: string;
  readonly text: string;
  readonly guidance: string;
  readonly asked: 'every' | 'some';
  readonly lotKeys: readonly string[];
  readonly kind: AskedQuestion['kind'];
  readonly mostWords: string;
  readonly from: string;
  readonly to: string;
  /** One in each line. */
  readonly options: string;
  readonly several: 'yes' | 'no';
  readonly marking: MarkingKind;
  readonly mandatory: 'yes' | 'no';
  readonly weight: string;
  readonly least: string;
  readonly atLeast: string;
  readonly passingAnswer: 'yes' | 'no';
  readonly passingOptions: readonly string[];
}

/** How a kind of question can be marked: only what people write is scored. */
export const markingsOf = (kind: AskedQuestion['kind']): readonly MarkingKind[] =>
  kind === 'text' || kind === 'document-link' ? ['scored', 'pass-or-fail', 'for-information'] : ['pass-or-fail', 'for-information'];

export const emptyQuestion = (id: string): TypedQuestion => ({
  id,
  key: '',
  text: '',
  guidance: '',
  asked: 'every',
  lotKeys: [],
  kind: 'text',
  mostWords: '500',
  from: '',
  to: '',
  options: '',
  several: 'no',
  marking: 'scored',
  mandatory: 'yes',
  weight: '',
  least: '',
  atLeast: '',
  passingAnswer: 'yes',
  passingOptions: [],
});

/** A whole number as typed; NaN for anything else, which the domain refuses in its own words. */
export const wholeOf = (text: string): number => (/^-?\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN);
const maybeWhole = (text: string): number | undefined => (text.trim() === '' ? undefined : wholeOf(text));

export const optionsOf = ({ options }: Pick<TypedQuestion, 'options'>): string[] =>
  options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const markingOf = (typed: TypedQuestion): AskedQuestion['marking'] => {
  if (typed.marking === 'for-information') return { kind: 'for-information' };
  if (typed.marking === 'scored') {
    const least = maybeWhole(typed.least);
    return { kind: 'scored', weight: wholeOf(typed.weight), ...(least === undefined ? {} : { least }) };
  }
  const options = optionsOf(typed);
  const passes = {
    text: 'judged' as const,
    'document-link': 'judged' as const,
    number: { atLeast: wholeOf(typed.atLeast) },
    choice: typed.passingOptions.filter((option) => options.includes(option)),
    'yes-no': typed.passingAnswer,
  }[typed.kind];
  return { kind: 'pass-or-fail', passes } as AskedQuestion['marking'];
};

const formOf = (typed: TypedQuestion) => {
  switch (typed.kind) {
    case 'text':
      return { kind: typed.kind, mostWords: wholeOf(typed.mostWords) };
    case 'number':
      return { kind: typed.kind, from: wholeOf(typed.from), to: wholeOf(typed.to) };
    case 'choice':
      return { kind: typed.kind, options: optionsOf(typed), several: typed.several === 'yes' };
    default:
      return { kind: typed.kind };
  }
};

/** The question as it is sent. Numbers that were not understood are NaN. */
export const toQuestion = (typed: TypedQuestion, key: string): AskedQuestion =>
  // The kind decides which marking can be chosen, which the types cannot follow.
  ({
    key,
    text: typed.text.trim(),
    ...(typed.guidance.trim() === '' ? {} : { guidance: typed.guidance.trim() }),
    lots: typed.asked === 'every' ? 'every' : [...typed.lotKeys],
    mandatory: typed.marking !== 'for-information' || typed.mandatory === 'yes',
    ...formOf(typed),
    marking: markingOf(typed),
  }) as AskedQuestion;

/** A question that was sent before, to be changed in the form. */
export const toTyped = (question: Question, id: string): TypedQuestion => {
  const { marking } = question;
  const passes = marking.kind === 'pass-or-fail' ? marking.passes : undefined;
  return {
    ...emptyQuestion(id),
    key: question.key,
    text: question.text,
    guidance: question.guidance ?? '',
    asked: question.lots === 'every' ? 'every' : 'some',
    lotKeys: question.lots === 'every' ? [] : question.lots,
    kind: question.kind,
    marking: marking.kind,
    mandatory: question.mandatory ? 'yes' : 'no',
    ...(question.kind === 'text' && { mostWords: `${question.mostWords}` }),
    ...(question.kind === 'number' && { from: `${question.from}`, to: `${question.to}` }),
    ...(question.kind === 'choice' && { options: question.options.join('\n'), several: question.several ? 'yes' : 'no' }),
    ...(marking.kind === 'scored' && { weight: `${marking.weight}`, least: `${marking.least ?? ''}` }),
    ...((passes === 'yes' || passes === 'no') && { passingAnswer: passes }),
    ...(Array.isArray(passes) && { passingOptions: passes }),
    ...(typeof passes === 'object' && 'atLeast' in passes && { atLeast: `${passes.atLeast}` }),
  };
};

/** Keys for all: what has one keeps it, what is new is named by its first words. */
export const keysOf = (questions: readonly TypedQuestion[]): readonly string[] => {
  const taken = new Set(questions.map(({ key }) => key).filter(Boolean));
  return questions.map(({ key, text }) => {
    if (key !== '') return key;
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? ['question'];
    const base = words.slice(0, 6).join('-').slice(0, 50).replace(/-$/, '');
    const made = [base, ...Array.from(taken, (_, at) => `${base}-${at + 2}`)].find((each) => !taken.has(each)) ?? base;
    taken.add(made);
    return made;
  });
};

const parts = ['text', 'guidance', 'lots', 'kind', 'mostWords', 'from', 'to', 'options', 'passes', 'weight', 'least', 'mandatory'] as const;
type Part = (typeof parts)[number];

export const questionField = (id: string, part: Part): string => `question-${id}-${part}`;

/** The field that a pointer into a question is about; its text where it has none. */
export const questionFieldAt = (id: string, pointer: string): string => {
  const named = pointer.split('/').reverse();
  return questionField(id, named.find((name): name is Part => (parts as readonly string[]).includes(name)) ?? 'text');
};

const mostText = 1_000;
const mostGuidance = 2_000;
export const questionLimits = { text: mostText, guidance: mostGuidance, options: 12_000 } as const;

const lengthFaults = (typed: TypedQuestion): readonly FormError[] => {
  const options = optionsOf(typed);
  return [
    ...(typed.text.trim().length > mostText
      ? [{ field: questionField(typed.id, 'text'), message: 'Shorten the question to 1,000 characters or fewer' }]
      : []),
    ...(typed.guidance.trim().length > mostGuidance
      ? [{ field: questionField(typed.id, 'guidance'), message: 'Shorten the guidance to 2,000 characters or fewer' }]
      : []),
    ...(typed.kind === 'choice' && (options.length > 40 || options.some((option) => option.length > 300))
      ? [{ field: questionField(typed.id, 'options'), message: 'Enter 40 options or fewer, each of 300 characters or fewer' }]
      : []),
  ];
};

/** What is wrong with a question as typed, told of by its number. */
export const typedQuestionFaults = (typed: TypedQuestion, number: number, lotKeys: readonly string[]): readonly FormError[] => [
  ...lengthFaults(typed),
  // A key is made when it is sent: here any will do.
  ...questionFaults(toQuestion(typed, typed.key || 'new'), lotKeys, '').map(({ detail, field = '' }) => ({
    field: questionFieldAt(typed.id, field),
    message: `Question ${number}: ${detail.replace(/\.$/, '')}`,
  })),
];
