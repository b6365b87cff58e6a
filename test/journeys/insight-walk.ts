import type { TestStack } from '../support/running-stack.ts';
import { walkEvent } from './event-walk.ts';
import { walkNotice } from './notice-walk.ts';
import { walkSurvey } from './survey-walk.ts';

/** Rows 65 to 68 on one stack: a notice, a survey with what becomes of interest, and an event, which comes last because it moves the clock to its own day. */
export const walkInsight = async (stack: TestStack, say: (line: string) => void): Promise<void> => {
  await walkNotice(stack, say);
  say('\nThe survey of May 2017:');
  await walkSurvey(stack, say);
  say('\nEvents:');
  await walkEvent(stack, say);
};
