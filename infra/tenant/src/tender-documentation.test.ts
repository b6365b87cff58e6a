import { readFileSync } from 'node:fs';
import { tenderMachines } from '@ap/shared/domain/tenders/machines';
import { tenderDocumentationPath } from './project-paths.ts';
import { tenderDocumentation } from './tender-documentation.ts';

describe('docs/tenders.md', () => {
  it('is generated from the tables as they are now (npm run docs)', () => {
    expect(readFileSync(tenderDocumentationPath, 'utf8')).toBe(tenderDocumentation(tenderMachines));
  });

  it('shows every command of every machine', () => {
    const text = tenderDocumentation(tenderMachines);
    for (const { command } of tenderMachines.flatMap(({ moves }) => moves)) expect(text).toContain(`| \`${command}\` |`);
  });
});
