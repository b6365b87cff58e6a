import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { EventReply } from '@ap/shared/contract/events';
import { addDays, instantAtLondon, toLondonDate } from '@ap/shared/domain/days/local-date';
import { codeOf } from '../support/code-of.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { listItem } from './main-job.ts';

const nameOf = (key: string): string => {
  const { givenName, surname } = samplePerson(key);
  return `${givenName} ${surname}`;
};

/**
 * Row 66: an event with one place for which two people of one school ask at once over HTTP; one gets it, gives it back, and the other takes it. Cancelled, whoever booked
 * is told. Another one is held: who came is noted, and they are written to. Says each step; throws at the first thing that is not as it should be.
 */
export const walkEvent = async (stack: TestStack, say: (line: string) => void): Promise<void> => {
  const { people } = stack;
  const council = people.holding('commissioner');
  const guests = { senco: people.invited('senco'), 'head-teacher': people.invited('head-teacher') };
  type Guest = keyof typeof guests;
  const day = addDays(toLondonDate(new Date().toISOString()), 7);
  const text = {
    title: 'Information event about the framework',
    about: 'What the framework offers, and how to buy from it.',
    organiserRole: 'SEND Commissioner',
    audience: ['maintained-school', 'academy', 'special-school'] as const,
  };
  const plan = (places: number) => ({
    venue: 'County Hall',
    startsAt: instantAtLondon(day, 14),
    endsAt: instantAtLondon(day, 16),
    bookUntil: day,
    places,
    placesEach: places,
  });
  const opens = async (places: number): Promise<string> => {
    const { ref, version: seen } = await council.writeEvent({
      body: { text: { ...text, audience: [...text.audience] }, plan: plan(places) },
      key: randomUUID(),
    });
    await council.actOnEvent({ params: { ref }, body: { kind: 'publish-event', seen }, key: randomUUID() });
    return ref;
  };
  const book = (who: Guest, ref: string): Promise<EventReply> =>
    guests[who].bookEvent({ params: { ref }, body: { kind: 'book-places', buyerRef: sampleSchoolRef, places: 1 }, key: randomUUID() });
  const managed = (ref: string) => council.getManagedEvent({ params: { ref } });

  const { events } = await council.listManagedEvents({});
  deepStrictEqual(
    events
      .filter(({ ref }) => ref.startsWith('EV-20'))
      .map(({ when }) => when)
      .sort(),
    ['28 March 2018', '4 May 2018', 'June 2016'],
  );
  strictEqual((await managed('EV-2018-05-04')).aboutOrganisations, 50);
  say('1. The sample has the three events that were held: June 2016, 28 March 2018, and 4 May 2018 with about 50 organisations');

  const one = await opens(1);
  const asked = (await Promise.allSettled([book('senco', one), book('head-teacher', one)])) as PromiseSettledResult<EventReply>[];
  deepStrictEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const [first, second]: readonly Guest[] = asked[0]?.status === 'fulfilled' ? ['senco', 'head-teacher'] : ['head-teacher', 'senco'];
  strictEqual(await codeOf(book(second as Guest, one)), 'event-full');
  strictEqual((await managed(one)).bookings.length, 1);
  say(`2. Two people ask for the one place of ${one} at once: ${nameOf(first as Guest)} gets it, the other is told that the event is full`);

  await guests[first as Guest].bookEvent({ params: { ref: one }, body: { kind: 'give-back-places' }, key: randomUUID() });
  strictEqual((await book(second as Guest, one)).own, 1);
  say(`3. Given back, the place goes to ${nameOf(second as Guest)}`);

  const file = await (await guests[second as Guest].getEventCalendar({ params: { ref: one } })).text();
  ok(file.includes(`UID:${one}@ap-framework`) && file.includes(`DTSTART:${plan(1).startsAt.replaceAll(/[-:]/g, '')}`), file);
  say('4. The calendar file says when, by the id of the event');

  const { version } = await managed(one);
  await council.actOnEvent({
    params: { ref: one },
    body: { kind: 'cancel-event', seen: version, reason: 'The hall is closed.' },
    key: randomUUID(),
  });
  const writing = people.managing('commissioner');
  const noticeOf = (title: string) =>
    eventually(`the notice "${title}" has reached whoever it is for`, async () => {
      const notice = (await writing.listManagedNotices({})).notices.find((each) => each.title === title && each.status === 'published');
      const { sends, total } = notice ? await writing.listNoticeSends({ params: { ref: notice.ref }, query: {} }) : { sends: [], total: 0 };
      return total > 0 && sends.every(({ state }) => state === 'activity' || state === 'mail') ? sends.map(({ name }) => name) : undefined;
    });
  deepStrictEqual(await noticeOf(`Cancelled: ${text.title}`), [nameOf(second as Guest)]);
  strictEqual(await codeOf(guests[first as Guest].getEvent({ params: { ref: one } })), 'not-found');
  strictEqual((await listItem(people, one, 'Events')).Status, 'cancelled');
  say(`5. Cancelled, it is told to ${nameOf(second as Guest)} alone, by a notice with its record`);

  const two = await opens(2);
  await book('senco', two);
  await book('head-teacher', two);
  stack.moveClock(instantAtLondon(day, 17));
  const held = await managed(two);
  const came = held.bookings.filter(({ name }) => name === nameOf('senco')).map(({ number }) => number);
  await council.actOnEvent({ params: { ref: two }, body: { kind: 'record-attendance', seen: held.version, came }, key: randomUUID() });
  const thanks = {
    title: 'After the event',
    body: 'What was asked, with the answers.',
    authorRole: 'SEND Commissioner',
    showUntil: addDays(day, 30),
  };
  const draft = await writing.writeNotice({
    body: { text: { ...thanks, audience: [...text.audience] }, event: { ref: two, group: 'came' } },
    key: randomUUID(),
  });
  strictEqual(draft.reaches, 1);
  await writing.actOnNotice({ params: { ref: draft.ref }, body: { kind: 'publish-notice', seen: draft.version }, key: randomUUID() });
  deepStrictEqual(await noticeOf(thanks.title), [nameOf('senco')]);
  strictEqual(await codeOf(people.reading('head-teacher').getNotice({ params: { ref: draft.ref } })), 'not-found');
  say('6. Of two who booked another one, one came: the notice that follows reaches her alone');
};
