import type { InvocationResponse, TypedData } from './core-types.ts';
import type { QueueOptions } from './host-json.ts';
import { queueOf, sendCreating } from './queue-client.ts';
import type { RegisteredFunction } from './registry.ts';

/** Writes what a function put into its output bindings. Rejects when one cannot be written. */
export type OutputWriter = (target: RegisteredFunction, response: InvocationResponse) => Promise<void>;

/** The host's half of `output.storageQueue`: one message per value, one per element of an array. */
export function createOutputWriter(encoding: QueueOptions['messageEncoding']): OutputWriter {
  return async (target, response) => {
    const { bindings } = target.metadata;
    const values = [...response.outputData];
    if (bindings.$return?.type.toLowerCase() === 'queue' && response.returnValue) {
      values.push({ name: '$return', data: response.returnValue });
    }
    for (const { name, data } of values) {
      const binding = bindings[name];
      if (!binding) throw new Error(`Function "${target.metadata.name}" returned a value for "${name}", which it has no binding for.`);
      const queue = queueOf(binding);
      for (const message of messagesOf(data)) {
        await sendCreating(queue, encoding === 'base64' ? message.toString('base64') : message.toString('utf8'));
      }
    }
  };
}

function messagesOf(data: TypedData): Buffer[] {
  if (data.json !== undefined) {
    const value: unknown = JSON.parse(data.json);
    const items = Array.isArray(value) ? (value as unknown[]) : [value];
    return items.map((item) => Buffer.from(typeof item === 'string' ? item : JSON.stringify(item)));
  }
  if (data.bytes !== undefined) return [Buffer.from(data.bytes)];
  return [Buffer.from(data.string ?? String(data.int ?? data.double))];
}
