import { dayOfEvent } from '../pupils/day-of-event.ts';
import { type MayHold, screenExcusing } from '../pupils/screen-excusing.ts';
import { type Refusal, refused } from '../refusal.ts';

/** What commissioners write for an audience says when and where an event is held and whom to ring: days, places and contact points of organisations, and no person's name. */
export const noticeMayHold: readonly MayHold[] = ['email', 'phone', 'postcode', dayOfEvent];

/** Why a text of commissioners for an audience cannot stand: it is missing, too long, or could identify a pupil (R40). */
export const whyNotWords = (text: string, longest: number, missing: string, field: string): Refusal | undefined => {
  if (text.trim() === '') return refused('text-required', missing, field);
  if (text.length > longest) return refused('text-too-long', `Enter ${longest.toLocaleString('en-GB')} characters or fewer.`, field);
  const screened = screenExcusing(text, noticeMayHold);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, field);
};
