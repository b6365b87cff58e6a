import type { Span } from './find-name.ts';
import { type PupilIdentity, type Screened, screenFreeText } from './screen-free-text.ts';

/** What else a text says of what was found, so that it identifies no pupil there. `advice`: how to write it so, for whoever is refused. */
export interface Excuse {
  readonly of: PupilIdentity;
  readonly excuses: (text: string, found: Span) => boolean;
  readonly advice: string;
}

/** What a text may be allowed to hold: a kind, wherever it stands, or what of a kind is excused. */
export type MayHold = PupilIdentity | Excuse;

/** Screens a text as every other (R40), but for what its excuses let stand. Apart from `screenFreeText`, which every form loads. */
export const screenExcusing = (text: string, allow: readonly MayHold[] = []): Screened => {
  const kinds = allow.filter((may) => typeof may === 'string');
  const excuses = allow.filter((may) => typeof may === 'object');
  const screenedWithout = (rest: string): Screened => {
    const screened = screenFreeText(rest, kinds);
    if (screened.ok) return screened;
    const excuse = excuses.find(({ of }) => of === screened.found);
    if (!excuse) return screened;
    const { start, end, sentence } = screened;
    if (excuse.excuses(text, screened)) return screenedWithout(`${rest.slice(0, start)}${'_'.repeat(end - start)}${rest.slice(end)}`);
    return { ...screened, sentence: `${sentence.slice(0, sentence.indexOf('. ') + 2)}${excuse.advice}` };
  };
  return screenedWithout(text);
};
