import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import type { AttentionReason } from '../../domain/call-off/attention.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { Notice } from '../states/Notice.tsx';

interface Words {
  readonly intent: 'warning' | 'info';
  readonly title: string;
  readonly sentence: string;
}

const words: Readonly<Record<AttentionReason, Words>> = {
  'order-not-sent': {
    intent: 'warning',
    title: 'The order was not sent to the provider',
    sentence: 'Do not start the placement. The commissioning team decides what happens next.',
  },
  'message-not-sent': {
    intent: 'warning',
    title: 'A message about this request could not be sent',
    sentence: 'It is not tried any more. Whoever should have had it may not know how this request stands: tell them yourself.',
  },
  'message-delayed': {
    intent: 'info',
    title: 'A message about this request is late',
    sentence: 'It is still tried again and again. When it is urgent, tell people yourself.',
  },
};

/** What a person must look at, in words: the same that the list of call-offs shows under 'Needs attention'. Since when an order is held has a line of its own. */
export const AttentionNotes = ({ attention }: Pick<CallOffReply, 'attention'>): React.ReactElement => (
  <>
    {attention.map(({ reason, since, detail }) => (
      <Notice key={reason} intent={words[reason].intent} title={words[reason].title}>
        {detail === undefined ? '' : `${detail} `}
        {words[reason].sentence}
        {reason === 'order-not-sent' ? '' : ` Since ${formatInstant(since)}.`}
      </Notice>
    ))}
  </>
);
