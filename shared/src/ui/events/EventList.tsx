import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { eventsApi } from '../../contract/events.ts';
import { noticePlace } from '../../contract/notice-place.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { useOperation } from '../commissioning/use-operations.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { leftWords, placeWords, timeWords } from './event-words.ts';

/** What the commissioning team invites one's school or department to, the next first. */
export const EventList: React.FC = () => {
  const read = useOperation(eventsApi, 'listEvents', {});
  const { list, row, title } = useListStyles();
  return (
    <>
      <div>
        <PlaceLink to={noticePlace({ at: 'list' })}>All notices</PlaceLink>
      </div>
      <PageHeading>Events</PageHeading>
      <Loaded reads={[read] as const} what="the events" failed="The events could not be loaded">
        {({ events }) =>
          events.length === 0 ? (
            <EmptyState level={2} title="There is no event to come">
              <Text block>What the commissioning team invites your school or department to is shown here.</Text>
            </EmptyState>
          ) : (
            <ul className={list} aria-label="Events">
              {events.map((event) => (
                <li key={event.ref} className={row}>
                  <Heading level={2} className={title}>
                    <PlaceLink to={noticePlace({ at: 'event', ref: event.ref })}>{event.title}</PlaceLink>
                  </Heading>
                  <Text block>{timeWords(event)}</Text>
                  <Text block>{placeWords(event)}</Text>
                  <Text block>{leftWords(event)}</Text>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
};
