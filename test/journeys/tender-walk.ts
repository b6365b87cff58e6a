import { toLondonDate } from '@ap/shared/domain/days/local-date';
import type { TestStack } from '../support/running-stack.ts';
import { walkAward, walkEvaluation } from './tender-award.ts';
import { walkIntoDirectory, walkLapse } from './tender-quality.ts';
import { type TenderWalk, tenderDays, walkRound } from './tender-round.ts';

/** A whole round from its opening to a provider in the directory, then a lapse, the hold and the lift. Throws at the first thing that is not as it should be. */
export const walkTender = async (stack: TestStack, say: (line: string) => void): Promise<void> => {
  const days = tenderDays(toLondonDate(new Date().toISOString()));
  const frameworkRef = `AP-${days.liveFrom.slice(0, 4)}-W`;
  const walk: TenderWalk = { stack, say, frameworkRef, lotKey: `${frameworkRef}-1`, days };
  const { roundRef } = await walkRound(walk);
  const applicationRef = await walkEvaluation(walk, roundRef);
  const award = await walkAward(walk, applicationRef);
  await walkIntoDirectory(walk, award);
  await walkLapse(walk, award);
};
