/** What the service thinks of an endpoint by how soon it answers. */
export type Pace = 'prompt' | 'slow' | 'dropped';

export interface EndpointPace {
  answered(endpoint: string, tookMs: number): void;
  of(endpoint: string): Pace;
}

const WINDOW_MS = 10 * 60_000;
const SLOW_MS = 2_900;
const LEAST_ANSWERS = 100;

/** Notifications to a slow endpoint wait this long. */
export const SLOW_PAUSE_MS = 10 * 60_000;

/** Judges endpoints by their answers of the last ten minutes, once there are a hundred: over 10 % late ones make it slow, from 15 % on it is told nothing. */
export const endpointPace = (now: () => Date): EndpointPace => {
  const answers = new Map<string, readonly { readonly at: number; readonly late: boolean }[]>();
  const recent = (endpoint: string) => (answers.get(endpoint) ?? []).filter(({ at }) => at + WINDOW_MS > now().getTime());
  return {
    answered: (endpoint, tookMs) => {
      answers.set(endpoint, [...recent(endpoint), { at: now().getTime(), late: tookMs > SLOW_MS }]);
    },
    of: (endpoint) => {
      const judged = recent(endpoint);
      if (judged.length < LEAST_ANSWERS) return 'prompt';
      const share = judged.filter(({ late }) => late).length / judged.length;
      if (share >= 0.15) return 'dropped';
      return share > 0.1 ? 'slow' : 'prompt';
    },
  };
};
