import { theProduct } from '@ap/shared/domain/people/person';
import type { HoldCause } from '@ap/shared/domain/quality/hold-cause';
import type { Performed } from '../effects/performed.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { type QualityNeeds, runStanding } from './run-quality.ts';

/** Places the hold that follows from a check, by the standing's own decision. One that stands already, or has lost its ground, is not placed. */
export const placeHoldFor = async (
  ports: QualityNeeds,
  {
    id,
    providerRef,
    cause,
    about,
  }: { readonly id: string; readonly providerRef: string; readonly cause: HoldCause; readonly about: string },
): Promise<Performed> => {
  try {
    await runStanding(ports, { by: theProduct, key: id, channel: 'clock' }, providerRef, { kind: 'place-hold', cause, about });
    return { state: 'done' };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const isOver = error.code === 'hold-already-placed' || error.code === 'hold-not-found' || error.code === 'not-in-this-state';
    return { state: isOver ? 'superseded' : 'stuck', reason: error.code };
  }
};
