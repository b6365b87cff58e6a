import type { Ports } from '../../functions/src/ports/ports.ts';

const writing =
  /^(add|save|keep|append|enqueue|confirm|withdraw|expect$|noteTold|forget|moveCursor|set|write|admit|enter|put|claim|release|remove|discard|reply|send|update|tell|drop)/;

/** The same ports, and the names of what is written through them, in order. */
export const watched = (ports: Ports): { readonly ports: Ports; readonly writes: readonly string[] } => {
  const writes: string[] = [];
  const watch = <T extends object>(port: T, name: string): T =>
    new Proxy(port, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property);
        const called = `${name}.${String(property)}`;
        if (typeof value === 'function')
          return (...given: readonly unknown[]) => {
            if (writing.test(String(property))) writes.push(called);
            return Reflect.apply(value, target, given) as unknown;
          };
        return value !== null && typeof value === 'object' && property in target ? watch(value, called) : value;
      },
    });
  return { ports: watch(ports, 'ports'), writes };
};
