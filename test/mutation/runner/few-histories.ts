import fc from 'fast-check';

const mostRuns = 6;
const seed = 20_261_127;

/**
 * fast-check for the tests of one mutant: every property with at most so many histories, the same ones each time (whether a mutant survives must
 * not hang on the luck of a draw), and no search for the smallest history that fails.
 */
export const fewHistories = {
  __esModule: true,
  ...fc,
  default: {
    ...fc,
    assert: (property: Parameters<typeof fc.assert>[0], told: Parameters<typeof fc.assert>[1] = {}) =>
      fc.assert(property, { seed, ...told, numRuns: Math.min(told.numRuns ?? 100, mostRuns), endOnFailure: true }),
  },
};
