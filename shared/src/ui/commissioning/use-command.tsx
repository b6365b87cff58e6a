import * as React from 'react';
import { hasChanged, sentenceOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { type PageRead, useReadAgain } from './use-read-again.tsx';

/** What became of the last command, in a sentence. */
export interface Told {
  readonly done: boolean;
  readonly sentence: string;
}

export interface Command {
  readonly busy: boolean;
  readonly told: Told | undefined;
  /**
   * Sends one command. `content` says what is done: while the same is tried again its idempotency key stays, so that an answer lost on the way is not done
   * twice. `work` gives the sentence for when it is done; `onRefused` takes what a field is to show, else the refusal is told.
   */
  readonly send: (content: unknown, work: (key: string) => Promise<string>, onRefused?: (error: unknown) => void) => void;
}

/** Commands of a page. After each, and when the server says that the thing has changed meanwhile, what is named is read again. */
export const useCommand = (...reads: readonly PageRead[]): Command => {
  const { busy, once } = useOnce();
  const readAgain = useReadAgain();
  const [told, setTold] = React.useState<Told>();
  const intent = useIntent();
  const send: Command['send'] = (content, work, onRefused) =>
    once(async () => {
      const key = intent.keyFor(content);
      setTold(undefined);
      try {
        const sentence = await work(key);
        intent.done();
        setTold({ done: true, sentence });
        await readAgain(...reads);
      } catch (error) {
        if (onRefused && !hasChanged(error)) return onRefused(error);
        setTold({ done: false, sentence: sentenceOf(error) });
        if (hasChanged(error)) await readAgain(...reads);
      }
    });
  return { busy, told, send };
};
