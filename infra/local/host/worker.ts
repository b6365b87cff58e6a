import type { CoreApi } from './core-api.ts';
import { createCoreApi } from './core-api.ts';
import type { CoreInvocationContext, HookContext, InvocationRequest, InvocationResponse } from './core-types.ts';
import { createHooks } from './hooks.ts';
import type { HostLog } from './host-log.ts';
import { createRegistry, type FunctionRegistry, type RegisteredFunction } from './registry.ts';

/** The worker's half of a Functions host: it holds the registered functions and runs one invocation at a time per call. */
export interface Worker {
  readonly api: CoreApi;
  readonly registry: FunctionRegistry;
  /** Ends start-up: runs the `appStart` hooks and refuses registrations from here on. */
  start(appDirectory: string): Promise<void>;
  /** Runs one function with its hooks; throws what the function (or a hook) threw. */
  invoke(target: RegisteredFunction, request: InvocationRequest): Promise<InvocationResponse>;
  terminate(): Promise<void>;
}

/** Creates the worker whose `api` must be what `require('@azure/functions-core')` answers while the app is loaded. */
export function createWorker(log: HostLog): Worker {
  const registry = createRegistry();
  const hooks = createHooks();
  const appHookData = {};
  const api = createCoreApi(registry, hooks, log);

  return {
    api,
    registry,
    async start(appDirectory) {
      await hooks.run('appStart', { hookData: {}, appHookData, functionAppDirectory: appDirectory });
      const capabilities = await registry.model().getCapabilities({});
      registry.lock();
      if (capabilities.HttpUri !== undefined) {
        throw new Error('The local Functions host does not serve HTTP streaming: remove `app.setup({ enableHttpStream: true })`.');
      }
    },
    async invoke(target, request) {
      const hookData = {};
      let context: unknown;
      const core: CoreInvocationContext = {
        invocationId: request.invocationId,
        request,
        metadata: target.metadata,
        state: undefined,
        log(level, category, message) {
          const logged: HookContext = { hookData, appHookData, invocationContext: context, level, category, message };
          hooks.runNow('log', logged);
          const own = category === 'user' ? { level: String(logged.level), message: String(logged.message) } : { level, message };
          log({ ...own, category, functionName: target.metadata.name, invocationId: request.invocationId });
        },
      };
      const model = registry.model().getInvocationModel(core);
      const args = await model.getArguments();
      context = args.context;

      const before: HookContext = {
        hookData,
        appHookData,
        invocationContext: context,
        functionCallback: target.callback,
        inputs: args.inputs,
      };
      core.state = 'preInvocationHooks';
      await hooks.run('preInvocation', before);

      const inputs = before.inputs as unknown[];
      const after: HookContext = { hookData, appHookData, invocationContext: context, inputs, result: null, error: null };
      core.state = 'invocation';
      try {
        after.result = await model.invokeFunction(context, inputs, before.functionCallback as RegisteredFunction['callback']);
      } catch (error) {
        after.error = error ?? new Error('The function threw nothing.');
      }
      core.state = 'postInvocationHooks';
      await hooks.run('postInvocation', after);
      core.state = undefined;

      if (after.error) throw after.error;
      return model.getResponse(context, after.result);
    },
    async terminate() {
      await hooks.run('appTerminate', { hookData: {}, appHookData });
    },
  };
}
