import { awardApi } from '../../contract/award-api.ts';
import type { ClientOf } from '../../contract/client.ts';
import { type Read, type ReadInput, type ReadOptions, useOperation, useOperations } from './use-operations.tsx';

type Api = typeof awardApi;

/** The client of the award board. */
export const useAwardsClient = (): ClientOf<Api> => useOperations(awardApi);

/** One read of the award board. */
export const useAwards = <K extends keyof Api>(
  name: K,
  input: ReadInput<Api[K]> | undefined,
  options?: ReadOptions<Api[K]>,
): Read<Api[K]> => useOperation(awardApi, name, input, options);
