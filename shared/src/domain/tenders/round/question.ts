/** What happens to an answer that decides by itself: it passes, or the application for the lot fails. */
interface PassOrFail<P> {
  readonly kind: 'pass-or-fail';
  readonly passes: P;
}
interface ForInformation {
  readonly kind: 'for-information';
}
/** Scored by each evaluator from 0 to 5. Weights of the scored questions of a lot make 100. Below `least` the application fails. */
interface Scored {
  readonly kind: 'scored';
  readonly weight: number;
  readonly least?: number | undefined;
}

/** An answer in words or a document is judged by people. */
export type Judged = Scored | PassOrFail<'judged'> | ForInformation;

interface QuestionBase {
  /** Stays the same from round to round, so that answers can be reused. */
  readonly key: string;
  readonly text: string;
  readonly guidance?: string | undefined;
  /** One answer serves every lot that the question is asked for. */
  readonly lots: 'every' | readonly string[];
  readonly mandatory: boolean;
}

/** A question as data: a form, its checks and the way it is marked are made from it. */
export type Question = QuestionBase &
  (
    | { readonly kind: 'text'; readonly mostWords: number; readonly marking: Judged }
    | { readonly kind: 'document-link'; readonly marking: Judged }
    | {
        readonly kind: 'number';
        readonly from: number;
        readonly to: number;
        readonly marking: PassOrFail<{ readonly atLeast: number }> | ForInformation;
      }
    | {
        readonly kind: 'choice';
        readonly options: readonly string[];
        readonly several: boolean;
        /** Passes when everything that was chosen is among these. */
        readonly marking: PassOrFail<readonly string[]> | ForInformation;
      }
    | { readonly kind: 'yes-no'; readonly marking: PassOrFail<'yes' | 'no'> | ForInformation }
  );

/** The questions of a round. A published set never changes: another version is another round's. */
export interface QuestionSet {
  readonly version: string;
  readonly questions: readonly Question[];
}

export const greatestScore = 5;

/** Whether a question is asked of those who apply for this lot. */
export const isAskedFor = (question: Question, lotKey: string): boolean => question.lots === 'every' || question.lots.includes(lotKey);

/** The questions that are asked of an application for these lots. */
export const questionsFor = ({ questions }: QuestionSet, lotKeys: readonly string[]): readonly Question[] =>
  questions.filter((question) => lotKeys.some((lotKey) => isAskedFor(question, lotKey)));

/** The questions of a lot that evaluators judge: scored ones, and those that pass by judgement. */
export const judgedFor = ({ questions }: QuestionSet, lotKey: string): readonly Question[] =>
  questions.filter(
    (question) =>
      isAskedFor(question, lotKey) &&
      (question.marking.kind === 'scored' || (question.marking.kind === 'pass-or-fail' && question.marking.passes === 'judged')),
  );

/** What a question weighs within the quality of a lot; nought when it is not scored. */
export const weightOf = ({ marking }: Question): number => (marking.kind === 'scored' ? marking.weight : 0);
