import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffSummary } from '../../contract/call-off-summary.ts';
import { stateSentence } from '../../domain/call-off/state-sentence.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { Heading } from '../Heading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { useListStyles } from './use-list-styles.tsx';

interface Props {
  readonly callOffs: readonly CallOffSummary[];
  readonly label: string;
  /** Who asked: told where the reader did not. */
  readonly showRequester?: boolean;
  /** 2 where the list is the page, 3 inside a part of it. */
  readonly level?: 2 | 3;
}

/** Requests, one row each: the link names the item, facts beside it in words. */
export const CallOffList = ({ callOffs, label, showRequester = false, level = 3 }: Props): React.ReactElement => {
  const styles = useListStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {callOffs.map((callOff) => (
        <li key={callOff.ref} className={styles.row}>
          <div>
            <Heading level={level} className={styles.title}>
              <PlaceLink to={{ at: 'call-off', ref: callOff.ref }}>{`${callOff.ref}: ${callOff.serviceName}`}</PlaceLink>
            </Heading>
            <Text block>{callOff.providerName}</Text>
          </div>
          <div>
            <Text block>{stateSentence(callOff)}</Text>
            <Text block size={200}>
              {showRequester ? `Asked by ${callOff.requesterName} on ` : 'Sent on '}
              {formatInstant(callOff.submittedAt)}
            </Text>
          </div>
          <div>
            <Text block>
              {callOff.buyerName}, pupil {callOff.pupilRef}
            </Text>
            <Text block>
              {formatDate(callOff.startDate, 'short')} to {formatDate(callOff.endDate, 'short')}
            </Text>
          </div>
          <Text block>{bothTotals(callOff.change ?? callOff)}</Text>
        </li>
      ))}
    </ul>
  );
};
