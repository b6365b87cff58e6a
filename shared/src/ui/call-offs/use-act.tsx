import type { CallOffReply } from '../../contract/call-offs.ts';
import { hasChanged, sentenceOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import type { ReadName } from '../use-api.tsx';
import { useRefresh } from '../use-refresh.tsx';

export interface Act<Reply = CallOffReply> {
  readonly busy: boolean;
  /** Runs one act; `onRefused` is told of a refusal that leaves the request as it is. */
  readonly act: (content: unknown, work: (key: string) => Promise<Reply>, onRefused: (error: unknown) => void) => void;
}

const lists: readonly ReadName[] = ['listCallOffs'];

/**
 * One act on a call-off. Its idempotency key stays the same while the same thing is tried again, so that an answer lost on the way is
 * not done twice. When the server says that the request has changed meanwhile, the present state is shown with that sentence. `stale` is what an act
 * leaves to be read again beside its own reply.
 */
export const useAct = <Reply = CallOffReply>(
  show: (reply: Reply | undefined, notice: string | undefined) => void,
  stale: readonly ReadName[] = lists,
): Act<Reply> => {
  const { busy, once } = useOnce();
  const refresh = useRefresh();
  const intent = useIntent();
  const act: Act<Reply>['act'] = (content, work, onRefused) =>
    once(async () => {
      const key = intent.keyFor(content);
      try {
        const reply = await work(key);
        intent.done();
        show(reply, undefined);
        // Not awaited: the next act, such as an undo, is not kept waiting by lists that are read again.
        void Promise.all(stale.map(refresh));
      } catch (error) {
        if (hasChanged(error)) {
          show(undefined, sentenceOf(error));
          await Promise.all([refresh('getCallOff'), refresh('listCallOffs')]);
        } else onRefused(error);
      }
    });
  return { busy, act };
};
