import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { formatInstant } from '../../domain/local-date.ts';
import { Heading } from '../Heading.tsx';

/** What has happened, the first thing first. */
export const History = ({ history }: { history: CallOffReply['history'] }): React.ReactElement => (
  <section aria-label="History">
    <Heading level={2}>History</Heading>
    <ol>
      {history.map((entry) => (
        <li key={`${entry.at} ${entry.what}`}>
          <Text block>{entrySentence(entry)}</Text>
          {entry.comment === undefined ? null : <Text block>Comment: {entry.comment}</Text>}
        </li>
      ))}
    </ol>
  </section>
);

/** 'Tuesday 3 March 2026 at 2:15pm: Rejected, A. Head'. Entries that were folded are counted: the commissioning team can still read them. */
const entrySentence = ({ at, what, by, folded }: CallOffReply['history'][number]): string =>
  folded === undefined
    ? `${formatInstant(at)}: ${what}, ${by}`
    : `Up to ${formatInstant(at)}: ${folded} earlier ${folded === 1 ? 'entry' : 'entries'}, which the commissioning team can still see`;
