import { toPath } from '../../contract/place.ts';
import type { HostAdapter } from '../HostAdapter.tsx';

/** A browser that may decide, unless told otherwise. */
export const fakeHost = (changes: Partial<HostAdapter> = {}): HostAdapter => ({
  kind: 'browser',
  theme: () => 'light',
  onThemeChange: () => () => undefined,
  locale: 'en-GB',
  getToken: async () => 'token',
  signIn: async () => undefined,
  linkTo: (place) => `https://teams.example${toPath(place)}`,
  openExternal: () => undefined,
  mayDecide: true,
  ...changes,
});
