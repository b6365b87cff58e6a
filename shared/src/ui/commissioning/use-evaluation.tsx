import type { ClientOf } from '../../contract/client.ts';
import { evaluationApi } from '../../contract/evaluation-api.ts';
import { type Read, type ReadInput, type ReadOptions, useOperation, useOperations } from './use-operations.tsx';

type Api = typeof evaluationApi;

/** The client of the evaluation workspace. */
export const useEvaluationClient = (): ClientOf<Api> => useOperations(evaluationApi);

/** One read of the evaluation workspace. */
export const useEvaluation = <K extends keyof Api>(
  name: K,
  input: ReadInput<Api[K]> | undefined,
  options?: ReadOptions<Api[K]>,
): Read<Api[K]> => useOperation(evaluationApi, name, input, options);
