import type { ClientOf } from '../../contract/client.ts';
import { commissioningApi } from '../../contract/commissioning-api.ts';
import { type Read, type ReadInput, type ReadOptions, useOperation, useOperations } from './use-operations.tsx';

type Api = typeof commissioningApi;

/** The client of what only commissioners' pages call. */
export const useCommissioningClient = (): ClientOf<Api> => useOperations(commissioningApi);

/** One read of what only commissioners' pages call. */
export const useCommissioning = <K extends keyof Api>(
  name: K,
  input: ReadInput<Api[K]> | undefined,
  options?: ReadOptions<Api[K]>,
): Read<Api[K]> => useOperation(commissioningApi, name, input, options);
