import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';
import { endOf } from '@ap/tenant/run-command';

// The very command of the guide: npm run setup:rehearsal.
test('from an empty tenant to an approved order on the deployed bundle, a school that joins, and back to nothing', async () => {
  const main = path.join(projectFolder, 'test/setup/rehearsal.ts');
  const { exitCode, output } = await endOf(
    spawn(process.execPath, ['--conditions=source', '--import', 'tsx', main], { cwd: projectFolder }),
  );
  expect([exitCode, output.slice(-3000)]).toEqual([
    0,
    expect.stringMatching(/The rehearsal passes: CO-\S+ became order AP-\d{6}, and nothing is left\./),
  ]);
}, 900_000);
