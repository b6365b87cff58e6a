import { ingestionOf } from '../../ingestion.ts';
import type { Log } from '../../ports/clock.ts';
import type { keepTraces } from './keep-traces.ts';

interface TraceNeeds {
  readonly connectionString: string;
  /** Where the file is that keeps traces: outside the bundle, so that the app does not wait for it. */
  readonly file: URL;
  readonly role: string;
  readonly token: () => Promise<string | undefined>;
  readonly log: Log;
}

/** Begins to keep traces, beside the start of the app: what runs in its first moment has none. Answers how to end. A failure is told, and the app goes on without. */
export const startTraces = ({ connectionString, file, role, token, log }: TraceNeeds): (() => Promise<void>) => {
  let told = false;
  const lost = (spans: number, status: number): void => {
    if (!told) log.event('warning', 'traces-not-taken', { spans, status });
    told = true;
  };
  const started = import(file.href)
    .then(({ keepTraces: keep }: { readonly keepTraces: typeof keepTraces }) =>
      keep({ to: ingestionOf(connectionString), role, token, lost }),
    )
    .catch((error: unknown) => {
      log.event('error', 'traces-not-kept', { error: error instanceof Error ? error.name : 'unknown' });
      return async () => undefined;
    });
  return async () => (await started)();
};
