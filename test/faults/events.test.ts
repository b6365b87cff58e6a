import { aCommand, deputy, head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { afterIt, anEventText, aPlan, duringIt } from '@ap/shared/domain/events/event.fixture';
import { decideNotice } from '@ap/shared/domain/notices/decide-notice';
import { aText } from '@ap/shared/domain/notices/notice.fixture';
import { personKey } from '@ap/shared/domain/people/person';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { freshKey, names, opened } from './events.fixture.ts';

describe('row 66: who is shown an event', () => {
  test('those whom it is for, from when it is published until it is over; the link to join it, those who booked', async () => {
    const { write, act, list, open, book, at, clock, all } = opened();
    const { ref } = await write({ text: { audience: ['maintained-school'] }, plan: { joinLink: 'https://meet.example/1' } });
    expect(await list(senco)).toEqual([]);
    await act({ kind: 'publish-event' });
    expect((await list(senco)).map(({ title, left, own, online }) => [title, left, own, online])).toEqual([
      ['Information event about the framework', 4, 0, true],
    ]);
    expect(await list(stranger)).toEqual([]);
    await expect(open(stranger, ref)).rejects.toMatchObject({ code: 'not-found' });
    await expect(book(stranger, ref)).rejects.toMatchObject({ code: 'not-found' });
    await expect(open(senco, 'EV-NONE')).rejects.toMatchObject({ code: 'not-found' });
    const before = await open(senco, ref);
    expect(before).toMatchObject({
      takesBookings: true,
      takesBack: true,
      placesEach: 3,
      buyers: [{ ref: '113800', name: 'Stour Vale School', colleagues: 0 }],
      organiser: { name: officer.name, email: officer.email },
    });
    expect(before).not.toHaveProperty('joinLink');
    expect(await book(senco, ref, 2)).toMatchObject({ own: 2, left: 2, joinLink: 'https://meet.example/1' });
    expect(await open(head, ref)).toMatchObject({ own: 0, buyers: [{ colleagues: 2 }] });
    at(duringIt);
    expect(await open(senco, ref)).toMatchObject({ takesBookings: false, takesBack: false });
    expect(await clock()).toEqual({ moved: 0, failed: 0 });
    at(afterIt);
    expect(await list(senco)).toEqual([]);
    expect([await clock(), await clock()]).toEqual([
      { moved: 1, failed: 0 },
      { moved: 0, failed: 0 },
    ]);
    expect((await all()).map(({ status, booked }) => [status, booked])).toEqual([['over', 2]]);
  });

  test('the next one first', async () => {
    const { publish, list } = opened();
    const later = { startsAt: '2026-12-10T14:00:00Z', endsAt: '2026-12-10T15:00:00Z' };
    const [second, first] = [await publish({ plan: later }), await publish()];
    expect((await list(senco)).map(({ ref }) => ref)).toEqual([first, second]);
  });
});

describe('row 66: an event in a calendar', () => {
  test('says when and where by its own id; the link to join stands in it for those who booked', async () => {
    const { publish, book, calendar } = opened();
    const ref = await publish({ plan: { joinLink: 'https://meet.example/1' } });
    const { file, lines } = await calendar(senco, ref);
    expect([file.name, file.type, lines.at(0), lines.at(-1)]).toEqual([`${ref}.ics`, 'text/calendar', 'BEGIN:VCALENDAR', 'END:VCALENDAR']);
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:${ref}@ap-framework`,
        'METHOD:PUBLISH',
        'SEQUENCE:2',
        'DTSTAMP:20261124T100000Z',
        'DTSTART:20261208T140000Z',
        'DTEND:20261208T160000Z',
        'SUMMARY:Information event about the framework',
        'LOCATION:County Hall\\, DT1 1XJ',
        'DESCRIPTION:What the framework offers\\, and how to buy from it.\\n\\nThere is time for questions.',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(lines.join('\n')).not.toContain('meet.example');
    await book(senco, ref);
    expect((await calendar(senco, ref)).lines).toEqual(
      expect.arrayContaining([expect.stringMatching(/^DESCRIPTION:.*Join online: https:\/\/meet\.example\/1$/), 'SEQUENCE:3']),
    );
    expect((await calendar(head, ref)).lines.join('\n')).not.toContain('meet.example');
  });

  test('holds nothing that was smuggled into a text, and is for those alone whom the event is for', async () => {
    const { publish, calendar, act } = opened();
    const about = 'Come.\r\nATTACH:https://evil.example/x\nEND:VEVENT';
    const ref = await publish({
      text: { about, audience: ['maintained-school'] },
      plan: { venue: undefined, joinLink: 'https://meet.example/1' },
    });
    const { lines } = await calendar(senco, ref);
    expect(lines.filter((line) => /^(ATTACH|END:VEVENT)/.test(line))).toEqual(['END:VEVENT']);
    expect(lines).toContain('LOCATION:Online');
    await expect(calendar(stranger, ref)).rejects.toMatchObject({ code: 'not-found' });
    await act({ kind: 'cancel-event', reason: 'The hall is closed.' });
    await expect(calendar(senco, ref)).rejects.toMatchObject({ code: 'not-found' });
    await expect(calendar(senco, 'EV-NONE')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('row 66: the last place', () => {
  test('goes to exactly one of two who ask for it at once, and the other is told that the event is full', async () => {
    const { publish, book, managed } = opened();
    const ref = await publish({ plan: { places: 1, placesEach: 1 } });
    const ends = await Promise.allSettled([book(senco, ref), book(stranger, ref)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find((end) => end.status === 'rejected')).toMatchObject({ reason: { code: 'event-full', message: 'The event is full.' } });
    expect(await managed(ref)).toMatchObject({ booked: 1, left: 0, bookings: [{ places: 1 }] });
  });

  test('an answer that was lost is not booked twice, and a place given back is for whoever comes first', async () => {
    const { publish, book, managed } = opened();
    const ref = await publish({ plan: { places: 2, placesEach: 2 } });
    const key = freshKey();
    await book(senco, ref, 2, key);
    await book(senco, ref, 2, key);
    expect((await managed(ref)).history).toHaveLength(3);
    await expect(book(stranger, ref)).rejects.toMatchObject({ code: 'event-full' });
    expect(await book(senco, ref, { kind: 'give-back-places' })).toMatchObject({ own: 0, left: 2 });
    expect(await book(stranger, ref)).toMatchObject({ own: 1, left: 1 });
  });
});

describe('row 66: what a commissioner does with an event', () => {
  test('is refused by an old reading, and to whoever is no commissioner any more', async () => {
    const { write, act, world } = opened();
    const key = freshKey();
    expect(await write({ key })).toEqual(await write({ key }));
    await act({ kind: 'change-event', text: anEventText({ title: 'Another' }) as never, plan: aPlan() as never });
    await expect(act({ kind: 'publish-event' }, 1)).rejects.toMatchObject({ code: 'stale-version' });
    world.facts.officers = [];
    await expect(act({ kind: 'publish-event' })).rejects.toMatchObject({ code: 'not-your-role' });
  });

  test('is offered as the event stands', async () => {
    const { write, act, book, managed, at, record } = opened();
    const { ref, may } = await write({ text: { audience: ['maintained-school', 'provider'] } });
    expect(may).toEqual(['publish-event', 'change-event', 'discard-event']);
    expect((await act({ kind: 'publish-event' })).may).toEqual(['change-event', 'book-for-provider', 'cancel-event']);
    await book(senco, ref, 3);
    const full = await act({ kind: 'book-for-provider', providerRef: 'P-0001', places: 1 });
    expect(full.may).toEqual(['change-event', 'cancel-event']);
    expect([full.releases, full.bookings.map(({ name, of, places }) => [name, of, places])]).toEqual([
      true,
      [
        [senco.name, 'Stour Vale School', 3],
        ['Blackmore Vale', undefined, 1],
      ],
    ]);
    at(duringIt);
    expect(await managed(ref)).toMatchObject({ may: ['record-attendance'], releases: false });
    expect((await act({ kind: 'record-attendance', came: [2] })).bookings.map(({ came }) => came)).toEqual([false, true]);
    const past = await record('2018-05-04', 50);
    expect(past).toMatchObject({ status: 'over', when: '4 May 2018', aboutOrganisations: 50, may: [], booked: 0, releases: false });
    expect(past).not.toHaveProperty('places');
  });

  test('a booking is released; no place is booked for a provider that is not known', async () => {
    const { publish, act, book } = opened();
    const ref = await publish({ text: { audience: ['maintained-school', 'provider'] } });
    await book(senco, ref, 2);
    expect((await act({ kind: 'release-booking', number: 1 })).bookings).toEqual([]);
    await expect(act({ kind: 'book-for-provider', providerRef: 'P-9999', places: 1 })).rejects.toMatchObject({
      code: 'provider-not-known',
    });
  });
});

describe('row 66: whoever booked is told', () => {
  test('that it is cancelled and why: each once, by a notice with its record, and nobody else', async () => {
    const { publish, book, act, settle, notices, sends, noticesOf, readNotice, world } = opened();
    const ref = await publish({ text: { audience: ['maintained-school', 'academy', 'provider'] } });
    await book(senco, ref);
    await book(stranger, ref);
    await act({ kind: 'book-for-provider', providerRef: 'P-0001', places: 1 });
    await act({ kind: 'cancel-event', reason: 'The hall is closed.' });
    await settle();
    await settle();
    const [notice, ...more] = await notices();
    expect([notice?.title, notice?.status, more]).toEqual(['Cancelled: Information event about the framework', 'published', []]);
    expect(names(await sends(notice?.ref ?? ''))).toEqual([
      ['Blackmore Vale', 'mail'],
      [senco.name, 'activity'],
      [stranger.name, 'activity'],
    ]);
    expect(world.feed.told.map(({ to }) => to).sort()).toEqual([senco, stranger].map(personKey).sort());
    expect(world.mails.map(({ to }) => to)).toEqual(['orders@blackmore.example']);
    expect((await readNotice(senco, notice?.ref ?? '')).body).toContain('The hall is closed.');
    expect(await noticesOf(head)).toEqual([]);
    await expect(readNotice(head, notice?.ref ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of another time or place; where it was cancelled meanwhile, of that alone', async () => {
    const { publish, book, act, settle, notices } = opened();
    const ref = await publish();
    await book(senco, ref);
    const elsewhere = { kind: 'change-event', text: anEventText() as never, plan: aPlan({ venue: 'Town Hall' }) as never } as const;
    await act(elsewhere);
    await settle();
    expect((await notices()).map(({ title }) => title)).toEqual(['Changed: Information event about the framework']);
    await act({ ...elsewhere, plan: aPlan({ venue: 'Library' }) as never });
    await act({ kind: 'cancel-event', reason: 'The hall is closed.' });
    await settle();
    expect((await notices()).map(({ title }) => title.split(':')[0]).sort()).toEqual(['Cancelled', 'Changed']);
  });

  test('also when the process dies between writing the notice and publishing it, and once', async () => {
    const { publish, book, act, settle, notices, sends, world } = opened();
    const ref = await publish();
    await book(senco, ref);
    await act({ kind: 'cancel-event', reason: 'The hall is closed.' });
    const { save } = world.ports.notices;
    let died = 0;
    Object.assign(world.ports.notices, {
      save: () => {
        died += 1;
        return Promise.reject(new ServiceBusy('sharepoint', 503, 1));
      },
    });
    await settle();
    expect([died > 0, (await notices()).map(({ status }) => status)]).toEqual([true, ['draft']]);
    Object.assign(world.ports.notices, { save });
    world.clock.now = '2026-11-24T11:00:00Z';
    await settle();
    await settle();
    const [notice, ...more] = await notices();
    expect([notice?.status, more, names(await sends(notice?.ref ?? ''))]).toEqual(['published', [], [[senco.name, 'activity']]]);
    expect(world.feed.told).toHaveLength(1);
  });

  test('but not once its day is over, however late this runs', async () => {
    const { publish, book, act, settle, notices, at } = opened();
    const ref = await publish({ plan: { bookUntil: localDate('2026-12-08') } });
    await book(senco, ref);
    await act({ kind: 'cancel-event', reason: 'The hall is closed.' });
    at('2026-12-09T00:00:00Z');
    await settle();
    expect(await notices()).toEqual([]);
  });
});

describe('row 66: what follows an event', () => {
  test('goes to those who booked, or to those alone who came, with a record of each; whoever works for no school of its audience any more is left out', async () => {
    const { publish, book, act, at, follow, publishNotice, settle, sends, noticesOf, managedNotice, world } = opened();
    const ref = await publish();
    for (const who of [senco, head, stranger]) await book(who, ref);
    expect(await follow('booked')).toMatchObject({
      reaches: 3,
      event: { ref, title: 'Information event about the framework', group: 'booked' },
      status: 'draft',
    });
    expect((await follow('came')).reaches).toBe(0);
    at(afterIt);
    await act({ kind: 'record-attendance', came: [1, 3] });
    const draft = await follow('came');
    expect(draft.reaches).toBe(2);
    world.facts.members = world.facts.members.filter(({ person }) => person !== stranger);
    await publishNotice(draft);
    await settle();
    expect(names(await sends(draft.ref))).toEqual([[senco.name, 'activity']]);
    expect([(await noticesOf(senco)).length, await noticesOf(head), await noticesOf(deputy)]).toEqual([1, [], []]);
    expect(await managedNotice(draft.ref)).toMatchObject({ status: 'published', reaches: 1 });
  });

  test('is for no event that is not there, and a change of its text leaves it with those it is for', async () => {
    const { publish, book, follow, world } = opened();
    const ref = await publish();
    await book(senco, ref);
    await expect(follow('booked', { ref: 'EV-NONE' })).rejects.toMatchObject({ code: 'not-found' });
    const draft = await follow('booked');
    const { state } = (await world.ports.notices.known()).find((each) => each.state.ref === draft.ref) ?? {};
    expect(state?.event).toEqual({ ref, group: 'booked' });
    const changed =
      state &&
      decideNotice(
        state,
        { ...aCommand(officer), kind: 'change-notice', text: aText() },
        { roles: ['commissioner'] },
        state.history[0]?.at ?? '',
      );
    expect(changed).toMatchObject({ ok: true, state: { event: { ref, group: 'booked' } } });
  });
});
