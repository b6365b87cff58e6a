import type { NoticePictures } from '../../functions/src/ports/notices.ts';

/** Pictures of notices in memory. */
export const memoryNoticePictures = (): NoticePictures => {
  const kept = new Map<string, string>();
  return {
    keep: async (noticeRef, hash, content) => {
      kept.set(`${noticeRef} ${hash}`, content);
    },
    get: async (noticeRef, hash) => kept.get(`${noticeRef} ${hash}`),
  };
};
