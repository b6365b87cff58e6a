import { useSWRConfig } from 'swr';
import type { ReadName } from './use-api.tsx';

/** Asks again, after a change, for everything that was read by one endpoint (whatever it was asked). */
export const useRefresh = (): ((name: ReadName) => Promise<void>) => {
  const { mutate } = useSWRConfig();
  return async (name) => {
    await mutate((key) => Array.isArray(key) && key[0] === name);
  };
};
