import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import { ContactLine } from '../Contact.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { NoAccess } from '../states/NoAccess.tsx';
import { useApi } from '../use-api.tsx';
import { firstAnswers, withKnownBuyer } from './first-answers.ts';
import { RequestForm } from './RequestForm.tsx';
import { sentAs } from './sent-drafts.ts';
import type { DraftPlace } from './use-draft.tsx';
import { useStart } from './use-start.tsx';

/** The request for a service: a new one, a draft that goes on, or one that was sent back for changes. */
export const RequestPage = (place: DraftPlace): React.ReactElement => {
  const ref = sentAs(place.draftId);
  return ref === undefined ? <Request key={`${place.draftId} ${place.callOffRef}`} {...place} /> : <AlreadySent callOffRef={ref} />;
};

const Request = (place: DraftPlace): React.ReactElement => {
  const { serviceRef } = place;
  const me = useApi('getMe', {});
  const service = useApi('getService', { params: { serviceRef } });
  const { start, error: startError, again } = useStart(place);
  const error = me.error ?? service.error ?? startError;
  // Only until everything is there: a read in the background that fails later must not take the form away with what is typed in it.
  if (!me.data || !service.data || !start) {
    const retry = (): void => {
      void me.mutate();
      void service.mutate();
      again();
    };
    if (error === undefined) return <LoadingPage title="Request" what="the request form" />;
    return <ErrorState page error={error} what="The request form could not be loaded" onRetry={retry} />;
  }
  const memberships = me.data.memberships.filter(({ status, roles }) => status === 'active' && roles.includes('requester'));
  const obstacle = obstacleOf(memberships, service.data.listed ? undefined : (service.data.whyNot ?? 'It is not offered at present.'));
  if (start.closed) return <Closed callOffRef={place.callOffRef ?? ''} />;
  if (obstacle) return obstacle;
  const first = start.answers ? withKnownBuyer(start.answers, memberships) : firstAnswers(memberships);
  return (
    <RequestForm
      place={place}
      service={service.data}
      owner={me.data.person}
      memberships={memberships}
      first={first}
      savedAt={start.savedAt}
    />
  );
};

/** Why no request can be raised, and what to do: said before anything is asked. */
const obstacleOf = (memberships: readonly MembershipReply[], notOffered: string | undefined): React.ReactElement | undefined => {
  if (memberships.length === 0) return <NoAccess level={1} title="You cannot raise requests yet" />;
  if (notOffered !== undefined)
    return (
      <EmptyState level={1} title="This service cannot be requested now">
        <div>{notOffered}</div>
        <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory for another one</PlaceLink>
      </EmptyState>
    );
  const reasons = memberships.flatMap(({ whyNotBuy }) => whyNotBuy ?? []);
  if (reasons.length < memberships.length) return undefined;
  return (
    <EmptyState level={1} title="Your school cannot buy at present">
      {reasons.map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
      <ContactLine lead="Questions? Contact" />
      <PlaceLink to={{ at: 'directory', search: '' }}>Back to the directory</PlaceLink>
    </EmptyState>
  );
};

/** Where Back leads after sending: nothing is sent twice. */
const AlreadySent = ({ callOffRef }: { callOffRef: string }): React.ReactElement => (
  <EmptyState level={1} title="This request has been sent">
    <PlaceLink to={{ at: 'call-off', ref: callOffRef }}>{`See request ${callOffRef}`}</PlaceLink>
  </EmptyState>
);

const Closed = ({ callOffRef }: { callOffRef: string }): React.ReactElement => (
  <EmptyState level={1} title="This request cannot be changed now">
    <div>Only a request that was sent back for changes can be changed and sent again.</div>
    <PlaceLink to={{ at: 'call-off', ref: callOffRef }}>{`See request ${callOffRef}`}</PlaceLink>
  </EmptyState>
);
