import * as React from 'react';
import { formatClock, formatInstant, toLondonDate } from '../../domain/days/local-date.ts';
import { answersOfDraft, type RequestAnswers } from './answers.ts';
import { copiesOnDevice, isNewer } from './device-copy.ts';
import type { DraftKeeping } from './use-draft.tsx';

/** What a device had kept of a form that was left before its answers were saved. */
export interface Kept {
  readonly answers: RequestAnswers;
  /** 'at 2:15pm'; with the day when that was not today. */
  readonly when: string;
}

/** Looks once, when the form opens. Undefined when there is nothing, when the server has the same, or when it has something newer. */
export const useKept = ({ owner, place, first, savedAt }: Omit<DraftKeeping, 'buyerRef'>): Kept | undefined => {
  const [kept] = React.useState((): Kept | undefined => {
    const now = new Date();
    const copy = copiesOnDevice(owner, now).find(({ draftId }) => draftId === place.draftId);
    if (!copy || !isNewer(copy, savedAt)) return undefined;
    const answers = answersOfDraft(copy.answers);
    if (JSON.stringify(answers) === JSON.stringify(first)) return undefined;
    const today = toLondonDate(now.toISOString()) === toLondonDate(copy.keptAt);
    return { answers, when: today ? `at ${formatClock(copy.keptAt)}` : `on ${formatInstant(copy.keptAt)}` };
  });
  return kept;
};
