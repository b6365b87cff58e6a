import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type EventReply, eventsApi } from '../../contract/events.ts';
import { placesWords } from '../../domain/events/council-event.ts';
import { type Act, Acts } from '../commissioning/Acts.tsx';
import type { Question } from '../commissioning/questions.tsx';
import type { Command } from '../commissioning/use-command.tsx';
import { useOperations } from '../commissioning/use-operations.tsx';
import { Heading } from '../Heading.tsx';

const useStyles = makeStyles({ part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** How many places may be chosen for a buyer: what is left with one's own, within the limit less what colleagues have booked. */
const mostFor = ({ left, own, placesEach }: EventReply, colleagues: number): number => Math.min(left + own, placesEach - colleagues);

const questionsOf = (event: EventReply): readonly Question[] => {
  const { buyers, own, placesEach } = event;
  const many: Question = {
    as: 'line',
    name: 'places',
    label: 'How many places do you need, yours included?',
    hint: `Each school or department may book up to ${placesWords(placesEach)}.`,
    missing: 'Enter how many places you need',
    first: own === 0 ? '1' : String(own),
    fault: (text) => (/^[1-9]\d{0,2}$/.test(text) ? undefined : 'Enter a whole number'),
  };
  if (buyers.length < 2) return [many];
  return [
    {
      as: 'choice',
      name: 'buyerRef',
      label: 'For which school or department?',
      options: buyers.map(({ ref, name }) => ({ value: ref, label: name })),
      missing: 'Choose a school or department',
    },
    many,
  ];
};

/** Why nothing can be booked; `undefined` where something can. */
const whyNot = (event: EventReply): string | undefined => {
  if (!event.takesBookings) return event.takesBack ? 'Booking is closed.' : 'The event has begun.';
  if (event.left + event.own === 0) return 'The event is full. Look again: a place that is given back is open to whoever comes first.';
  return event.buyers.every(({ colleagues }) => mostFor(event, colleagues) <= 0)
    ? 'Your colleagues have booked as many places as your school or department may have.'
    : undefined;
};

/** Booking places, and giving them back. */
export const Booking: React.FC<{ readonly event: EventReply; readonly command: Command }> = ({ event, command }) => {
  const client = useOperations(eventsApi);
  const { part } = useStyles();
  const { ref, own, buyers, takesBack } = event;
  const params = { ref };
  const why = whyNot(event);
  const book: Act = {
    title: own === 0 ? 'Book places' : 'Change the number of places',
    questions: questionsOf(event),
    onSend: async (given, key) => {
      const buyerRef = buyers.length === 1 ? (buyers[0]?.ref ?? '') : given.text('buyerRef');
      const { own: now } = await client.bookEvent({
        params,
        body: { kind: 'book-places', buyerRef, places: Number(given.text('places')) },
        key,
      });
      return `You have booked ${placesWords(now)}.`;
    },
  };
  const giveBack: Act = {
    title: 'Give your places back',
    questions: [],
    sure: 'Others can book them at once.',
    onSend: async (_given, key) => {
      await client.bookEvent({ params, body: { kind: 'give-back-places' }, key });
      return 'Your places are given back.';
    },
  };
  return (
    <section aria-label="Your places" className={part}>
      <Heading level={2}>Your places</Heading>
      <Text block>{own === 0 ? 'You have booked none.' : `You have booked ${placesWords(own)}.`}</Text>
      {why === undefined ? null : <Text block>{why}</Text>}
      <Acts acts={[...(why === undefined ? [book] : []), ...(own > 0 && takesBack ? [giveBack] : [])]} command={command} />
    </section>
  );
};
