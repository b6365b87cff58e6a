import type { Migration } from './migration.ts';

/**
 * The steps that the lists took since they were first made, in order. A step is added with the code that needs it and never changed afterwards; how, and in which
 * release, is told in docs/change.md.
 */
export const migrations: readonly Migration[] = [];
