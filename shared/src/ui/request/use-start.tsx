import * as React from 'react';
import { codeOf } from '../forms/problem-of.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { answersOfDraft, answersOfRequest, type RequestAnswers } from './answers.ts';
import type { DraftPlace } from './use-draft.tsx';

/** What a form begins with: a draft, the request that is to be changed, or nothing. */
interface Start {
  readonly answers: RequestAnswers | undefined;
  readonly savedAt: string | undefined;
  /** The request that the draft would change cannot be changed now. */
  readonly closed: boolean;
}

type Loading = { readonly start?: Start; readonly error?: unknown };

/** Reads the draft once, when the form opens: what is typed afterwards is newer than any copy of it. */
export const useStart = ({ draftId, callOffRef }: DraftPlace): Loading & { readonly again: () => void } => {
  const { api } = useSurroundings();
  const [loading, setLoading] = React.useState<Loading>({});
  const [attempt, setAttempt] = React.useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt reads again
  React.useEffect(() => {
    let current = true;
    const read = async (): Promise<Start> => {
      const draft = await api.getDraft({ params: { draftId } }).catch((error: unknown) => {
        if (codeOf(error) === 'not-found') return undefined;
        throw error;
      });
      const callOff = callOffRef === undefined ? undefined : await api.getCallOff({ params: { ref: callOffRef } });
      const closed = callOff !== undefined && callOff.status !== 'returned';
      if (draft) return { answers: answersOfDraft(draft.answers), savedAt: draft.savedAt, closed };
      return { answers: callOff?.request ? answersOfRequest(callOff.request) : undefined, savedAt: undefined, closed };
    };
    setLoading({});
    read().then(
      (start) => (current ? setLoading({ start }) : undefined),
      (error: unknown) => (current ? setLoading({ error }) : undefined),
    );
    return () => {
      current = false;
    };
  }, [api, draftId, callOffRef, attempt]);
  return { ...loading, again: () => setAttempt((count) => count + 1) };
};
