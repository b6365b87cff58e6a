import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { portUses } from '@ap/local/launch/ports';
import type { CommandResult } from '@ap/tenant/run-command';
import { runningStack, type TestStack, timersByHand } from '../support/running-stack.ts';
import { endsWell, typeCommand } from './type-command.ts';

// Commands of the documents that need a tenant, or start a stack of their own, as small as their options let them be. That they work is looked at, and what they say; never how long it took.

jest.setTimeout(900_000);

let stack: TestStack;
/** It mostly waits: for copies to be read anew, for people who think. The others run meanwhile. */
let load: Promise<CommandResult>;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, timersByHand);
  load = typeCommand('load', ['--schools', '2', '--minutes', '1', '--outage', '0', '--searches', '1', '--seed', '7']);
});
afterAll(async () => {
  // Whichever tests were chosen: what was begun ends before its stack does.
  await load;
  await stack?.stop();
}, 600_000);

test('npm run walkthrough does the main job on the stack that runs', async () => {
  const env = {
    LOCAL_STATE: stack.stateDir,
    [portUses.tenant.variable]: new URL(stack.tenant).port,
    [portUses.functions.variable]: new URL(stack.api).port,
  };
  expect(await typeCommand('walkthrough', [], { env })).toEqual(
    endsWell(/Using the stack that runs.*The main job works: CO-\S+ became order AP-\d{6}/s),
  );
});

test('npm run migrate shows what the lists lack, and does it', async () => {
  const local = ['--local', '--state', stack.stateDir];
  expect(await typeCommand('migrate', local)).toEqual(
    endsWell(/The lists are at version \d+; .*Nothing was changed\. With --apply it is done\./s),
  );
  expect(await typeCommand('migrate', ['--apply', ...local])).toEqual(endsWell(/Verified: \d+ lists.*The lists are at version \d+\.\n$/s));
});

test('npm run bench:import reads a workbook in, and finds nothing to do when it is read again', async () => {
  expect(await typeCommand('bench:import', ['--rows', '50'])).toEqual(endsWell(/created 50, not written 0\..*"same":50/s));
});

test('npm run bench:cost asks the meter of the tenant for searches and call-offs', async () => {
  const args = ['--minutes', '1', '--call-offs', '1', '--rows', '20'];
  expect(await typeCommand('bench:cost', args)).toEqual(endsWell(/\| sample and 20 \| 3 \| no \|.*Floor: /s));
});

test('npm run screenshots takes a picture in every face', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ap-pictures-'));
  try {
    expect(await typeCommand('screenshots', ['--only', 'senco-directory', '--to', folder])).toEqual(
      endsWell(/senco-directory-320\.png: new/),
    );
    expect(readdirSync(folder).length).toBeGreaterThan(3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('npm run bench:tab shows the tab as it is built', async () => {
  expect(await typeCommand('bench:tab', ['0'])).toEqual(endsWell(/warm-up, as built: LCP \d+ ms.*The tab shows the directory/s));
});

test('npm run load: two schools find, ask and approve beside everything else, and nothing is lost', async () => {
  expect(await load).toEqual(endsWell(/2 schools, 2 requests accepted, 2 ordered\..*Nothing was lost\./s));
});
