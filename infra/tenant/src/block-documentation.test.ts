import { readFileSync } from 'node:fs';
import { blockMachine } from '@ap/shared/domain/block-purchases/block-machine';
import { mostBuyers } from '@ap/shared/domain/block-purchases/pledging';
import { blockDocumentation } from './block-documentation.ts';
import { blockDocumentationPath } from './project-paths.ts';

describe('docs/block-purchases.md', () => {
  it('is generated from the table as it is now (npm run docs)', () => {
    expect(readFileSync(blockDocumentationPath, 'utf8')).toBe(blockDocumentation());
  });

  it('shows every command, and how many buyers one purchase holds', () => {
    for (const { command } of blockMachine.moves) expect(blockDocumentation()).toContain(`| \`${command}\` |`);
    expect(blockDocumentation()).toContain(`${mostBuyers} buyers may`);
  });
});
