const marginMs = 60_000;

/** The instant at which a JWT ends, in ms since 1970; 0 when the text is none, so that it is never kept. */
export const endOf = (token: string): number => {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(payload));
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : undefined;
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    // Not a JWT: the API will say what is wrong with it. Not keeping it is all that is decided here.
    return 0;
  }
};

export interface TokenCache {
  readonly get: () => Promise<string>;
  readonly keep: (token: string) => void;
}

/** Keeps a token until a minute before its end, and lets calls at the same time share one request for it. `now` in ms since 1970. */
export const tokenCache = (ask: () => Promise<string>, now: () => number = Date.now): TokenCache => {
  let kept = '';
  let asking: Promise<string> | undefined;
  return {
    get: async () => {
      if (endOf(kept) - marginMs > now()) return kept;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      kept = await asking;
      return kept;
    },
    keep: (token) => {
      kept = token;
    },
  };
};
