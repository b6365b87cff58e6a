import Module from 'node:module';
import type { CoreApi } from './core-api.ts';

const coreModule = '@azure/functions-core';
interface Requiring {
  require(this: unknown, id: string): unknown;
}

/**
 * Lets `require('@azure/functions-core')` answer with `api` while `load` runs: the mechanism of the real worker, so a
 * bundle that leaves this one module external needs no change between Azure and here. The library keeps the answer from its
 * first registration, so nothing stays patched afterwards.
 */
export async function provideCore(api: CoreApi, load: () => Promise<void>): Promise<void> {
  const prototype = Module.prototype as unknown as Requiring;
  const original = prototype.require;
  prototype.require = function (this: unknown, id: string): unknown {
    return id === coreModule ? api : original.call(this, id);
  };
  try {
    await load();
  } finally {
    prototype.require = original;
  }
}
