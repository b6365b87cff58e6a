import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { getMe } from '../../contract/me.ts';
import { IfOn } from '../features/IfOn.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { NoAccess } from '../states/NoAccess.tsx';
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
    <IfOn feature="block-purchases">
      <div>
        <PlaceLink to={{ at: 'block-purchases', path: '' }}>Block purchases</PlaceLink>
      </div>
    </IfOn>
    <div>
      <PlaceLink to={{ at: 'concerns', path: '' }}>Concerns that you reported</PlaceLink>
    </div>
    <div>
      <PlaceLink to={{ at: 'enquiries', path: '' }}>Enquiries</PlaceLink>
      <PlaceLink to={{ at: 'notices', path: '' }}>Notices and events</PlaceLink>
    </div>
    <div>
      <PlaceLink to={{ at: 'invoices', path: '' }}>Invoices</PlaceLink>
    </div>
  </div>
);

const mayRaise = ({ memberships }: ReplyOf<typeof getMe>): boolean =>
  memberships.some(({ status, roles }) => status === 'active' && roles.includes('requester'));

const MyRequests = (): React.ReactElement => {
  const me = useApi('getMe', {});
  const requester = me.data !== undefined && mayRaise(me.data);
  const drafts = useApi('listDrafts', requester ? {} : undefined);
  const sent = useApi('listCallOffs', { query: { scope: 'mine' } });
  const ownDrafts = me.data && !requester ? { data: { drafts: [] }, mutate: drafts.mutate } : drafts;
  return (
    <Loaded reads={[me, sent, ownDrafts] as const} what="your requests" failed="Your requests could not be loaded">
      {(person, { callOffs }, { drafts: begun }) => (
        <>
          <DraftList owner={person.person} drafts={begun} />
          <section aria-label="Sent requests">
            <Heading level={2}>Sent</Heading>
            {callOffs.length > 0 ? <CallOffList callOffs={callOffs} label="Sent requests" /> : <NothingSent requester={mayRaise(person)} />}
          </section>
        </>
      )}
    </Loaded>
  );
};

const NothingSent = ({ requester }: { requester: boolean }): React.ReactElement =>
  requester ? (
    <EmptyState level={3} title="You have not sent a request yet">
      <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory and choose a service</PlaceLink>
    </EmptyState>
  ) : (
    <NoAccess level={3} title="You cannot raise requests yet" />
  );
