import type { FunctionCallback, FunctionMetadata, HookCallback, ProgrammingModel } from './core-types.ts';
import type { Hooks } from './hooks.ts';
import type { HostLog } from './host-log.ts';
import type { FunctionRegistry } from './registry.ts';

export interface Disposable {
  dispose(): void;
}

/** The module `@azure/functions-core` as far as `@azure/functions` 4 uses it. */
export interface CoreApi {
  readonly version: string;
  readonly hostVersion: string;
  readonly Disposable: new (callOnDispose: () => void) => Disposable;
  registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): Disposable;
  registerHook(name: string, callback: HookCallback): Disposable;
  setProgrammingModel(model: ProgrammingModel): void;
  getProgrammingModel(): ProgrammingModel;
  log(level: string, category: string, message: string): void;
}

class Registration implements Disposable {
  readonly #undo: () => void;
  constructor(callOnDispose: () => void) {
    this.#undo = callOnDispose;
  }
  dispose(): void {
    this.#undo();
  }
}

/**
 * The host's answer to `require('@azure/functions-core')`. Asking it for a member that it does not know throws, so that
 * an upgrade of the library that wants more from its host fails loudly here instead of being half imitated.
 */
export function createCoreApi(registry: FunctionRegistry, hooks: Hooks, log: HostLog): CoreApi {
  const api: CoreApi = {
    version: '3.13.0-local',
    hostVersion: '4.1042.0-local',
    Disposable: Registration,
    registerFunction: (metadata, callback) => new Registration(registry.add(metadata, callback)),
    registerHook: (name, callback) => new Registration(hooks.add(name, callback)),
    setProgrammingModel: (model) => registry.setModel(model),
    getProgrammingModel: () => registry.model(),
    log: (level, category, message) => log({ level, category, message }),
  };
  return refuseUnknownMembers(api);
}

function refuseUnknownMembers(api: CoreApi): CoreApi {
  return new Proxy(api, {
    get(target, member, receiver) {
      if (member in target) return Reflect.get(target, member, receiver);
      throw new Error(
        `@azure/functions asked its host for "${String(member)}", which the local Functions host does not know. ` +
          'The library was probably upgraded: extend infra/local/host/core-api.ts.',
      );
    },
  });
}
