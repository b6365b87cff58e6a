import { readFileSync } from 'node:fs';
import { register } from '@ap/shared/lists/register';
import { listDocumentation } from './list-documentation.ts';
import { documentationPath } from './project-paths.ts';

describe('docs/lists.md', () => {
  it('is generated from the schema as it is now (npm run docs)', () => {
    expect(readFileSync(documentationPath, 'utf8')).toBe(listDocumentation(register));
  });

  it('says of each list whether people may edit it', () => {
    const text = listDocumentation(register);
    const open = register.filter(({ restricted }) => !restricted);
    expect(text.match(/^Commissioners may edit it by hand\.$/gm)).toHaveLength(open.filter(({ handEdited }) => handEdited).length);
    expect(text.match(/^Read only for people/gm)).toHaveLength(open.filter(({ handEdited }) => !handEdited).length);
    const sealed = register.filter(({ restricted }) => restricted === 'to-nobody');
    expect(text.match(/^Sealed: nobody may open it/gm)).toHaveLength(sealed.length);
    expect(text.match(/^Restricted: only those/gm)).toHaveLength(register.length - open.length - sealed.length);
  });
});
