import { isAfter } from '../../domain/days/instants.ts';
import type { GivenLink } from '../given-link.ts';

/** A session with its end, as the server told it: an instant. */
export interface KeptSession extends GivenLink {
  readonly expiresAt: string;
}

const name = 'ap-today';

/** The storage of this one window: other windows have their own, and it is gone when the window is closed. Absent where the browser allows none. */
const storage = (): Storage | undefined => {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
};

/** Keeps a session over a reload of its window (decision 33). Where it cannot be kept it lasts until the reload. */
export const keepSession = (session: KeptSession): void => {
  try {
    storage()?.setItem(name, JSON.stringify(session));
  } catch {
    // Full, or closed to pages: the session goes on without it.
  }
};

export const forgetSession = (): void => storage()?.removeItem(name);

/** The session of this window, unless its twelve hours are over by this machine's clock; the server asks again at each call. */
export const keptSession = (now: string): KeptSession | undefined => {
  const text = storage()?.getItem(name);
  if (!text) return undefined;
  const kept = readSession(text);
  if (kept && isAfter(kept.expiresAt, now)) return kept;
  forgetSession();
  return undefined;
};

const readSession = (text: string): KeptSession | undefined => {
  try {
    const { linkId, secret, expiresAt } = JSON.parse(text) as Partial<KeptSession>;
    return [linkId, secret, expiresAt].every((part) => typeof part === 'string')
      ? ({ linkId, secret, expiresAt } as KeptSession)
      : undefined;
  } catch {
    return undefined;
  }
};
