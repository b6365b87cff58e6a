import * as React from 'react';
import { useAnnounce } from '../Announcer.tsx';
import { placeSentence, resultsSentence } from './results-sentence.tsx';
import type { Answer } from './use-found.tsx';

/** Tells screen readers each answer. What it returns tells the present one again: a search that was run once more has the same count. */
export const useTold = (answer: Answer | undefined): (() => void) => {
  const announce = useAnnounce();
  const [turn, setTurn] = React.useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn tells anew
  React.useEffect(() => {
    if (answer) announce(`${resultsSentence(answer)}. ${placeSentence(answer)}`);
  }, [announce, answer, turn]);
  return React.useCallback(() => setTurn((before) => before + 1), []);
};
