/** Teams cuts off an app that tells one person more in a minute (Teams Store validation, notifications). */
export const mostPerMinute = 10;

const minute = 60_000;

/** The turns of a person after one more was asked for: when the last ones were taken, and the seconds to wait where the minute is full. */
export const takeTurn = (taken: readonly string[], now: string): { readonly taken: readonly string[]; readonly waitSeconds: number } => {
  const recent = taken.filter((at) => Date.parse(now) - Date.parse(at) < minute);
  const [oldest = now] = recent;
  if (recent.length < mostPerMinute) return { taken: [...recent, now], waitSeconds: 0 };
  return { taken: recent, waitSeconds: Math.max(1, Math.ceil((Date.parse(oldest) + minute - Date.parse(now)) / 1000)) };
};
