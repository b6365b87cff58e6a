import type { ClientOf } from '../../../contract/client.ts';
import type { EventAct, EventPlanBody, EventTextBody, ManagedEventReply, managedEventsApi } from '../../../contract/managed-events.ts';
import { parseUkDate } from '../../../domain/days/uk-date.ts';
import { placesWords } from '../../../domain/events/council-event.ts';
import { longestReason } from '../../../domain/events/event-words.ts';
import { noticeMayHold } from '../../../domain/notices/why-not-words.ts';
import type { Act } from '../Acts.tsx';
import { discardAct } from '../notices/announcement.ts';
import type { Given, Question } from '../questions.tsx';
import { planOf, planQuestions, textOf, textQuestions } from './typed-event.ts';

type Client = ClientOf<typeof managedEventsApi>;

/** Writes an event that is to come. `open` shows it. */
export const writeAct = (client: Client, open: (ref: string) => void): Act => ({
  title: 'Write an event',
  about: 'It stays a draft until you publish it.',
  questions: [...textQuestions(), ...planQuestions()],
  onSend: async (given, key) => {
    const { ref } = await client.writeEvent({ body: { text: textOf(given), plan: planOf(given) }, key });
    open(ref);
    return 'The event is a draft.';
  },
});

/** A month as it is typed where the day is not known: '6 2016'. */
const monthOf = (text: string): string | undefined => {
  const [, month = '', year = ''] = /^(\d{1,2})[ /.-](\d{4})$/.exec(text) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined;
};
const heldOf = (text: string): string | undefined => parseUkDate(text) ?? monthOf(text);

/** Records an event that was held before. */
export const recordAct = (client: Client, open: (ref: string) => void): Act => ({
  title: 'Record an event that was held',
  about: 'What is not known is left out. Nobody is told of it.',
  questions: [
    ...textQuestions(),
    {
      as: 'line',
      name: 'held',
      label: 'When was it held?',
      hint: 'A day, such as 28 3 2018, or a month where the day is not known, such as 6 2016',
      missing: 'Enter when it was held',
      fault: (text) => (heldOf(text) === undefined ? 'Enter a day, such as 28 3 2018, or a month, such as 6 2016' : undefined),
    },
    {
      as: 'line',
      name: 'aboutOrganisations',
      label: 'About how many organisations came?',
      fault: (text) => (text === '' || /^[1-9]\d{0,3}$/.test(text) ? undefined : 'Enter a whole number'),
    },
  ],
  onSend: async (given, key) => {
    const came = given.text('aboutOrganisations');
    const past = { held: heldOf(given.text('held')) ?? '', ...(came === '' ? {} : { aboutOrganisations: Number(came) }) };
    const { ref } = await client.recordPastEvent({ body: { text: textOf(given), past }, key });
    open(ref);
    return 'The event is recorded.';
  },
});

type ActBody = Parameters<Client['actOnEvent']>[0]['body'];

const tells = ({ bookings }: ManagedEventReply): string =>
  bookings.length === 0 ? 'Nobody has booked.' : `Everybody who booked is told by a notice: ${bookings.length}.`;

const reasonQuestion: Question = {
  as: 'paragraph',
  name: 'reason',
  label: 'Why is it cancelled?',
  hint: 'Everybody who booked reads this.',
  missing: 'Enter why it is cancelled',
  limit: longestReason,
  may: noticeMayHold,
};

const providerQuestions: readonly Question[] = [
  {
    as: 'line',
    name: 'providerRef',
    label: 'Reference of the provider',
    hint: 'Such as P-0042',
    missing: 'Enter the reference of the provider',
  },
  {
    as: 'line',
    name: 'places',
    label: 'How many places?',
    missing: 'Enter how many places',
    fault: (text) => (/^[1-9]\d{0,2}$/.test(text) ? undefined : 'Enter a whole number'),
  },
];

const cameQuestion = ({ bookings }: ManagedEventReply): Question => ({
  as: 'marks',
  name: 'came',
  label: 'Of which bookings did somebody come?',
  options: bookings.map(({ number, name, of = 'Provider', places }) => ({
    value: String(number),
    label: `${name}, ${of}: ${placesWords(places)}`,
  })),
  first: bookings.filter(({ came }) => came === true).map(({ number }) => String(number)),
});

/** What can be done with an event as it stands. */
export const eventActs = (event: ManagedEventReply, client: Client): readonly Act[] => {
  const { ref, version: seen } = event;
  const act = async (key: string, body: ActBody, sentence: string): Promise<string> => {
    await client.actOnEvent({ params: { ref }, body, key });
    return sentence;
  };
  const whole = (given: Given): { readonly text: EventTextBody; readonly plan: EventPlanBody } => ({
    text: textOf(given),
    plan: planOf(given),
  });
  const acts: Readonly<Record<EventAct, Act>> = {
    'publish-event': {
      title: 'Publish',
      questions: [],
      about: 'Whoever it is for sees it in the tab and can book. Write a notice as well to tell them of it.',
      onSend: (_given, key) => act(key, { kind: 'publish-event', seen }, 'The event is published.'),
    },
    'change-event': {
      title: 'Change',
      about:
        event.status === 'published'
          ? `Of another time or place those who booked are told. ${tells(event)}`
          : 'Nobody has been shown it yet.',
      questions: [...textQuestions(event), ...planQuestions(event)],
      onSend: (given, key) => act(key, { kind: 'change-event', seen, ...whole(given) }, 'The event was changed.'),
    },
    'book-for-provider': {
      title: 'Book for a provider',
      questions: providerQuestions,
      onSend: (given, key) =>
        act(
          key,
          { kind: 'book-for-provider', seen, providerRef: given.text('providerRef'), places: Number(given.text('places')) },
          'The places are booked.',
        ),
    },
    'record-attendance': {
      title: 'Note who came',
      questions: [cameQuestion(event)],
      onSend: (given, key) => act(key, { kind: 'record-attendance', seen, came: given.marks('came').map(Number) }, 'It is noted who came.'),
    },
    'cancel-event': {
      title: 'Cancel the event',
      questions: [reasonQuestion],
      about: tells(event),
      sure: 'It cannot be taken up again.',
      onSend: (given, key) => act(key, { kind: 'cancel-event', seen, reason: given.text('reason') }, 'The event is cancelled.'),
    },
    'discard-event': discardAct((key, sentence) => act(key, { kind: 'discard-event', seen }, sentence)),
  };
  return event.may.map((each) => acts[each]);
};

/** Releases one booking. */
export const releaseAct = ({ ref, version: seen }: ManagedEventReply, number: number, client: Client): Act => ({
  title: 'Release',
  questions: [],
  sure: 'Others can book its places at once. Whoever booked is not told.',
  onSend: async (_given, key) => {
    await client.actOnEvent({ params: { ref }, body: { kind: 'release-booking', seen, number }, key });
    return 'The booking is released.';
  },
});
