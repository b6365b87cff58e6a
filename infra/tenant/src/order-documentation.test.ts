import { readFileSync } from 'node:fs';
import { orderMachine } from '@ap/shared/domain/orders/order-machine';
import { orderDocumentation } from './order-documentation.ts';
import { orderDocumentationPath } from './project-paths.ts';

describe('docs/orders.md', () => {
  it('is generated from the tables as they are now (npm run docs)', () => {
    expect(readFileSync(orderDocumentationPath, 'utf8')).toBe(orderDocumentation());
  });

  it('shows every command and what each rule asks before a start', () => {
    for (const { command } of orderMachine.moves) expect(orderDocumentation()).toContain(`| \`${command}\` |`);
    for (const rule of ['R2', 'R4', 'R6', 'R8']) expect(orderDocumentation()).toContain(`| ${rule} |`);
  });
});
