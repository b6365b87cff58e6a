import * as React from 'react';
import { type NoticePage, noticePlace } from '../../../contract/notice-place.ts';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { NoticesPage } from '../../notices/NoticesPage.tsx';
import { anEvent } from '../sample-events.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const at = (page: NoticePage) => ({ screen: <NoticesPage />, place: noticePlace(page) });
const list = at({ at: 'events' });
const one = at({ at: 'event', ref: anEvent().ref });

const common: Answers = {
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  listEvents: () => ({ events: [anEvent(), { ...anEvent({ left: 0, own: 2, online: false }), ref: 'EV-2B9TQC7KMP' }] }),
  getEvent: () => anEvent(),
};
const as = (more: Parameters<typeof anEvent>[0]): Answers => ({ ...common, getEvent: () => anEvent(more) });

/** Events as the people of a school read and book them. */
export const eventExhibits: readonly Exhibit[] = [
  { name: 'events', ...list, answers: common, shows: '12 places left' },
  { name: 'events, none', ...list, answers: { ...common, listEvents: () => ({ events: [] }) }, shows: 'There is no event to come' },
  ...waitingAndFailing({ name: 'events', ...list, answers: common }, 'listEvents', 'Loading the events'),
  { name: 'event', ...one, answers: common, shows: 'You have booked none.' },
  { name: 'event, booking places', ...one, answers: common, press: 'Book places', shows: 'How many places do you need' },
  {
    name: 'event, booked',
    ...one,
    answers: as({ own: 2, joinLink: 'https://meet.example/framework' }),
    shows: 'You have booked 2 places.',
  },
  { name: 'event, full', ...one, answers: as({ left: 0 }), shows: 'The event is full.' },
  { name: 'event, booking closed', ...one, answers: as({ takesBookings: false }), shows: 'Booking is closed.' },
  ...waitingAndFailing({ name: 'event', ...one, answers: common }, 'getEvent', 'Loading the event'),
];
