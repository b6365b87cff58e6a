import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { aBookedEvent, aManagedEvent, aPastEvent } from '../../testing/sample-events.ts';
import { aManagedNotice } from '../../testing/sample-notices.ts';
import { EventsPage } from './EventsPage.tsx';

const show = (answers: Parameters<typeof fakeService>[0], eventRef?: string) => {
  const served = fakeService({ listManagedEvents: () => ({ events: [] }), ...answers });
  const { went } = renderScreen(<EventsPage eventRef={eventRef} />, served.api, { service: served.service });
  return { ...served, went };
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string, text: string) => userEvent.type(await screen.findByRole('textbox', { name }), text);
const text = async () => {
  await fill('Title', 'Information event');
  await fill('What is it?', 'What the framework offers.');
  await fill('In which role do you invite?', 'SEND Commissioner');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Academies' }));
};
const said = { title: 'Information event', about: 'What the framework offers.', organiserRole: 'SEND Commissioner', audience: ['academy'] };

describe('row 66: a commissioner', () => {
  it('writes an event by UK time; without a place it is not sent', async () => {
    const { callsOf, went } = show({ writeEvent: () => aManagedEvent() });
    await press('Write an event');
    await text();
    await fill('On which day is it held?', '16 6 2027');
    await fill('When does it begin, in UK time?', '14:00');
    await fill('When does it end, in UK time?', '16:30');
    await fill('On which day does booking close?', '15 6 2027');
    await fill('How many places are there?', '40');
    await fill('How many may each school, department or provider book?', '3');
    await press('Write an event');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain(
      'Enter a venue, or a link to join online',
    );
    await fill('Venue (optional)', 'County Hall, DT1 1XJ');
    await press('Write an event');
    await waitFor(() => expect(went).toHaveLength(1));
    expect(callsOf('writeEvent').map(({ body }) => body)).toEqual([
      {
        text: said,
        plan: {
          venue: 'County Hall, DT1 1XJ',
          startsAt: '2027-06-16T13:00:00Z',
          endsAt: '2027-06-16T15:30:00Z',
          bookUntil: '2027-06-15',
          places: 40,
          placesEach: 3,
        },
      },
    ]);
  });

  it('records one that was held by its month, where the day is not known', async () => {
    const { callsOf } = show({ recordPastEvent: () => aPastEvent });
    await press('Record an event that was held');
    await text();
    await fill('When was it held?', '13 2016');
    await press('Record an event that was held');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('or a month, such as 6 2016');
    await userEvent.clear(screen.getByRole('textbox', { name: 'When was it held?' }));
    await fill('When was it held?', '6 2016');
    await press('Record an event that was held');
    await waitFor(() => expect(callsOf('recordPastEvent').map(({ body }) => body)).toEqual([{ text: said, past: { held: '2016-06' } }]));
  });

  it('sees who booked, and releases a booking by the version that was read', async () => {
    const { callsOf } = show({ getManagedEvent: () => aBookedEvent(), actOnEvent: () => aBookedEvent() }, 'EV-1');
    const table = within(await screen.findByRole('table', { name: 'Each booking, the first one first' }));
    const cells = table.getAllByRole('row').map((row) => [...row.children].slice(0, 4).map(({ textContent }) => textContent));
    expect(cells.slice(1)).toEqual([
      ['Priya Nair', 'Ashdale School', 'priya.nair@ashdale.example', '2'],
      ['Greenway Learning', 'Provider', 'office@greenway.example', '1'],
    ]);
    await press('Release for Greenway Learning');
    await press('Release');
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Release' }));
    await waitFor(() => expect(callsOf('actOnEvent').map(({ body }) => body)).toEqual([{ kind: 'release-booking', seen: 4, number: 2 }]));
  });

  it('cancels it with a reason, after being told how many are told', async () => {
    const { callsOf } = show({ getManagedEvent: () => aBookedEvent(), actOnEvent: () => aBookedEvent({ status: 'cancelled' }) }, 'EV-1');
    await press('Cancel the event');
    expect(screen.getByText('Everybody who booked is told by a notice: 2.')).toBeTruthy();
    await fill('Why is it cancelled?', 'The hall is closed.');
    await press('Cancel the event');
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Cancel the event' }));
    await waitFor(() =>
      expect(callsOf('actOnEvent').map(({ body }) => body)).toEqual([{ kind: 'cancel-event', seen: 4, reason: 'The hall is closed.' }]),
    );
  });

  it('writes a notice to those who came once that is noted, and opens it', async () => {
    const over = aBookedEvent({ status: 'over', may: ['record-attendance'], releases: false });
    const noted = { ...over, bookings: over.bookings.map((each) => ({ ...each, came: each.number === 2 })) };
    const { callsOf, went } = show({ getManagedEvent: () => noted, writeNotice: () => aManagedNotice() }, 'EV-1');
    await press('Write to those who booked or came');
    expect(screen.queryByRole('group', { name: 'Who is it for?' })).toBeNull();
    await press('Write to those who booked or came');
    expect((await screen.findByRole('group', { name: 'There is a problem' })).textContent).toContain('Choose to whom it goes');
    await userEvent.click(screen.getByRole('radio', { name: 'Those who came' }));
    await fill('Title', 'After the event');
    await fill('What does it say?', 'What was asked, with the answers.');
    await fill('In which role do you write?', 'SEND Commissioner');
    await fill('Until which day is it shown?', '31 7 2027');
    await press('Write to those who booked or came');
    await waitFor(() => expect(went).toHaveLength(1));
    expect(callsOf('writeNotice').map(({ body }) => body)).toEqual([
      {
        text: {
          title: 'After the event',
          body: 'What was asked, with the answers.',
          authorRole: 'SEND Commissioner',
          audience: ['maintained-school', 'academy', 'provider'],
          showUntil: '2027-07-31',
        },
        event: { ref: over.ref, group: 'came' },
      },
    ]);
  });

  it('notes who came, of the bookings that there were', async () => {
    const over = aBookedEvent({ status: 'over', may: ['record-attendance'], releases: false });
    const { callsOf } = show({ getManagedEvent: () => over, actOnEvent: () => over }, 'EV-1');
    await press('Note who came');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Greenway Learning, Provider: 1 place' }));
    await press('Note who came');
    await waitFor(() => expect(callsOf('actOnEvent').map(({ body }) => body)).toEqual([{ kind: 'record-attendance', seen: 4, came: [2] }]));
  });
});
