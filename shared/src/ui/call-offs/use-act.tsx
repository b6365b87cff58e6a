import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { hasChanged, sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { useRefresh } from '../use-refresh.tsx';

export interface Act {
  readonly busy: boolean;
  /** Runs one act; `onRefused` is told of a refusal that leaves the request as it is. */
  readonly act: (content: unknown, work: (key: string) => Promise<CallOffReply>, onRefused: (error: unknown) => void) => void;
}

/**
 * One act on a call-off. Its idempotency key stays the same while the same thing is tried again, so that an answer lost on the way is
 * not done twice. When the server says that the request has changed meanwhile, the present state is shown with that sentence.
 */
export const useAct = (show: (reply: CallOffReply | undefined, notice: string | undefined) => void): Act => {
  const { busy, once } = useOnce();
  const refresh = useRefresh();
  const intent = React.useRef({ content: '', key: '' });
  const act: Act['act'] = (content, work, onRefused) =>
    once(async () => {
      const text = JSON.stringify(content);
      if (intent.current.content !== text) intent.current = { content: text, key: crypto.randomUUID() };
      try {
        const reply = await work(intent.current.key);
        intent.current = { content: '', key: '' };
        show(reply, undefined);
        // Not awaited: the next act, such as an undo, is not kept waiting by lists that are read again.
        void refresh('listCallOffs');
      } catch (error) {
        if (hasChanged(error)) {
          show(undefined, sentenceOf(error));
          await Promise.all([refresh('getCallOff'), refresh('listCallOffs')]);
        } else onRefused(error);
      }
    });
  return { busy, act };
};
