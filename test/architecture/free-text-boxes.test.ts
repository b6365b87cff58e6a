import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

/** Holds a message to copy; nobody types into it. */
const readOnly = ['shared/src/ui/states/AdministratorMessage.tsx'];

const sourcesOf = (room: string): readonly string[] =>
  readdirSync(path.join(projectFolder, room), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(room, file))
    .filter((file) => /\.tsx$/.test(file) && !file.endsWith('.test.tsx'));

test('R40, row 63: every box of free text is one that tells the writer what could identify a pupil', () => {
  const boxes = ['shared/src/ui', 'teams-app/src']
    .flatMap(sourcesOf)
    .filter((file) => !readOnly.includes(file))
    .filter((file) => /@fluentui\/react-textarea|<textarea/.test(readFileSync(path.join(projectFolder, file), 'utf8')));
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.filter((file) => !readFileSync(path.join(projectFolder, file), 'utf8').includes('useIdentityWarning('))).toEqual([]);
});
