import type { HookCallback, HookContext } from './core-types.ts';

/** The app's hooks by name, in the order of their registration. */
export interface Hooks {
  add(name: string, hook: HookCallback): () => void;
  /** Awaits each hook in turn; what one throws ends the run and is thrown on, as in the real worker. */
  run(name: string, context: HookContext): Promise<void>;
  /** Runs hooks that must answer at once (`log`). */
  runNow(name: string, context: HookContext): void;
}

const known = new Set(['appStart', 'appTerminate', 'preInvocation', 'postInvocation', 'log']);

export function createHooks(): Hooks {
  const byName = new Map<string, HookCallback[]>();
  const of = (name: string): readonly HookCallback[] => byName.get(name) ?? [];
  return {
    add(name, hook) {
      if (!known.has(name)) throw new RangeError(`Unrecognized hook "${name}"`);
      byName.set(name, [...of(name), hook]);
      return () => {
        byName.set(
          name,
          of(name).filter((each) => each !== hook),
        );
      };
    },
    async run(name, context) {
      for (const hook of of(name)) await hook(context);
    },
    runNow(name, context) {
      for (const hook of of(name)) hook(context);
    },
  };
}
