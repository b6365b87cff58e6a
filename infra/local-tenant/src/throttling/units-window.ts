/** What was spent within a moving span of time. Times are milliseconds since the epoch. */
export interface UnitsWindow {
  /** Spent within the span that ends now. */
  used(now: number): number;
  spend(now: number, units: number): void;
  /** Whole seconds until so many more units fit under the limit, at least 1. A cost beyond the limit itself fits when the window is empty. */
  secondsUntil(now: number, units: number, limit: number): number;
}

/** Neighbouring moments are kept as one, so that a day of requests stays small. */
const grains = 60;

/** A window of `length` milliseconds. What was spent leaves it one window later, a sixtieth of the window at a time. */
export const unitsWindow = (length: number): UnitsWindow => {
  const grain = length / grains;
  let spent: { readonly at: number; units: number }[] = [];
  const prune = (now: number): void => {
    spent = spent.filter(({ at }) => at + length > now);
  };
  const used = (now: number): number => {
    prune(now);
    return spent.reduce((sum, { units }) => sum + units, 0);
  };
  return {
    used,
    spend: (now, units) => {
      const at = Math.ceil(now / grain) * grain;
      const last = spent.at(-1);
      if (last?.at === at) last.units += units;
      else spent.push({ at, units });
    },
    secondsUntil: (now, units, limit) => {
      let left = used(now);
      let until = now;
      for (const each of spent) {
        if (left + units <= limit) break;
        left -= each.units;
        until = each.at + length;
      }
      return Math.max(1, Math.ceil((until - now) / 1000));
    },
  };
};
