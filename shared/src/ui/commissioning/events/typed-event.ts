import type { EventPlanBody, EventTextBody, ManagedEventReply } from '../../../contract/managed-events.ts';
import { toLondonDate } from '../../../domain/days/local-date.ts';
import { formatUkDate } from '../../../domain/days/uk-date.ts';
import { longestAbout, longestEventTitle, mostPlaces } from '../../../domain/events/event-words.ts';
import { noticeAudienceNames, noticeAudiences } from '../../../domain/notices/notice.ts';
import { noticeMayHold } from '../../../domain/notices/why-not-words.ts';
import { instantAt, timeFault, timeOf } from '../frameworks/uk-time.tsx';
import { roleQuestion, titleQuestion } from '../notices/announcement.ts';
import type { Given, Question } from '../questions.tsx';

/** What an event says of itself; `first`: what it says already. */
export const textQuestions = (first?: ManagedEventReply): readonly Question[] => [
  titleQuestion(first?.title, longestEventTitle),
  {
    as: 'paragraph',
    name: 'about',
    label: 'What is it?',
    hint: 'Plain text. A blank line begins a paragraph. Name no person: readers see whom to ask.',
    missing: 'Enter what the event is',
    limit: longestAbout,
    may: noticeMayHold,
    first: first?.about ?? '',
  },
  roleQuestion('organiserRole', 'invite', first?.organiserRole, longestEventTitle),
  {
    as: 'marks',
    name: 'audience',
    label: 'Who is it for?',
    hint: 'People of these schools and departments book in the tab. For providers you book here.',
    options: noticeAudiences.map((value) => ({ value, label: noticeAudienceNames[value] })),
    first: first?.audience ?? [],
  },
];

const count = (text: string): string | undefined => (/^[1-9]\d{0,2}$/.test(text) ? undefined : 'Enter a whole number');

/** When and where it is held, and who finds room. */
export const planQuestions = ({ plan }: Partial<ManagedEventReply> = {}): readonly Question[] => [
  {
    as: 'line',
    name: 'venue',
    label: 'Venue',
    hint: 'A venue, a link to join online, or both',
    may: noticeMayHold,
    first: plan?.venue ?? '',
    fault: (text, given) => (text === '' && given.text('joinLink') === '' ? 'Enter a venue, or a link to join online' : undefined),
  },
  {
    as: 'line',
    name: 'joinLink',
    label: 'Link to join online',
    hint: 'Only those who have booked see it.',
    limit: 1_000,
    may: ['name', 'email', 'phone', 'postcode', 'upn', 'nhs-number', 'uln', 'date-of-birth'],
    first: plan?.joinLink ?? '',
  },
  {
    as: 'day',
    name: 'day',
    label: 'On which day is it held?',
    missing: 'Enter the day on which it is held',
    first: plan === undefined ? '' : formatUkDate(toLondonDate(plan.startsAt)),
  },
  {
    as: 'line',
    name: 'startsAt',
    label: 'When does it begin, in UK time?',
    hint: 'Such as 14:00',
    missing: 'Enter when it begins',
    fault: timeFault,
    first: plan === undefined ? '' : timeOf(plan.startsAt),
  },
  {
    as: 'line',
    name: 'endsAt',
    label: 'When does it end, in UK time?',
    hint: 'Such as 16:00',
    missing: 'Enter when it ends',
    fault: timeFault,
    first: plan === undefined ? '' : timeOf(plan.endsAt),
  },
  {
    as: 'day',
    name: 'bookUntil',
    label: 'On which day does booking close?',
    missing: 'Enter the last day on which places can be booked',
    first: plan === undefined ? '' : formatUkDate(plan.bookUntil),
  },
  {
    as: 'line',
    name: 'places',
    label: 'How many places are there?',
    hint: `Up to ${mostPlaces}. For more, hold it twice.`,
    missing: 'Enter how many places there are',
    fault: count,
    first: plan === undefined ? '' : String(plan.places),
  },
  {
    as: 'line',
    name: 'placesEach',
    label: 'How many may each school, department or provider book?',
    missing: 'Enter how many places each may book',
    fault: count,
    first: plan === undefined ? '' : String(plan.placesEach),
  },
];

export const textOf = (given: Given): EventTextBody => ({
  title: given.text('title'),
  about: given.text('about'),
  organiserRole: given.text('organiserRole'),
  audience: noticeAudiences.filter((each) => given.marks('audience').includes(each)),
});

export const planOf = (given: Given): EventPlanBody => ({
  ...given.maybe('venue'),
  ...given.maybe('joinLink'),
  startsAt: instantAt(given.day('day'), given.text('startsAt')),
  endsAt: instantAt(given.day('day'), given.text('endsAt')),
  bookUntil: given.day('bookUntil'),
  places: Number(given.text('places')),
  placesEach: Number(given.text('placesEach')),
});
