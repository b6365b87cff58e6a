import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type EventReply, eventsApi } from '../../contract/events.ts';
import { noticePlace } from '../../contract/notice-place.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { type Fact, Facts } from '../call-offs/Facts.tsx';
import { ToldLine } from '../commissioning/ToldLine.tsx';
import { useCommand } from '../commissioning/use-command.tsx';
import { useOperation } from '../commissioning/use-operations.tsx';
import { ExternalLink } from '../ExternalLink.tsx';
import { PlainText } from '../notices/OneNotice.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Booking } from './Booking.tsx';
import { CalendarFile } from './CalendarFile.tsx';
import { leftWords, placeWords, timeWords } from './event-words.ts';

const factsOf = (event: EventReply): readonly Fact[] => [
  { label: 'When', value: timeWords(event) },
  { label: 'Where', value: placeWords(event) },
  { label: 'Places', value: leftWords(event) },
  { label: 'Book until', value: formatDate(event.bookUntil) },
  { label: 'Invited by', value: event.organiserRole },
];

/** One event, with what whoever is invited does about it. */
export const OneEvent: React.FC<{ readonly eventRef: string }> = ({ eventRef }) => {
  const read = useOperation(eventsApi, 'getEvent', { params: { ref: eventRef } });
  const command = useCommand('getEvent', 'listEvents');
  return (
    <>
      <div>
        <PlaceLink to={noticePlace({ at: 'events' })}>All events</PlaceLink>
      </div>
      <Loaded reads={[read] as const} what="the event" failed="The event could not be loaded" page="Event">
        {(event) => (
          <>
            <PageHeading>{event.title}</PageHeading>
            <ToldLine told={command.told} />
            <Facts facts={factsOf(event)} />
            <PlainText text={event.about} />
            {event.joinLink === undefined ? null : (
              <div>
                <ExternalLink href={event.joinLink}>Join online</ExternalLink>
              </div>
            )}
            <CalendarFile eventRef={eventRef} />
            <Booking event={event} command={command} />
            <Text block>
              Questions about this event:{' '}
              <Link inline href={`mailto:${event.organiser.email}?subject=${encodeURIComponent(event.title)}`}>
                {`${event.organiser.name}, ${event.organiser.email} (opens your mail)`}
              </Link>
            </Text>
          </>
        )}
      </Loaded>
    </>
  );
};
