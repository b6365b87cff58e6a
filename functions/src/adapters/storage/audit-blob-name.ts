// `2026-11.jsonl`, then `2026-11.part-0002.jsonl` when it is full, then `2026-12.jsonl`: in the order of the alphabet ('j' comes before 'p').
const pattern = /^(\d{4}-\d{2})\.(?:part-(\d{4})\.)?jsonl$/;

const nameOf = (month: string, part: number): string =>
  part === 1 ? `${month}.jsonl` : `${month}.part-${String(part).padStart(4, '0')}.jsonl`;

export const isAuditBlob = (name: string): boolean => pattern.test(name);

/** 'YYYY-MM' of an ISO instant (UTC). */
export const monthOf = (instant: string): string => instant.slice(0, 7);

export const firstBlobOf = (month: string): string => nameOf(month, 1);

/** Whether a month later than the blob's own has begun. A clock that is slow never leads back. */
export const isPast = (name: string, month: string): boolean => month > monthOf(name);

/** Where the chain goes on after a blob: in the month that has begun, else in the next part of its own. */
export const blobAfter = (name: string, month: string): string =>
  isPast(name, month) ? firstBlobOf(month) : nameOf(monthOf(name), Number(pattern.exec(name)?.[2] ?? 1) + 1);
