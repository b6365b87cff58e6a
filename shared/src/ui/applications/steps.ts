import type { ApplicationMade, ApplicationView } from '../../contract/applications.ts';
import { isAnswered } from '../../domain/tenders/round/answer.ts';
import { isAskedFor } from '../../domain/tenders/round/question.ts';

export type AskedQuestion = ApplicationView['round']['questions'][number];
type Lot = ApplicationView['round']['lots'][number];

/** One page of questions: those for every chosen lot, or those of one lot only. */
export interface QuestionGroup {
  readonly key: string;
  readonly title: string;
  readonly questions: readonly AskedQuestion[];
}

/** The questions of the chosen lots, by lot. What is asked for several lots is answered once, with those for every lot. */
export const groupsOf = ({ round }: Pick<ApplicationView, 'round'>, lotKeys: readonly string[]): readonly QuestionGroup[] => {
  const chosen = round.lots.filter(({ lotKey }) => lotKeys.includes(lotKey));
  const asked = round.questions.filter((question) => lotKeys.some((lotKey) => isAskedFor(question, lotKey)));
  const ownOf = ({ lotKey }: Lot) => asked.filter(({ lots }) => lots !== 'every' && lots.length === 1 && lots[0] === lotKey);
  const own = new Set(chosen.flatMap(ownOf));
  const shared = asked.filter((question) => !own.has(question));
  return [
    { key: 'every', title: 'Questions for every lot', questions: shared },
    ...chosen.map((lot) => ({ key: lot.lotKey, title: `Questions for ${lot.name}`, questions: ownOf(lot) })),
  ].filter(({ questions }) => questions.length > 0);
};

export type TaskState = 'done' | 'begun' | 'empty' | 'optional';

/** How far a page of questions is: whatever must be answered is, or something is, or nothing; or nothing need be and nothing is. */
export const stateOfGroup = ({ questions }: QuestionGroup, { answers }: ApplicationMade): TaskState => {
  const isUntouched = questions.every(({ key }) => !isAnswered(answers[key]));
  if (isUntouched && questions.every(({ mandatory }) => !mandatory)) return 'optional';
  if (questions.every(({ key, mandatory }) => !mandatory || isAnswered(answers[key]))) return 'done';
  return isUntouched ? 'empty' : 'begun';
};

/** Whether each chosen lot has a price that can be compared. */
export const stateOfPrices = ({ round }: Pick<ApplicationView, 'round'>, { lotKeys, offers }: ApplicationMade): TaskState => {
  const isPriced = ({ lotKey, priceUnit }: Lot): boolean => offers.some((offer) => offer.lotKey === lotKey && offer.unit === priceUnit);
  if (round.lots.filter(({ lotKey }) => lotKeys.includes(lotKey)).every(isPriced)) return 'done';
  return offers.length > 0 ? 'begun' : 'empty';
};

/** Where somebody is: the list of tasks, or one of them. */
export type Step =
  | { readonly at: 'tasks' }
  | { readonly at: 'lots' }
  | { readonly at: 'questions'; readonly group: string }
  | { readonly at: 'prices' }
  | { readonly at: 'declaration' }
  | { readonly at: 'check' };
