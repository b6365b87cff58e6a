import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Remembers in a folder for which inputs a step was last done. */
export interface Stamps {
  isFresh(step: string, inputs: string): boolean;
  set(step: string, inputs: string): void;
  clear(step: string): void;
}

export function createStamps(folder: string): Stamps {
  const file = (step: string): string => path.join(folder, step);
  return {
    isFresh(step, inputs) {
      try {
        return readFileSync(file(step), 'utf8') === inputs;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      }
    },
    set(step, inputs) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file(step), inputs);
    },
    clear: (step) => rmSync(file(step), { force: true }),
  };
}
