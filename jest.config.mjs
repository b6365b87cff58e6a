// One Jest configuration, five projects: four levels, and evidence that takes long. Packages are read from source (export condition "source"): no build to test.
const transform = {
  '^.+\\.(ts|tsx|js|mjs)$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } },
  ],
};
const base = {
  // Declared for `import` alone, which Jest turns into `require`.
  moduleNameMapper: { '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs' },
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  transform,
  // ESM-only packages are transformed too; everything else in node_modules is left alone.
  transformIgnorePatterns: ['/node_modules/(?!(jose|@peculiar|wouter|read-excel-file|saxen|write-excel-file|worker-f|unpdf)/)'],
  // The web part has an install and tests of its own; state of local runs is nobody's module.
  modulePathIgnorePatterns: ['<rootDir>/spfx-webpart/', '<rootDir>/.local/', '/dist/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};
export default {
  // A test that hangs is ended; how long a busy machine takes is asserted nowhere.
  testTimeout: 300_000,
  projects: [
    {
      // Pure code needs no world of its own for each file: Node loads a module once for all of them, which is three quarters of the time (decision 60).
      displayName: 'unit',
      runner: 'jest-light-runner',
      setupFiles: ['<rootDir>/test/runner/from-source.mjs'],
      modulePathIgnorePatterns: base.modulePathIgnorePatterns,
      testMatch: ['<rootDir>/{shared,functions,infra,teams-app,test}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.(integration|browser|evidence)\\.test\\.ts$'],
    },
    {
      ...base,
      displayName: 'ui',
      moduleNameMapper: { ...base.moduleNameMapper, '^@fluentui/react-icons$': '<rootDir>/test/runner/fluent-icons.cjs' },
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/shared/src/ui/testing/dialog-element.ts', '<rootDir>/shared/src/ui/testing/no-style-rules.ts'],
      setupFilesAfterEnv: ['<rootDir>/shared/src/ui/testing/patient-screens.ts'],
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      testMatch: ['<rootDir>/{shared,teams-app}/**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/**/*.integration.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...base,
      displayName: 'browser',
      testMatch: ['<rootDir>/**/*.browser.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...base,
      displayName: 'evidence',
      testMatch: ['<rootDir>/**/*.evidence.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
  ],
};
