import { createHash } from 'node:crypto';

/** A GUID that is always the same for the same words, for objects that the organisation file does not number. */
export const stableGuid = (...words: readonly string[]): string => {
  const hex = createHash('sha256').update(words.join('|').toLowerCase()).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
