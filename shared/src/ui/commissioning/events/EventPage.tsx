import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { type ManagedEventReply, managedEventsApi } from '../../../contract/managed-events.ts';
import { managedNoticesApi } from '../../../contract/managed-notices.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { useSurroundings } from '../../HostAdapter.tsx';
import { PlainText } from '../../notices/OneNotice.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { type Column, Table } from '../Table.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';
import { eventActs, releaseAct } from './event-acts.tsx';
import { bookedWords, cameWords, eventStatusWords, forWords } from './event-words.ts';
import { followUpAct } from './follow-up-act.tsx';

const above = [{ to: { at: 'events' }, name: 'Events' }] as const;

const planFacts = ({ plan, left }: ManagedEventReply): readonly Fact[] =>
  plan === undefined
    ? []
    : [
        ...(plan.venue === undefined ? [] : [{ label: 'Venue', value: plan.venue }]),
        ...(plan.joinLink === undefined ? [] : [{ label: 'Joined online at', value: plan.joinLink }]),
        { label: 'Booking closes', value: formatDate(plan.bookUntil) },
        { label: 'Places each', value: String(plan.placesEach) },
        { label: 'Places left', value: String(left) },
      ];

const factsOf = (event: ManagedEventReply): readonly Fact[] => {
  const { ref, status, audience, when, organiser, organiserRole, aboutOrganisations, cancelledBecause, plan } = event;
  return [
    { label: 'Reference', value: ref },
    { label: 'State', value: eventStatusWords[status] },
    { label: plan === undefined ? 'Held' : 'When', value: when },
    { label: 'For', value: forWords(audience) },
    ...planFacts(event),
    ...(plan === undefined ? [] : [{ label: 'Places booked', value: bookedWords(event) }]),
    ...(aboutOrganisations === undefined ? [] : [{ label: 'Who came', value: `About ${aboutOrganisations} organisations` }]),
    { label: 'Written by', value: `${organiser}, as ${organiserRole}` },
    ...(cancelledBecause === undefined ? [] : [{ label: 'Cancelled because', value: cancelledBecause }]),
  ];
};

/** One event as commissioners see it: what it is, what can be done with it, and who booked. */
export const EventPage: React.FC<{ readonly eventRef: string }> = ({ eventRef }) => {
  const read = useOperation(managedEventsApi, 'getManagedEvent', { params: { ref: eventRef } });
  const client = useOperations(managedEventsApi);
  const notices = useOperations(managedNoticesApi);
  const command = useCommand('getManagedEvent', 'listManagedEvents', 'listManagedNotices');
  const { go } = useSurroundings();
  const openNotice = (ref: string): void => go(commissioningPlace({ at: 'notice', ref }));
  return (
    <Loaded reads={[read] as const} what="the event" failed="The event could not be loaded" page="Event">
      {(event) => (
        <Page title={event.title} above={above} told={command.told}>
          <Facts facts={factsOf(event)} />
          <Acts
            acts={[...eventActs(event, client), ...(event.bookings.length === 0 ? [] : [followUpAct(event, notices, openNotice)])]}
            command={command}
          />
          <section aria-label="What it is">
            <Heading level={2}>What it is</Heading>
            <PlainText text={event.about} />
          </section>
          {event.plan === undefined || event.status === 'draft' ? null : <Bookings event={event} command={command} />}
          <section aria-label="History">
            <Heading level={2}>History</Heading>
            <Table
              caption="What was done, newest first"
              columns={[
                { name: 'When', as: 'short', of: ({ at }: ManagedEventReply['history'][number]) => formatInstant(at) },
                { name: 'What', of: ({ what, comment }) => (comment === undefined ? what : `${what}: ${comment}`) },
                { name: 'By', of: ({ by }) => by },
              ]}
              rows={[...event.history].reverse()}
              keyOf={({ at, what, by }) => `${at} ${what} ${by}`}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
};

type Booking = ManagedEventReply['bookings'][number];

const Bookings: React.FC<{ readonly event: ManagedEventReply; readonly command: Command }> = ({ event, command }) => {
  const client = useOperations(managedEventsApi);
  const columns: readonly Column<Booking>[] = [
    { name: 'Who', of: ({ name }) => name },
    { name: 'Of', of: ({ of = 'Provider' }) => of },
    { name: 'Mail', of: ({ email }) => email },
    { name: 'Places', of: ({ places }) => String(places), as: 'number' },
    { name: 'Came', of: ({ came }) => cameWords(came), as: 'short' },
    ...(event.releases
      ? [
          {
            name: 'Release',
            of: ({ number, name }: Booking) => <Acts acts={[releaseAct(event, number, client)]} command={command} of={name} />,
          },
        ]
      : []),
  ];
  return (
    <section aria-label="Who booked">
      <Heading level={2}>Who booked</Heading>
      {event.bookings.length === 0 ? (
        <EmptyState level={3} title="Nobody has booked" />
      ) : (
        <Table caption="Each booking, the first one first" columns={columns} rows={event.bookings} keyOf={({ number }) => String(number)} />
      )}
    </section>
  );
};
