import * as React from 'react';
import { EventList } from './EventList.tsx';
import { OneEvent } from './OneEvent.tsx';

/** Row 66: events that the commissioning team invites one's school or department to: the list, and one of them. */
export const EventsPage: React.FC<{ readonly eventRef: string | undefined }> = ({ eventRef }) =>
  eventRef === undefined ? <EventList /> : <OneEvent key={eventRef} eventRef={eventRef} />;
