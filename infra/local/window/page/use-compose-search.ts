import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { type FoundItem, foundIn, pageOfResults } from './compose-answer.ts';
import { localApi } from './local-api.ts';

interface Found {
  readonly items: readonly FoundItem[];
  readonly sentence: string | undefined;
  /** There may be more: the last page was full. */
  readonly more: boolean;
}

export interface ComposeSearchState extends Found {
  readonly busy: boolean;
  readonly showMore: () => void;
}

const typingPause = 300;
const nothing: Found = { items: [], sentence: undefined, more: false };

/** Searches as the person types, a moment after each change, and for the first results before they type. An answer that was overtaken is dropped. */
export const useComposeSearch = (
  { tenantId, userId }: PersonId,
  commandId: string,
  parameter: string,
  text: string,
): ComposeSearchState => {
  const [found, setFound] = React.useState(nothing);
  const [busy, setBusy] = React.useState(true);
  const asked = React.useRef(0);

  const ask = React.useCallback(
    async (before: readonly FoundItem[]): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      setBusy(true);
      const typed: Readonly<Record<string, string>> = text.trim() === '' ? {} : { [parameter]: text };
      const next = await localApi.search({ tenantId, userId }, { commandId, typed, skip: before.length }).then(
        (answer): Found => {
          const { items, sentence } = foundIn(answer);
          return { items: [...before, ...items], sentence, more: items.length === pageOfResults };
        },
        (failure: Error): Found => ({ items: before, sentence: failure.message, more: false }),
      );
      if (mine !== asked.current) return;
      setFound(next);
      setBusy(false);
    },
    [tenantId, userId, commandId, parameter, text],
  );
  React.useEffect(() => {
    const timer = setTimeout(() => void ask([]), text.trim() === '' ? 0 : typingPause);
    return () => clearTimeout(timer);
  }, [ask, text]);
  return { ...found, busy, showMore: () => void ask(found.items) };
};
