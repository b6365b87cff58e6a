import type { RegisteredFunction } from './registry.ts';

const triggers = new Set(['httptrigger', 'timertrigger', 'queuetrigger']);
const outputs = new Set(['http', 'queue']);

/** Throws when a function needs something that the local host does not imitate: better no start than a function that never runs. */
export function refuseUnsupported({ metadata, trigger, triggerName }: RegisteredFunction): void {
  const refuse = (what: string): never => {
    throw new Error(`Function "${metadata.name}": the local host does not support ${what}.`);
  };
  if (!triggers.has(trigger.type.toLowerCase())) refuse(`the trigger "${trigger.type}"`);
  if (metadata.retryOptions) refuse('a retry policy');
  for (const [name, binding] of Object.entries(metadata.bindings)) {
    if (name === triggerName) continue;
    if (binding.direction === 'in') refuse(`the input binding "${binding.type}"`);
    if (!outputs.has(binding.type.toLowerCase())) refuse(`the output binding "${binding.type}"`);
  }
}
