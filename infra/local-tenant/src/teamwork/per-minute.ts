const minute = 60_000;

/** Counts, for each key, what happened in the last minute. */
export interface PerMinute {
  /** Takes one of the minute's turns: 0, or the seconds until there is one again. */
  take(key: string, now: Date): number;
}

/** So many in any minute, never more. */
export const perMinute = (most: number): PerMinute => {
  const taken = new Map<string, readonly number[]>();
  return {
    take: (key, now) => {
      const recent = (taken.get(key) ?? []).filter((at) => now.getTime() - at < minute);
      const [oldest = 0] = recent;
      if (recent.length >= most) return Math.max(1, Math.ceil((oldest + minute - now.getTime()) / 1000));
      taken.set(key, [...recent, now.getTime()]);
      return 0;
    },
  };
};
