import * as React from 'react';
import type { CallOffSummary } from '../../contract/call-off-summary.ts';
import { Disclosure } from '../Disclosure.tsx';
import { IfOn } from '../features/IfOn.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useApi } from '../use-api.tsx';
import { CallOffList } from './CallOffList.tsx';

/** Who stands in for whom: asked for by whoever opens it. */
const AwayPanel = later(async () => (await import('../away/AwayPanel.tsx')).AwayPanel, <LoadingRows what="who decides for whom" />);

/** Pledges and units that wait for an approver: their code comes after the requests. */
const WaitingPledges = later(async () => (await import('../block-purchases/WaitingPledges.tsx')).WaitingPledges);

/** What waits for my decision, the longest wait first. */
export const WaitingPage = (): React.ReactElement => (
  <>
    <PageHeading>Waiting for me</PageHeading>
    <Waiting />
    <IfOn feature="block-purchases">
      {useSurroundings().service ? <WaitingPledges /> : null}
      <p>
        <PlaceLink to={{ at: 'block-purchases', path: '' }}>All block purchases</PlaceLink>
      </p>
    </IfOn>
    <Disclosure title="When an approver is away" level={2} openAtFirst={false}>
      <AwayPanel />
    </Disclosure>
  </>
);

const Waiting = (): React.ReactElement => {
  const waiting = useApi('listCallOffs', { query: { scope: 'waiting' } });
  return (
    <Loaded reads={[waiting] as const} what="requests that wait for you" failed="The list could not be loaded">
      {({ callOffs }) => <WaitingList callOffs={callOffs} />}
    </Loaded>
  );
};

const WaitingList = ({ callOffs }: { callOffs: readonly CallOffSummary[] }): React.ReactElement => {
  if (callOffs.length === 0)
    return (
      <EmptyState title="No request waits for you">
        <div>You get a card in Teams and an e-mail when a request needs your decision.</div>
        <PlaceLink to={{ at: 'my-requests' }}>See my own requests</PlaceLink>
      </EmptyState>
    );
  const oldestFirst = [...callOffs].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  return <CallOffList callOffs={oldestFirst} label="Requests that wait for you" level={2} showRequester />;
};
