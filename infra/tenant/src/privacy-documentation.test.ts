import { readFileSync } from 'node:fs';
import { privacyDocumentation } from './privacy-documentation.ts';
import { privacyDocumentationPath } from './project-paths.ts';

test('docs/data-classification.md is generated from the classes as they are now (npm run docs)', () => {
  expect(readFileSync(privacyDocumentationPath, 'utf8')).toBe(privacyDocumentation());
});
