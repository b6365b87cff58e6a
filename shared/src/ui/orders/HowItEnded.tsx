import * as React from 'react';
import type { OrderReply } from '../../contract/orders.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { destinationWords, endReasonWords } from '../../domain/orders/order-end.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { objectivesWords } from './outcome-words.ts';

/** How a placement came to its end, and what became of it. */
export const HowItEnded = ({ end }: { end: NonNullable<OrderReply['end']> }): React.ReactElement => (
  <div>
    <Heading level={3}>How it ended</Heading>
    <Facts
      facts={[
        { label: 'Last day', value: formatDate(end.on) },
        { label: 'Why', value: endReasonWords[end.reason] },
        { label: 'Objectives', value: end.objectives === undefined ? 'Not recorded' : objectivesWords[end.objectives] },
        { label: 'Where the pupil went', value: end.destination === undefined ? 'Not recorded' : destinationWords[end.destination] },
        { label: 'Final review', value: end.finalReviewOn === undefined ? 'Not recorded' : formatDate(end.finalReviewOn) },
        ...(end.note === undefined ? [] : [{ label: 'Note', value: end.note }]),
      ]}
    />
  </div>
);
