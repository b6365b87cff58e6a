import type { BlockReply } from '../../contract/block-purchases.ts';
import { hasChanged, sentenceOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useListsStale } from './use-blocks.tsx';

interface Act {
  readonly busy: boolean;
  /** Runs one act; `onRefused` is told of a refusal that leaves the purchase as it is. */
  readonly act: (content: unknown, work: (key: string) => Promise<BlockReply>, onRefused: (error: unknown) => void) => void;
}

/**
 * One act on a block purchase, once however often it is tried. `show` is given the purchase as it is then; or, where it has changed meanwhile, the sentence
 * that says so. Of requests nothing is read again.
 */
export const useBlockAct = (show: (reply: BlockReply | undefined, notice: string | undefined) => void): Act => {
  const { busy, once } = useOnce();
  const intent = useIntent();
  const stale = useListsStale();
  const act: Act['act'] = (content, work, onRefused) =>
    once(async () => {
      try {
        const reply = await work(intent.keyFor(content));
        intent.done();
        show(reply, undefined);
        stale();
      } catch (error) {
        if (hasChanged(error)) show(undefined, sentenceOf(error));
        else onRefused(error);
      }
    });
  return { busy, act };
};
