import * as React from 'react';
import useSWR, { useSWRConfig } from 'swr';
import type { QuoteReply } from '../../contract/call-offs.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import type { QuoteInput } from './to-request.ts';

export interface QuoteState {
  /** The price of exactly what was asked. */
  readonly quote: QuoteReply | undefined;
  /** The price of the answers before, while a newer one is on its way. */
  readonly earlier: QuoteReply | undefined;
  readonly error: unknown;
  readonly pending: boolean;
  /** Asks the server for the same answers again. */
  readonly again: () => Promise<unknown>;
  /** Asks now, without waiting for a pause; rejects as the server refuses. */
  readonly ask: (input: QuoteInput) => Promise<QuoteReply>;
}

const typingPause = 400;

/** The price of the answers as they stand, asked for when the person pauses. A price is never shown as that of other answers. */
export const useQuote = (input: QuoteInput | undefined): QuoteState => {
  const { api } = useSurroundings();
  const wanted = input === undefined ? undefined : JSON.stringify(input);
  const settled = useSettled(wanted, typingPause);
  const { data, error, isLoading, mutate } = useSWR<QuoteReply, unknown>(
    settled === undefined ? null : ['quoteCallOff', settled],
    ([, body]: readonly [string, string]) => api.quoteCallOff({ body: JSON.parse(body) as QuoteInput }),
    { keepPreviousData: true, revalidateOnFocus: false, shouldRetryOnError: false },
  );
  const current = wanted !== undefined && settled === wanted && !isLoading;
  const again = React.useCallback(() => mutate(), [mutate]);
  const { mutate: keep } = useSWRConfig();
  const ask = React.useCallback(
    async (asked: QuoteInput): Promise<QuoteReply> => {
      const reply = await api.quoteCallOff({ body: asked });
      await keep(['quoteCallOff', JSON.stringify(asked)], reply, { revalidate: false });
      return reply;
    },
    [api, keep],
  );
  return {
    quote: current && error === undefined ? data : undefined,
    earlier: wanted === undefined ? undefined : data,
    error: current ? error : undefined,
    pending: wanted !== undefined && !current,
    again,
    ask,
  };
};

/** A value once it has stayed the same for a while; the first one at once. */
const useSettled = (value: string | undefined, pause: number): string | undefined => {
  const [settled, setSettled] = React.useState(value);
  React.useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, settled, pause]);
  return settled;
};
