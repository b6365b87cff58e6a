import { senco } from '../call-off/call-off.fixture.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
import { eventStatuses, heldWords, takesBookings } from './council-event.ts';
import { aPlan, aPublishedEvent, beforeIt, booked, decidedEvent, eventAfter } from './event.fixture.ts';

test.each(eventStatuses)('an event that is %s: places can be booked only where it is published', (status) => {
  expect(takesBookings({ status, plan: aPlan() }, beforeIt)).toBe(status === 'published');
  // One that was recorded afterwards has no places.
  expect(takesBookings({ status, plan: undefined }, beforeIt)).toBe(false);
});

test.each([
  ['2018-05-04', '4 May 2018'],
  ['2018-05', 'May 2018'],
  ['12018-05', undefined],
  ['x2018-05', undefined],
  ['2018-05x', undefined],
  ['2018', undefined],
])('held on %s, an event was held: %s', (held, words) => {
  expect(heldWords({ held })).toBe(words);
});

const provider = (ref: string) => ({ kind: 'provider', ref, name: `Provider ${ref}`, email: 'orders@provider.example' }) as const;

test('the limit is that of each provider: what one has booked takes nothing from another', () => {
  const open = aPublishedEvent({ text: { audience: ['provider'] }, plan: { places: 9, placesEach: 3 } });
  const book = (event: typeof open, ref: string, places: number) =>
    decidedEvent(event, { kind: 'book-for-provider', provider: provider(ref), places });
  const one = eventAfter(book(open, 'P-0001', 3));
  const two = eventAfter(book(one, 'P-0002', 3));
  expect(two.bookings.map(({ places }) => places)).toEqual([3, 3]);
  // In place of what the same provider had, by whatever case its reference is written in.
  expect(eventAfter(book(two, 'p-0001', 2)).bookings.map(({ number, places }) => [number, places])).toEqual([
    [1, 2],
    [2, 3],
  ]);
  expect(book(one, 'P-0001', 4)).toMatchObject({ ok: false, code: 'number-not-allowed', detail: 'Each may book up to 3 places.' });
});

test('whoever booked finds their own among those of providers', () => {
  const both = aPublishedEvent({ text: { audience: ['provider', 'maintained-school'] } });
  const first = eventAfter(decidedEvent(both, { kind: 'book-for-provider', provider: provider('P-0001'), places: 1 }));
  const left = eventAfter(decidedEvent(booked(first, senco), { kind: 'give-back-places' }, { by: senco }));
  expect(left.bookings.map(({ guest }) => guest.kind)).toEqual(['provider']);
});

test('an event that is so full of texts that nobody can book still takes places back', () => {
  const one = booked(aPublishedEvent(), senco);
  const full = { ...one, about: 'x'.repeat(stateRoom - 5_000) };
  expect(decidedEvent(full, { kind: 'book-places', buyerRef: '113800', places: 2 }, { by: senco })).toMatchObject({
    ok: false,
    code: 'record-full',
  });
  expect(eventAfter(decidedEvent(full, { kind: 'give-back-places' }, { by: senco })).bookings).toEqual([]);
});
