import type { Binding, FunctionCallback, FunctionMetadata, ProgrammingModel } from './core-types.ts';

/** A function that the app registered, with its one trigger picked out. */
export interface RegisteredFunction {
  readonly metadata: FunctionMetadata;
  readonly triggerName: string;
  readonly trigger: Binding;
  readonly callback: FunctionCallback;
}

export interface FunctionRegistry {
  add(metadata: FunctionMetadata, callback: FunctionCallback): () => void;
  all(): readonly RegisteredFunction[];
  get(name: string): RegisteredFunction | undefined;
  setModel(model: ProgrammingModel): void;
  /** Throws while the app has not loaded `@azure/functions`. */
  model(): ProgrammingModel;
  lock(): void;
}

const validName = /^[A-Za-z][\w-]{0,127}$/;

/** Holds functions until `lock`; afterwards every registration is refused, as in the real worker. Names differ by more than case. */
export function createRegistry(): FunctionRegistry {
  const functions = new Map<string, RegisteredFunction>();
  let programmingModel: ProgrammingModel | undefined;
  let locked = false;
  return {
    add(metadata, callback) {
      if (locked) throw new Error('A function can only be registered during app startup.');
      if (!validName.test(metadata.name)) throw new Error(`"${metadata.name}" is not a valid function name.`);
      const key = metadata.name.toLowerCase();
      if (functions.has(key)) throw new Error(`A function named "${metadata.name}" is already registered.`);
      const triggers = Object.entries(metadata.bindings).filter(([, binding]) => /trigger$/i.test(binding.type));
      const [found, second] = triggers;
      if (!found || second) throw new Error(`Function "${metadata.name}" must have exactly one trigger.`);
      functions.set(key, { metadata, triggerName: found[0], trigger: found[1], callback });
      return () => {
        functions.delete(key);
      };
    },
    all: () => [...functions.values()],
    get: (name) => functions.get(name.toLowerCase()),
    setModel(model) {
      if (locked) throw new Error('The programming model can only be set during app startup.');
      programmingModel = model;
    },
    model() {
      if (!programmingModel) throw new Error('The app has not loaded "@azure/functions".');
      return programmingModel;
    },
    lock() {
      locked = true;
    },
  };
}
