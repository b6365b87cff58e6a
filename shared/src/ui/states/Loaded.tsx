import { Button } from '@fluentui/react-button';
import * as React from 'react';
import { ErrorState } from './ErrorState.tsx';
import { explainError } from './explain-error.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { LoadingRows } from './LoadingRows.tsx';
import { Notice } from './Notice.tsx';

/** What was asked of the server: `useApi` gives it. */
interface Read<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly mutate: () => Promise<unknown>;
}

interface LoadedProps<T extends readonly unknown[]> {
  readonly reads: { readonly [K in keyof T]: Read<T[K]> };
  /** What is read, as it reads after 'Loading': 'your requests'. */
  readonly what: string;
  /** What happened when it fails: 'Your requests could not be loaded'. */
  readonly failed: string;
  /** The title of the screen until its own is known, where this is the whole screen. */
  readonly page?: string;
  readonly children: (...data: T) => React.ReactElement | null;
}

/**
 * The one way in which a screen waits: rows to come, then what was read, else the failure with its way on. What is on screen already stays
 * there when it cannot be refreshed, and says so.
 */
export const Loaded = <T extends readonly unknown[]>({
  reads,
  what,
  failed,
  page,
  children,
}: LoadedProps<T>): React.ReactElement | null => {
  const retry = (): void => void Promise.all(reads.map((read) => read.mutate()));
  const data = reads.map((read) => read.data);
  const error = reads.map((read) => read.error).find((found) => found !== undefined);
  if (data.every((part) => part !== undefined))
    return (
      <>
        {error === undefined ? null : <Outdated error={error} onRetry={retry} />}
        {children(...(data as unknown as T))}
      </>
    );
  if (error !== undefined) return <ErrorState error={error} what={failed} onRetry={retry} page={page !== undefined} />;
  return page === undefined ? <LoadingRows what={what} /> : <LoadingPage title={page} what={what} />;
};

const Outdated: React.FC<{ readonly error: unknown; readonly onRetry: () => void }> = ({ error, onRetry }) => (
  <Notice intent="warning" title="This may be out of date" actions={<Button onClick={onRetry}>Refresh</Button>}>
    It could not be refreshed. {explainError(error).why}
  </Notice>
);
