// The unit project, narrowed to the tests of the part whose rules are mutated (`main.ts` names them in the environment).
import jestConfig from '../../jest.config.mjs';

const unit = jestConfig.projects.find(({ displayName }) => displayName === 'unit');

export default {
  ...unit,
  displayName: 'mutation',
  rootDir: '../..',
  testTimeout: jestConfig.testTimeout,
  setupFiles: ['<rootDir>/test/mutation/same-histories.ts'],
  testMatch: JSON.parse(process.env.MUTATION_TESTS ?? '[]').map((pattern) => `<rootDir>/${pattern}`),
};
