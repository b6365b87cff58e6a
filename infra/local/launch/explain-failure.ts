import { ChildFailed } from '../process/child-failed.ts';
import { LaunchFailure } from './launch-failure.ts';

const diskFull = /\bENOSPC\b|no space left on device/i;

/** Turns whatever went wrong into one clear sentence and the last lines that a program said. */
export function explainFailure(error: unknown): LaunchFailure {
  const output = error instanceof ChildFailed || error instanceof LaunchFailure ? error.output : [];
  const said = [error instanceof Error ? error.message : String(error), ...output].join('\n');
  if (diskFull.test(said) || (error as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC') {
    return new LaunchFailure('The disk is full: free some space and start again.', output);
  }
  if (error instanceof LaunchFailure) return error;
  if ((error as NodeJS.ErrnoException | undefined)?.code?.startsWith('ERR_PARSE_ARGS')) return new LaunchFailure(said);
  if (error instanceof ChildFailed) return new LaunchFailure(error.message, output);
  const stack = error instanceof Error && error.stack ? error.stack.split('\n').slice(1, 6) : [];
  return new LaunchFailure(said, stack);
}
