import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useApi } from '../use-api.tsx';
import { CallOffList } from './CallOffList.tsx';
import { DraftList } from './DraftList.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
});

/** What I have begun and what I have sent, with where each stands. */
export const MyRequestsPage = (): React.ReactElement => (
  <div className={useStyles().page}>
    <PageHeading>My requests</PageHeading>
    <MyRequests />
  </div>
);

const MyRequests = (): React.ReactElement => {
  const me = useApi('getMe', {});
  const requester = me.data?.memberships.some(({ status, roles }) => status === 'active' && roles.includes('requester')) ?? false;
  const drafts = useApi('listDrafts', requester ? {} : undefined);
  const sent = useApi('listCallOffs', { query: { scope: 'mine' } });
  const error = me.error ?? drafts.error ?? sent.error;
  if (error !== undefined) {
    const retry = (): void => void Promise.all([me.mutate(), drafts.mutate(), sent.mutate()]);
    return <ErrorState error={error} what="Your requests could not be loaded" onRetry={retry} />;
  }
  if (!me.data || !sent.data || (requester && !drafts.data)) return <LoadingRows what="your requests" />;
  return (
    <>
      <DraftList drafts={drafts.data?.drafts ?? []} />
      <section aria-label="Sent requests">
        <Heading level={2}>Sent</Heading>
        {sent.data.callOffs.length > 0 ? (
          <CallOffList callOffs={sent.data.callOffs} label="Sent requests" />
        ) : (
          <NothingSent requester={requester} />
        )}
      </section>
    </>
  );
};

const NothingSent = ({ requester }: { requester: boolean }): React.ReactElement => (
  <EmptyState level={3} title="You have not sent a request yet">
    {requester ? (
      <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory and choose a service</PlaceLink>
    ) : (
      <>
        <div>Your school lets people raise requests.</div>
        <PlaceLink to={{ at: 'access' }}>Ask for access</PlaceLink>
      </>
    )}
  </EmptyState>
);
