import * as React from 'react';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { type GivenFile, saveFile } from './save-file.tsx';

/** Saves files that the service makes, one at a time. `fault` says beside the button why one did not come. */
export const useSaving = () => {
  const { busy, once } = useOnce();
  const [sentence, setSentence] = React.useState<string>();
  const save = (ask: () => Promise<GivenFile>): void =>
    once(async () => {
      setSentence(undefined);
      try {
        saveFile(await ask());
      } catch (error) {
        setSentence(sentenceOf(error));
      }
    });
  return { busy, save, fault: sentence === undefined ? null : <span role="alert">{sentence}</span> };
};
