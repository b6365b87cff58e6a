import { type ServiceType, serviceTypes } from '../register/service.ts';
import { serviceTypeNames } from '../register/service-names.ts';

/** How a question is answered. `block-interest` and `services` bring choices of their own: what is answered there becomes an expression of interest. */
export const surveyQuestionKinds = ['one', 'several', 'text', 'number', 'block-interest', 'services'] as const;
export type SurveyQuestionKind = (typeof surveyQuestionKinds)[number];

/** Row 67: a question as it is written. `options` belong to `one` and `several` alone. */
export interface SurveyQuestionText {
  readonly kind: SurveyQuestionKind;
  readonly asks: string;
  /** Whether a survey can be answered without it. */
  readonly required: boolean;
  readonly options: readonly string[];
}

/** A question of a survey. Its key stays its own: answers name it. */
export interface SurveyQuestion extends SurveyQuestionText {
  readonly key: string;
}

/** Row 68: what a buyer can say of buying in a block, in the groups in which the council's survey of May 2017 counted it. */
export const blockInterests = ['interested', 'possibly', 'not-interested'] as const;
export type BlockInterest = (typeof blockInterests)[number];

export const blockInterestNames: Readonly<Record<BlockInterest, string>> = {
  interested: 'Interested',
  possibly: 'Possibly, want to know more, or it depends on the cost',
  'not-interested': 'Not interested',
};

/** One of what can be chosen: as it is kept, and as people read it. */
export interface SurveyChoice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen in answer to a question; nothing where it is answered in words or by a number. */
export const choicesOf = ({ kind, options }: Pick<SurveyQuestion, 'kind' | 'options'>): readonly SurveyChoice[] => {
  switch (kind) {
    case 'one':
    case 'several':
      return options.map((option) => ({ value: option, label: option }));
    case 'block-interest':
      return blockInterests.map((value) => ({ value, label: blockInterestNames[value] }));
    case 'services':
      return serviceTypes.map((value: ServiceType) => ({ value, label: serviceTypeNames[value] }));
    default:
      return [];
  }
};

/** Whether several of the choices can be taken. */
export const takesSeveral = ({ kind }: Pick<SurveyQuestion, 'kind'>): boolean => kind === 'several' || kind === 'services';
