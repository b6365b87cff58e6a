import * as React from 'react';
import { PageHeading } from '../PageHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useApi } from '../use-api.tsx';
import { CallOffList } from './CallOffList.tsx';

/** What waits for my decision, the longest wait first. */
export const WaitingPage = (): React.ReactElement => (
  <>
    <PageHeading>Waiting for me</PageHeading>
    <Waiting />
  </>
);

const Waiting = (): React.ReactElement => {
  const { data, error, mutate } = useApi('listCallOffs', { query: { scope: 'waiting' } });
  if (error !== undefined) return <ErrorState error={error} what="The list could not be loaded" onRetry={() => void mutate()} />;
  if (!data) return <LoadingRows what="requests that wait for you" />;
  if (data.callOffs.length === 0)
    return <EmptyState title="Nothing waits for you">You get a card in Teams and an e-mail when a request needs your decision.</EmptyState>;
  const oldestFirst = [...data.callOffs].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  return <CallOffList callOffs={oldestFirst} label="Requests that wait for you" level={2} showRequester />;
};
