import { ChildFailed } from '../process/child-failed.ts';
import { stackAddresses } from './addresses.ts';
import { banner } from './banner.ts';
import { explainFailure } from './explain-failure.ts';
import { LaunchFailure } from './launch-failure.ts';
import { readPorts } from './ports.ts';
import { printedProgress } from './progress.ts';

describe('a failure', () => {
  test('is one sentence, with what the program said last', () => {
    expect(explainFailure(new ChildFailed('Azurite ended (exit code 1).', ['port busy']))).toMatchObject({
      message: 'Azurite ended (exit code 1).',
      output: ['port busy'],
    });
    const own = new LaunchFailure('Port 3000 is in use.');
    expect(explainFailure(own)).toBe(own);
  });

  test.each([
    Object.assign(new Error('write'), { code: 'ENOSPC' }),
    new ChildFailed('The local tenant ended (exit code 1).', ['Error: ENOSPC: no space left on device, write']),
    new LaunchFailure('The pages of the tab could not be built (exit code 1).', ['no space left on device']),
  ])('of a full disk says so (%s)', (error) => {
    expect(explainFailure(error).message).toBe('The disk is full: free some space and start again.');
  });

  test('that nobody foresaw shows where it comes from', () => {
    const { message, output } = explainFailure(new TypeError('x is not a function'));
    expect(message).toBe('x is not a function');
    expect(output[0]).toMatch(/^ {4}at /);
  });
});

describe('progress', () => {
  test('names each step when it is done or has failed, with its seconds', async () => {
    const lines: string[] = [];
    let now = 0;
    const progress = printedProgress(
      (line) => lines.push(line),
      () => now,
    );
    await progress.step('Azurite', async () => {
      now = 1200;
    });
    progress.skipped('pages of the tab: built already');
    await progress.step('Functions host', () => Promise.reject(new Error('no'))).catch(() => {});
    expect(lines).toEqual(['  ✓ Azurite (1.2 s)', '  ✓ pages of the tab: built already', '  ✗ Functions host (0.0 s)']);
  });
});

test('the banner says where to click, as whom to sign in, and how to stop', () => {
  const text = banner(stackAddresses(readPorts({})), 7.25);
  expect(text).toContain('Ready after 7.3 s.');
  expect(text).toContain('Open http://localhost:3000');
  expect(text).toMatch(/Priya Nair, SENCO\. Raises requests/);
  expect(text).toContain('Ctrl+C stops everything');
});
