import type { Binding } from './core-types.ts';
import { createRegistry } from './registry.ts';
import { refuseUnsupported } from './supported-bindings.ts';

const http: Binding = { type: 'httpTrigger', direction: 'in' };

function check(bindings: Record<string, Binding>, retryOptions?: unknown): void {
  const registry = createRegistry();
  registry.add({ name: 'it', bindings, retryOptions }, () => {});
  registry.all().forEach(refuseUnsupported);
}

describe('a binding that the local host does not imitate is refused at start', () => {
  test.each([
    ['the trigger "blobTrigger"', { blob: { type: 'blobTrigger', direction: 'in' } }],
    ['the trigger "orchestrationTrigger"', { task: { type: 'orchestrationTrigger', direction: 'in' } }],
    ['the input binding "table"', { http, rows: { type: 'table', direction: 'in' } }],
    ['the output binding "blob"', { http, file: { type: 'blob', direction: 'out' } }],
  ] as Array<[string, Record<string, Binding>]>)('[host 14] %s', (what, bindings) => {
    expect(() => check(bindings)).toThrow(`Function "it": the local host does not support ${what}.`);
  });

  test('[host 14] a retry policy', () => {
    expect(() => check({ http }, { maxRetryCount: 3 })).toThrow('a retry policy');
  });

  test('but not HTTP with a queue output, which is served', () => {
    expect(() => check({ http, $return: { type: 'http', direction: 'out' }, more: { type: 'queue', direction: 'out' } })).not.toThrow();
  });
});
