import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { noticePlace } from '../../contract/notice-place.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { NoticesPage } from '../notices/NoticesPage.tsx';
import { anEvent } from '../testing/sample-events.ts';
import { EventsPage } from './EventsPage.tsx';

const show = (answers: Parameters<typeof fakeService>[0], eventRef?: string) => {
  const served = fakeService(answers);
  const place = noticePlace(eventRef === undefined ? { at: 'events' } : { at: 'event', ref: eventRef });
  renderScreen(<EventsPage eventRef={eventRef} />, served.api, { service: served.service, place });
  return served;
};
const { ref } = anEvent();
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

it('row 66: the list says of each event when, where, and how many places are left', async () => {
  show({ listEvents: () => ({ events: [anEvent(), { ...anEvent({ left: 0, own: 2, online: false }), ref: 'EV-2' }] }) });
  expect((await screen.findAllByRole('link', { name: anEvent().title })).map((link) => link.getAttribute('href'))).toEqual([
    expect.stringContaining(`notices/events/${ref}`),
    expect.stringContaining('notices/events/EV-2'),
  ]);
  expect(screen.getAllByText('Tuesday 16 March 2027 at 2pm to 4pm')).toHaveLength(2);
  expect(screen.getByText('County Hall, DT1 1XJ, or online')).toBeTruthy();
  expect([screen.getByText('12 places left'), screen.getByText('Full. You have booked 2')]).toHaveLength(2);
});

it('row 66: places are booked for the one school that one works for, and the page is read again', async () => {
  let own = 0;
  const { callsOf } = show(
    {
      getEvent: () => anEvent({ own, ...(own > 0 ? { joinLink: 'https://meet.example/framework' } : {}) }),
      bookEvent: () => {
        own = 2;
        return anEvent({ own });
      },
    },
    ref,
  );
  expect(await screen.findByText('You have booked none.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Join online/ })).toBeNull();
  await press('Book places');
  const many = screen.getByRole('textbox', { name: 'How many places do you need, yours included?' });
  await userEvent.clear(many);
  await userEvent.type(many, 'two');
  await press('Book places');
  expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('Enter a whole number');
  await userEvent.clear(many);
  await userEvent.type(many, '2');
  await press('Book places');
  await waitFor(() => expect(screen.getAllByText('You have booked 2 places.').length).toBeGreaterThan(0));
  expect(callsOf('bookEvent').map(({ body }) => body)).toEqual([{ kind: 'book-places', buyerRef: '113855', places: 2 }]);
  expect(await screen.findByRole('link', { name: /Join online/ })).toBeTruthy();
});

it('row 66: whoever works for two schools says for which; that an event is full is told', async () => {
  const buyers = [
    { ref: '113855', name: 'Ashdale School', colleagues: 0 },
    { ref: '114000', name: 'Harbour Academy', colleagues: 0 },
  ];
  const refuse = () => {
    throw new Refuse('event-full', 'Only 1 place is left.', '/places');
  };
  const { callsOf } = show({ getEvent: () => anEvent({ buyers }), bookEvent: refuse }, ref);
  await press('Book places');
  await userEvent.click(screen.getByRole('radio', { name: 'Harbour Academy' }));
  await press('Book places');
  expect(await screen.findByText(/Only 1 place is left\./)).toBeTruthy();
  expect(callsOf('bookEvent').map(({ body }) => body)).toEqual([{ kind: 'book-places', buyerRef: '114000', places: 1 }]);
});

it('row 66: places are given back, once it is asked whether that is meant', async () => {
  const { callsOf } = show({ getEvent: () => anEvent({ own: 2 }), bookEvent: () => anEvent() }, ref);
  await press('Give your places back');
  await press('Give your places back');
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Give your places back' }));
  await waitFor(() => expect(callsOf('bookEvent').map(({ body }) => body)).toEqual([{ kind: 'give-back-places' }]));
});

it.each([
  ['is full', { left: 0 }, /The event is full\./],
  ['is closed to booking', { takesBookings: false }, 'Booking is closed.'],
  ['has begun', { takesBookings: false, takesBack: false }, 'The event has begun.'],
  [
    'has no more places for the school',
    { buyers: [{ ref: '113855', name: 'Ashdale School', colleagues: 3 }] },
    /Your colleagues have booked as many places/,
  ],
])('row 66: an event that %s offers no booking, and says why', async (_what, more, words) => {
  show({ getEvent: () => anEvent(more) }, ref);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Book places' })).toBeNull();
});

it('row 66: whoever has booked may have fewer places although the event is full, and cannot give them back once it has begun', async () => {
  const { callsOf } = show({ getEvent: () => anEvent({ left: 0, own: 2, takesBack: false }) }, ref);
  expect(await screen.findByRole('button', { name: 'Change the number of places' })).toBeTruthy();
  expect([screen.queryByRole('button', { name: 'Give your places back' }), callsOf('bookEvent')]).toEqual([null, []]);
});

it("row 66: the event is saved for one's calendar; that it could not be is said", async () => {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:calendar';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  let busy = true;
  show(
    {
      getEvent: () => anEvent(),
      getEventCalendar: () => {
        if (busy) throw new Refuse('busy-try-later', 'The register is busy. Try again in a moment.');
        return new Blob(['BEGIN:VCALENDAR']);
      },
    },
    ref,
  );
  await press('Save for your calendar');
  expect((await screen.findByRole('alert')).textContent).toContain('The register is busy');
  busy = false;
  await press('Save for your calendar');
  await waitFor(() => expect(saved).toEqual([`${ref}.ics`]));
  expect(screen.queryByRole('alert')).toBeNull();
  jest.restoreAllMocks();
});

it('row 66: events are reached from the notices', async () => {
  const served = fakeService({ listNotices: () => ({ notices: [] }), listEvents: () => ({ events: [] }) });
  renderScreen(<NoticesPage />, served.api, { service: served.service, place: noticePlace({ at: 'list' }) });
  expect((await screen.findByRole('link', { name: 'Events' })).getAttribute('href')).toContain('notices/events');
  renderScreen(<NoticesPage />, served.api, { service: served.service, place: noticePlace({ at: 'events' }) });
  expect(await screen.findByText('There is no event to come')).toBeTruthy();
});
