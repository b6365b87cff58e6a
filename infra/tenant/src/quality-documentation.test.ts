import { readFileSync } from 'node:fs';
import { qualityMachines } from '@ap/shared/domain/quality/machines';
import { qualityDocumentationPath } from './project-paths.ts';
import { qualityDocumentation } from './quality-documentation.ts';

describe('docs/quality.md', () => {
  it('is generated from the tables as they are now (npm run docs)', () => {
    expect(readFileSync(qualityDocumentationPath, 'utf8')).toBe(qualityDocumentation(qualityMachines));
  });

  it('shows every row of every table', () => {
    const text = qualityDocumentation(qualityMachines);
    for (const { from, command } of qualityMachines.flatMap(({ table }) => table))
      expect(text).toContain(`| \`${from}\` | \`${command}\` |`);
  });
});
