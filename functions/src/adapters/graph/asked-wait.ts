/**
 * Seconds that a throttled service asks to wait: the longer of `Retry-After` (seconds, or the date of RFC 9110) and `RateLimit-Reset`, which tells when the
 * minute of the app begins anew. Undefined when it asks for nothing.
 */
export const askedWait = (header: (name: string) => string | null | undefined, now = Date.now()): number | undefined => {
  const seconds = [inSeconds(header('retry-after'), now), inSeconds(header('ratelimit-reset'), now)].filter((each) => each > 0);
  return seconds.length > 0 ? Math.max(...seconds) : undefined;
};

const inSeconds = (text: string | null | undefined, now: number): number => {
  if (!text) return 0;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.ceil(seconds) : 0;
};
