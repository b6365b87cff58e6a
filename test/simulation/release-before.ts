import type { EffectMessage } from '../../functions/src/adapters/storage/effect-queue.ts';

/** A message as the release before decision 50 sent it, one for each effect; both texts as the queue holds them. */
export const asTheReleaseBefore = (text: string): readonly string[] => {
  const { effectIds, ...rest } = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as EffectMessage;
  return effectIds.map((effectId) => Buffer.from(JSON.stringify({ ...rest, v: 1, kind: 'effect', effectId })).toString('base64'));
};

/** Whether that release could not read a message, and dropped it. */
export const isNewerThanBefore = (content: unknown): boolean => (content as { readonly v?: unknown }).v !== 1;
