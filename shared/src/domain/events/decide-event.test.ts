import { aMembership, deputy, head, officer, officers, senco, stranger } from '../call-off/call-off.fixture.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { noticeMayHold } from '../notices/why-not-words.ts';
import { screenExcusing } from '../pupils/screen-excusing.ts';
import { type CouncilEvent, heldWords, keysOf, placesLeft, placesWords, whenWords } from './council-event.ts';
import {
  academy,
  aDraftEvent,
  afterIt,
  anEventText,
  aPlan,
  aPublishedEvent,
  booked,
  decidedEvent,
  duringIt,
  eventAfter,
  guestMemberships,
} from './event.fixture.ts';
import { eventRoleNames, eventRoles, eventRolesOf } from './event-command.ts';
import { eventMachine } from './event-machine.ts';
import { newsOf } from './event-news.ts';
import { mostPlaces } from './event-words.ts';

const codeOf = (decision: ReturnType<typeof decidedEvent>): unknown => (decision.ok ? 'accepted' : decision.code);
const fieldOf = (decision: ReturnType<typeof decidedEvent>): unknown =>
  decision.ok ? 'accepted' : [decision.code, 'field' in decision ? decision.field : undefined];
const detailOf = (decision: ReturnType<typeof decidedEvent>): unknown => (decision.ok ? 'accepted' : decision.detail);
const why = (decision: ReturnType<typeof decidedEvent>): unknown => [codeOf(decision), detailOf(decision)];
const whatsOf = ({ history }: CouncilEvent) => history.map(({ what }) => what);
const effectsOf = (decision: ReturnType<typeof decidedEvent>) => (decision.ok ? decision.effects.map(({ kind }) => kind) : []);
const bookings = ({ bookings: every }: CouncilEvent) =>
  every.map(({ number, guest, places }) => [number, guest.kind === 'person' ? guest.person.name : guest.name, places]);
const provider = { kind: 'provider', ref: 'P-0001', name: 'Blackmore Vale', email: 'orders@blackmore.example' } as const;

test('which command leads an event where, and who gives it', () => {
  expect(
    eventMachine.moves.map(({ command, from, to, by, audit }) => [command, from.join('|'), to.join('|'), by.join('|'), audit]),
  ).toEqual([
    ['write-event', 'none', 'draft', 'commissioner', 'event-written'],
    ['record-event', 'none', 'over', 'commissioner', 'event-recorded'],
    ['change-event', 'draft|published', 'same', 'commissioner', 'event-changed'],
    ['publish-event', 'draft', 'published', 'commissioner', 'event-published'],
    ['discard-event', 'draft', 'discarded', 'commissioner', 'event-discarded'],
    ['book-places', 'published', 'same', 'guest', 'event-places-booked'],
    ['book-for-provider', 'published', 'same', 'commissioner', 'event-places-booked-for-provider'],
    ['give-back-places', 'published', 'same', 'guest', 'event-places-given-back'],
    ['release-booking', 'published', 'same', 'commissioner', 'event-booking-released'],
    ['cancel-event', 'published', 'cancelled', 'commissioner', 'event-cancelled'],
    ['end-event', 'published', 'over', 'product', 'event-ended'],
    ['record-attendance', 'published|over', 'same', 'commissioner', 'event-attendance-recorded'],
  ]);
  expect([eventMachine.ends, eventMachine.remembers]).toEqual([['cancelled', 'discarded'], 40]);
  expect([...Object.values(eventMachine.states), ...Object.values(eventRoleNames)]).not.toContain('');
  expect(Object.keys(eventRoleNames)).toEqual([...eventRoles]);
});

describe('row 66: an event is written', () => {
  test('as a draft with its places, by whoever organises it', () => {
    const draft = aDraftEvent({
      text: {
        title: '  Information event ',
        about: ' What it offers. ',
        organiserRole: ' Commissioner ',
        audience: ['academy', 'maintained-school', 'academy'],
      },
    });
    expect(draft).toMatchObject({
      title: 'Information event',
      about: 'What it offers.',
      organiserRole: 'Commissioner',
      audience: ['maintained-school', 'academy'],
      status: 'draft',
      organiser: officer,
      bookings: [],
      version: 1,
    });
    expect(whenWords(draft)).toBe('Tuesday 8 December 2026 at 2pm to 4pm');
    expect(draft.outbox).toMatchObject([{ kind: 'record-audit', action: 'event-written' }]);
  });

  test.each([
    ['no title', { title: ' ' }, {}, ['text-required', '/text/title']],
    ['a title that leaves no room before it', { title: 'a'.repeat(101) }, {}, ['text-too-long', '/text/title']],
    ['a text that is too long', { about: 'a'.repeat(3_001) }, {}, ['text-too-long', '/text/about']],
    ['a text that names somebody', { about: 'Oliver Smith is welcome.' }, {}, ['text-names-a-pupil', '/text/about']],
    ['no role', { organiserRole: '' }, {}, ['text-required', '/text/organiserRole']],
    ['nobody invited', { audience: [] }, {}, ['nobody-asked', '/text/audience']],
    ['no place', {}, { venue: undefined }, ['text-required', '/plan/venue']],
    ['a blank place', {}, { venue: ' ' }, ['text-required', '/plan/venue']],
    ['a place that is too long', {}, { venue: 'a'.repeat(201) }, ['text-too-long', '/plan/venue']],
    ['a link that is none', {}, { joinLink: 'http://x.example' }, ['link-not-allowed', '/plan/joinLink']],
    ['a begin that is no time', {}, { startsAt: 'tomorrow' }, ['dates-not-allowed', '/plan/startsAt']],
    ['a begin that is now', {}, { startsAt: '2026-11-24T10:00:00Z' }, ['dates-not-allowed', '/plan/startsAt']],
    ['an end that is no time', {}, { endsAt: '4pm' }, ['dates-not-allowed', '/plan/endsAt']],
    ['an end at its begin', {}, { endsAt: '2026-12-08T14:00:00Z' }, ['dates-not-allowed', '/plan/endsAt']],
    ['an end more than a day later', {}, { endsAt: '2026-12-09T14:00:01Z' }, ['dates-not-allowed', '/plan/endsAt']],
    ['booking that closed yesterday', {}, { bookUntil: localDate('2026-11-23') }, ['dates-not-allowed', '/plan/bookUntil']],
    ['booking until after it', {}, { bookUntil: localDate('2026-12-09') }, ['dates-not-allowed', '/plan/bookUntil']],
    ['no places', {}, { places: 0 }, ['number-not-allowed', '/plan/places']],
    ['half a place', {}, { places: 1.5, placesEach: 1 }, ['number-not-allowed', '/plan/places']],
    ['more places than one item holds', {}, { places: mostPlaces + 1 }, ['number-not-allowed', '/plan/places']],
    ['no place for each', {}, { placesEach: 0 }, ['number-not-allowed', '/plan/placesEach']],
    ['more for each than there are', {}, { placesEach: 5 }, ['number-not-allowed', '/plan/placesEach']],
  ])('not with %s', (_what, text, plan, refusal) => {
    const asked = { kind: 'write-event', ref: 'EV-1', text: anEventText(text as never), plan: aPlan(plan as never) } as const;
    expect(fieldOf(decidedEvent(undefined, asked))).toEqual(refusal);
  });

  test.each([
    ['of a day', { endsAt: '2026-12-09T14:00:00Z' }],
    ['online alone', { venue: undefined, joinLink: 'https://meet.example/join?x=1' }],
    ['for which booking closes today, or on its day', { bookUntil: localDate('2026-11-24') }],
    ['for which booking closes on its day', { bookUntil: localDate('2026-12-08') }],
    ['with as many places as fit, all for one', { places: mostPlaces, placesEach: mostPlaces }],
  ])('also one %s', (_what, plan) => {
    expect(aDraftEvent({ plan: plan as never }).status).toBe('draft');
  });

  test('and not published once its time has come', () => {
    expect(codeOf(decidedEvent(aDraftEvent(), { kind: 'publish-event' }, { at: duringIt }))).toBe('dates-not-allowed');
    expect(aPublishedEvent().status).toBe('published');
    const discarded = eventAfter(decidedEvent(aDraftEvent(), { kind: 'discard-event' }));
    expect([discarded.status, whatsOf(discarded)]).toEqual(['discarded', ['Written', 'Discarded']]);
    expect(codeOf(decidedEvent(aPublishedEvent(), { kind: 'discard-event' }))).toBe('not-in-this-state');
  });

  test('by a commissioner alone; a guest is whoever works for a buyer that it is for', () => {
    const every = { memberships: guestMemberships.filter(({ person }) => person === senco), buyers: [academy] };
    const council = [...officers, aMembership(officer, ['commissioner'], { buyerRef: 'CD-SEND' })];
    expect(eventRolesOf(officer, anEventText(), council, { ...every, memberships: [] })).toEqual(['commissioner']);
    expect(eventRolesOf(senco, anEventText(), council, every)).toEqual([]);
    expect(eventRolesOf(stranger, anEventText(), council, { ...every, memberships: guestMemberships.slice(-1) })).toEqual(['guest']);
    const asked = { kind: 'write-event', ref: 'EV-1', text: anEventText(), plan: aPlan() } as const;
    expect(codeOf(decidedEvent(undefined, asked, { facts: { roles: ['guest'] } }))).toBe('not-your-role');
  });
});

describe('row 66: an event that was held before', () => {
  const record = (held: string, aboutOrganisations?: number) =>
    decidedEvent(undefined, {
      kind: 'record-event',
      ref: 'EV-2018',
      text: anEventText(),
      past: { held, ...(aboutOrganisations === undefined ? {} : { aboutOrganisations }) },
    });

  test('is recorded by its day, or by its month where the day is not known', () => {
    const day = eventAfter(record('2018-05-04', 50));
    expect(day).toMatchObject({ status: 'over', past: { held: '2018-05-04', aboutOrganisations: 50 }, bookings: [] });
    expect(day).not.toHaveProperty('plan');
    expect([whenWords(day), whenWords(eventAfter(record('2016-06')))]).toEqual(['4 May 2018', 'June 2016']);
    expect(codeOf(record('2026-11-24'))).toBe('accepted');
    expect(codeOf(record('2026-11'))).toBe('accepted');
  });

  test.each([
    ['2026-11-25', undefined],
    ['2026-12', undefined],
    ['2018-13', undefined],
    ['2018-02-30', undefined],
    ['June 2016', undefined],
    ['x2018-05', undefined],
    ['12018-05', undefined],
    ['2018-05x', undefined],
  ])('but not as held on %s', (held) => {
    expect(fieldOf(record(held))).toEqual(['dates-not-allowed', '/past/held']);
    expect([heldWords({ held: '2018-13' }), heldWords({ held: '2018-12' })]).toEqual([undefined, 'December 2018']);
  });

  test('is recorded although nobody knows whom it was for', () => {
    const asked = { kind: 'record-event', ref: 'EV-1', text: anEventText({ audience: [] }), past: { held: '2018-05' } } as const;
    expect(codeOf(decidedEvent(undefined, asked))).toBe('accepted');
    expect(codeOf(decidedEvent(aDraftEvent(), { kind: 'change-event', text: anEventText({ audience: [] }), plan: aPlan() }))).toBe(
      'nobody-asked',
    );
    expect(fieldOf(decidedEvent(undefined, { ...asked, text: anEventText({ title: '' }) }))).toEqual(['text-required', '/text/title']);
  });

  test('says about how many organisations came, or nothing', () => {
    for (const count of [0, -1, 2.5, 10_001])
      expect(fieldOf(record('2018-05', count))).toEqual(['number-not-allowed', '/past/aboutOrganisations']);
    expect(codeOf(record('2018-05', 10_000))).toBe('accepted');
  });

  test('is nothing to be booked, changed, cancelled or ended', () => {
    const past = eventAfter(record('2018-05-04'));
    expect(codeOf(decidedEvent(past, { kind: 'book-places', buyerRef: '113800', places: 1 }, { by: senco }))).toBe('not-in-this-state');
    expect(codeOf(decidedEvent(past, { kind: 'change-event', text: anEventText(), plan: aPlan() }))).toBe('not-in-this-state');
    expect(why(decidedEvent(past, { kind: 'record-attendance', came: [] }))).toEqual(['not-in-this-state', 'Nobody had booked.']);
    expect(newsOf(past, 'cancelled')).toBeUndefined();
    expect(whenWords({})).toBe('');
  });
});

describe('row 66: places are booked', () => {
  const open = aPublishedEvent();
  const asks = (event: CouncilEvent, places: number, by = senco, at?: string, buyerRef = '113800') =>
    decidedEvent(event, { kind: 'book-places', buyerRef, places }, { by, ...(at ? { at } : {}) });

  test('for a school, in place of any that the same person had booked', () => {
    const two = booked(booked(open, senco, 2), head, 1);
    expect(bookings(two)).toEqual([
      [1, senco.name, 2],
      [2, head.name, 1],
    ]);
    expect([placesLeft(two), bookings(booked(two, senco, 1)), placesWords(1), placesWords(2)]).toEqual([
      1,
      [
        [1, senco.name, 1],
        [2, head.name, 1],
      ],
      '1 place',
      '2 places',
    ]);
    expect(two.outbox.at(-1)).toMatchObject({ kind: 'record-audit', action: 'event-places-booked' });
  });

  test('up to the limit of each school, with those of colleagues', () => {
    const two = booked(open, senco, 2);
    expect(detailOf(asks(open, 4))).toBe('Each may book up to 3 places.');
    expect(fieldOf(asks(open, 4))).toEqual(['number-not-allowed', '/places']);
    expect(detailOf(asks(two, 2, head))).toBe('Each may book up to 3 places, and your colleagues have booked 2.');
    expect(codeOf(asks(two, 1, head))).toBe('accepted');
    expect(codeOf(asks(two, 3))).toBe('accepted');
    for (const places of [0, -1, 1.5]) expect(fieldOf(asks(open, places))).toEqual(['number-not-allowed', '/places']);
  });

  test('while there are any: a full event refuses, and a place that is given back is for whoever comes first', () => {
    const full = booked(booked(open, senco, 3), stranger, 1);
    expect(placesLeft(full)).toBe(0);
    const large = aPublishedEvent({ plan: { places: 6 } });
    expect(detailOf(asks(booked(booked(large, senco, 3), stranger, 1), 3, stranger, undefined, '114000'))).toBe('accepted');
    expect(detailOf(asks(booked(booked(open, senco, 3), stranger, 1), 2, stranger, undefined, '114000'))).toBe('Only 1 place is left.');
    expect(detailOf(asks(booked(open, head, 2), 3, stranger, undefined, '114000'))).toBe('Only 2 places are left.');
    expect(fieldOf(asks(full, 2, stranger, undefined, '114000'))).toEqual(['event-full', '/places']);
    const three = booked(aPublishedEvent({ plan: { places: 3 } }), senco, 3);
    expect(detailOf(asks(three, 1, stranger, undefined, '114000'))).toBe('The event is full.');
    // Also to a colleague of whoever has them all: no limit would let them book another.
    expect(detailOf(asks(three, 1, head))).toBe('The event is full.');
    const given = eventAfter(decidedEvent(three, { kind: 'give-back-places' }, { by: senco }));
    expect([bookings(given), placesLeft(given)]).toEqual([[], 3]);
    expect(bookings(booked(given, stranger, 1))).toEqual([[1, stranger.name, 1]]);
  });

  test('until the end of the day on which booking closes, and never once it has begun', () => {
    expect(codeOf(asks(open, 1, senco, '2026-12-07T23:59:59Z'))).toBe('accepted');
    expect(detailOf(asks(open, 1, senco, '2026-12-08T00:00:00Z'))).toBe('Booking is closed.');
    const onItsDay = aPublishedEvent({ plan: { bookUntil: localDate('2026-12-08') } });
    expect(codeOf(asks(onItsDay, 1, senco, '2026-12-08T13:59:59Z'))).toBe('accepted');
    expect(codeOf(asks(onItsDay, 1, senco, '2026-12-08T14:00:00Z'))).toBe('not-in-this-state');
    expect(codeOf(asks(aDraftEvent(), 1))).toBe('not-in-this-state');
  });

  test('for a buyer that the event is for, and that whoever books works for', () => {
    expect(fieldOf(asks(open, 1, senco, undefined, '114000'))).toEqual(['buyer-not-eligible', '/buyerRef']);
    expect(codeOf(asks(aPublishedEvent({ text: { audience: ['academy'] } }), 1))).toBe('buyer-not-eligible');
    expect(codeOf(decidedEvent(open, { kind: 'book-places', buyerRef: '113800', places: 1 }, { by: senco, facts: { roles: [] } }))).toBe(
      'not-your-role',
    );
  });

  test('for a provider by a commissioner, where it is for providers; the limit is that of each provider', () => {
    const asked = { kind: 'book-for-provider', provider, places: 2 } as const;
    expect(fieldOf(decidedEvent(open, asked))).toEqual(['provider-not-known', '/providerRef']);
    const forAll = aPublishedEvent({ text: { audience: ['provider', 'maintained-school'] } });
    const both = booked(eventAfter(decidedEvent(forAll, asked)), senco, 2);
    expect(bookings(both)).toEqual([
      [1, 'Blackmore Vale', 2],
      [2, senco.name, 2],
    ]);
    expect([...keysOf(both.bookings, 'booked')]).toEqual(['provider/p-0001', `${senco.tenantId}/${senco.objectId}`]);
  });

  test('and given back by whoever booked, or released by a commissioner, before it begins', () => {
    const two = booked(booked(open, senco, 2), head, 1);
    expect(why(decidedEvent(two, { kind: 'give-back-places' }, { by: deputy }))).toEqual([
      'not-in-this-state',
      'There is no such booking.',
    ]);
    expect(detailOf(decidedEvent(two, { kind: 'give-back-places' }, { by: senco, at: '2026-12-08T14:00:00Z' }))).toBe(
      'The event has begun.',
    );
    expect(bookings(eventAfter(decidedEvent(two, { kind: 'give-back-places' }, { by: senco })))).toEqual([[2, head.name, 1]]);
    expect(bookings(eventAfter(decidedEvent(two, { kind: 'release-booking', number: 2 })))).toEqual([[1, senco.name, 2]]);
    expect(detailOf(decidedEvent(two, { kind: 'release-booking', number: 3 }))).toBe('There is no such booking.');
  });

  test('many of them, with long names, fit the one item that an event is', () => {
    const people = Array.from({ length: mostPlaces }, (_, index) => ({
      ...senco,
      objectId: `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`,
      name: `Katherine Hollingsworth-Featherstonehaugh ${index}`,
      email: `katherine.hollingsworth-featherstonehaugh${index}@harbour-academy.dorset.example`,
    }));
    let full = aPublishedEvent({ text: { about: 'What it is. '.repeat(249) }, plan: { places: mostPlaces, placesEach: mostPlaces } });
    for (const by of people) {
      const asked = { kind: 'book-places', buyerRef: '113800', places: 1 } as const;
      full = eventAfter(decidedEvent({ ...full, outbox: [] }, asked, { by, facts: { memberships: [aMembership(by, ['requester'])] } }));
    }
    expect([full.bookings.length, placesLeft(full)]).toEqual([mostPlaces, 0]);
    expect(eventAfter(decidedEvent(full, { kind: 'cancel-event', reason: 'The hall is closed. '.repeat(50).trim() })).status).toBe(
      'cancelled',
    );
  });
});

describe('row 66: what becomes of a published event', () => {
  const two = booked(booked(aPublishedEvent(), senco, 2), head, 1);

  test('it is changed before it begins; whoever booked is told of another time or place, and of nothing else', () => {
    const changed = (told: Parameters<typeof aPlan>[0], event = two) =>
      decidedEvent(event, { kind: 'change-event', text: anEventText({ title: 'Another title' }), plan: aPlan(told) });
    for (const elsewhere of [
      { venue: 'Town Hall' },
      { joinLink: 'https://meet.example/1' },
      { startsAt: '2026-12-08T13:00:00Z' },
      { startsAt: '2026-12-08T14:30:00Z' },
      { endsAt: '2026-12-08T15:00:00Z' },
      { endsAt: '2026-12-08T17:00:00Z' },
    ])
      expect(effectsOf(changed(elsewhere))).toEqual(['record-audit', 'tell-booked']);
    expect(effectsOf(changed({ places: 3 }))).toEqual(['record-audit']);
    expect(effectsOf(changed({ venue: 'Town Hall' }, aPublishedEvent()))).toEqual(['record-audit']);
    expect(eventAfter(changed({ venue: 'Town Hall' }))).toMatchObject({
      title: 'Another title',
      plan: { venue: 'Town Hall' },
      status: 'published',
    });
    expect(eventAfter(changed({})).bookings).toEqual(two.bookings);
    expect([eventAfter(changed({})), eventAfter(changed({ venue: 'Town Hall' }))].map((event) => whatsOf(event).at(-1))).toEqual([
      'Changed',
      'Another time or place',
    ]);
    expect(detailOf(changed({ places: 2, placesEach: 2 }))).toBe('3 places are booked already.');
    expect(fieldOf(changed({ places: 2, placesEach: 2 }))).toEqual(['number-not-allowed', '/plan/places']);
    expect(codeOf(decidedEvent(two, { kind: 'change-event', text: anEventText({ title: '' }), plan: aPlan() }))).toBe('text-required');
    const later = { startsAt: '2027-12-08T14:00:00Z', endsAt: '2027-12-08T16:00:00Z', bookUntil: localDate('2027-12-08') };
    expect(detailOf(decidedEvent(two, { kind: 'change-event', text: anEventText(), plan: aPlan(later) }, { at: duringIt }))).toBe(
      'The event has begun.',
    );
    expect(codeOf(decidedEvent(aDraftEvent(), { kind: 'change-event', text: anEventText(), plan: aPlan(later) }, { at: duringIt }))).toBe(
      'accepted',
    );
  });

  test('it is cancelled before it begins, with a reason that everybody who booked is told', () => {
    const cancelled = decidedEvent(two, { kind: 'cancel-event', reason: ' The hall is closed. ' });
    expect([eventAfter(cancelled), effectsOf(cancelled)]).toMatchObject([
      { status: 'cancelled', cancelledBecause: 'The hall is closed.', bookings: [{}, {}] },
      ['record-audit', 'tell-booked'],
    ]);
    expect(eventAfter(cancelled).history.at(-1)).toMatchObject({ what: 'Cancelled', comment: 'The hall is closed.' });
    expect(effectsOf(decidedEvent(aPublishedEvent(), { kind: 'cancel-event', reason: 'Nobody wants it.' }))).toEqual(['record-audit']);
    expect(fieldOf(decidedEvent(two, { kind: 'cancel-event', reason: ' ' }))).toEqual(['text-required', '/reason']);
    expect(fieldOf(decidedEvent(two, { kind: 'cancel-event', reason: 'a'.repeat(1_001) }))).toEqual(['text-too-long', '/reason']);
    expect(codeOf(decidedEvent(two, { kind: 'cancel-event', reason: 'Late.' }, { at: duringIt }))).toBe('not-in-this-state');
    expect(codeOf(decidedEvent(aDraftEvent(), { kind: 'cancel-event', reason: 'No.' }))).toBe('not-in-this-state');
  });

  test('what is told says which event, when, where and why, within what a notice may say', () => {
    const gone = eventAfter(decidedEvent(two, { kind: 'cancel-event', reason: 'The hall is closed.' }));
    expect(newsOf(gone, 'cancelled')).toEqual({
      title: 'Cancelled: Information event about the framework',
      body: 'The event "Information event about the framework" is cancelled. It was to be held on Tuesday 8 December 2026 at 2pm to 4pm.\n\nThe hall is closed.\n\nYou need not give your places back.',
      authorRole: 'SEND Commissioner',
      audience: ['maintained-school', 'academy'],
      showUntil: '2026-12-08',
    });
    const moved = newsOf(two, 'changed');
    expect(moved?.title).toBe('Changed: Information event about the framework');
    expect(moved?.body).toBe(
      'The event "Information event about the framework" is held on Tuesday 8 December 2026 at 2pm to 4pm.\n\nVenue: County Hall, DT1 1XJ\n\nYour places are kept. If you cannot come then, give them back under Events.',
    );
    expect(screenExcusing(moved?.body ?? '', noticeMayHold).ok).toBe(true);
    const online = aPublishedEvent({ plan: { venue: undefined, joinLink: 'https://meet.example/1', endsAt: '2026-12-09T01:00:00Z' } });
    expect(newsOf(online, 'changed')?.body).toMatch(/at 2pm to Wednesday 9 December 2026 at 1am\.\n\nYour places/);
    expect(newsOf(online, 'changed')?.showUntil).toBe(addDays(localDate('2026-12-08'), 1));
  });

  test('it is over at its end', () => {
    expect(codeOf(decidedEvent(two, { kind: 'end-event' }, { at: duringIt }))).toBe('not-yet');
    const over = eventAfter(decidedEvent(two, { kind: 'end-event' }, { at: afterIt }));
    expect([over.status, whatsOf(over)]).toEqual(['over', ['Written', 'Published', '2 places booked', '1 place booked', 'Over']]);
  });

  test('who came is noted once it has begun, and may be noted anew', () => {
    const asked = (event: CouncilEvent, came: readonly number[], at = afterIt) =>
      decidedEvent(event, { kind: 'record-attendance', came }, { at });
    expect(codeOf(asked(two, [1], '2026-12-08T13:59:59Z'))).toBe('not-yet');
    expect(detailOf(asked(two, [1, 3]))).toBe('There is no such booking.');
    expect(detailOf(asked(aPublishedEvent(), []))).toBe('Nobody had booked.');
    const one = eventAfter(asked(two, [2], '2026-12-08T14:00:00Z'));
    expect([one.bookings.map(({ came }) => came), one.history.at(-1)?.what]).toEqual([[false, true], 'Of 2 bookings 1 came']);
    expect([keysOf(one.bookings, 'came').size, keysOf(two.bookings, 'came').size, keysOf(one.bookings, 'booked').size]).toEqual([1, 0, 2]);
    const over = eventAfter(decidedEvent(one, { kind: 'end-event' }, { at: afterIt }));
    expect(eventAfter(asked(over, [1, 2])).bookings.map(({ came }) => came)).toEqual([true, true]);
  });
});
