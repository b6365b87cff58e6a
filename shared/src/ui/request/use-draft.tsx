import * as React from 'react';
import { sentenceOf } from '../forms/problem-of.ts';
import { useMounted } from '../forms/use-mounted.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { draftOfAnswers, type RequestAnswers } from './answers.ts';

export interface DraftPlace {
  readonly draftId: string;
  readonly serviceRef: string;
  readonly callOffRef?: string | undefined;
}

export interface DraftState {
  readonly saving: boolean;
  /** Whether the server has the answers as they stand. */
  readonly saved: boolean;
  /** When the server last kept the answers: an ISO instant. */
  readonly savedAt: string | undefined;
  /** Why the last save failed. The answers stay on the page. */
  readonly fault: string | undefined;
  /** Saves what is on the page now; true when the server has it. */
  readonly saveNow: () => Promise<boolean>;
  /** Saves nothing from here on, and waits for a save under way: a request that was sent has no draft. */
  readonly stop: () => Promise<void>;
}

const typingPause = 1_000;

/**
 * Keeps the answers on the server: a moment after each change, on request, and when the page is hidden (a phone that locks, a tab that
 * closes). Saves go one after the other, so that an older one never arrives last.
 */
export const useDraft = (place: DraftPlace, answers: RequestAnswers, buyerRef: string, savedBefore: string | undefined): DraftState => {
  const { api } = useSurroundings();
  const mounted = useMounted();
  const [told, setTold] = React.useState({ saving: false, savedAt: savedBefore, fault: undefined as string | undefined });
  const now = React.useRef({ place, answers, buyerRef });
  now.current = { place, answers, buyerRef };
  const kept = React.useRef(answers);
  const everKept = React.useRef(savedBefore !== undefined);
  const queue = React.useRef<Promise<boolean>>(Promise.resolve(true));
  const stopped = React.useRef(false);

  const saveNow = React.useCallback((): Promise<boolean> => {
    const tell = (news: Partial<typeof told>): void => (mounted.current ? setTold((before) => ({ ...before, ...news })) : undefined);
    const save = async (): Promise<boolean> => {
      const { place: at, answers: typed, buyerRef: buyer } = now.current;
      if (stopped.current || (everKept.current && kept.current === typed)) return true;
      tell({ saving: true });
      try {
        const { draftId, serviceRef, callOffRef } = at;
        const body = { serviceRef, buyerRef: buyer, ...(callOffRef === undefined ? {} : { callOffRef }), answers: draftOfAnswers(typed) };
        const { savedAt } = await api.saveDraft({ params: { draftId }, body });
        kept.current = typed;
        everKept.current = true;
        tell({ saving: false, savedAt, fault: undefined });
        return true;
      } catch (error) {
        tell({ saving: false, fault: sentenceOf(error) });
        return false;
      }
    };
    queue.current = queue.current.then(save);
    return queue.current;
  }, [api, mounted]);

  React.useEffect(() => {
    if (kept.current === answers) return;
    const timer = setTimeout(() => void saveNow(), typingPause);
    return () => clearTimeout(timer);
  }, [answers, saveNow]);

  React.useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden' && kept.current !== now.current.answers) void saveNow();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      if (kept.current !== now.current.answers) void saveNow();
    };
  }, [saveNow]);

  const stop = React.useCallback(async (): Promise<void> => {
    stopped.current = true;
    await queue.current;
  }, []);
  return { ...told, saved: everKept.current && kept.current === answers, saveNow, stop };
};
