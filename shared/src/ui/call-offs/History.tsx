import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { formatInstant } from '../../domain/local-date.ts';
import { SectionHeading } from '../forms/SectionHeading.tsx';

/** What has happened, the first thing first. */
export const History = ({ history }: { history: CallOffReply['history'] }): React.ReactElement => (
  <section aria-label="History">
    <SectionHeading>History</SectionHeading>
    <ol>
      {history.map((entry) => (
        <li key={`${entry.at} ${entry.what}`}>
          <Text block>
            {formatInstant(entry.at)}: {entry.what}, {entry.by}
          </Text>
          {entry.comment === undefined ? null : <Text block>Comment: {entry.comment}</Text>}
        </li>
      ))}
    </ol>
  </section>
);
