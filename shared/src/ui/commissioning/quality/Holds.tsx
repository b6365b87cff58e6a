import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { StandingReply } from '../../../contract/quality.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { holdCauseWords } from './quality-words.tsx';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** What holds a provider, and what did. */
export const Holds: React.FC<{ readonly holds: StandingReply['holds'] }> = ({ holds }) => (
  <ul className={useStyles().list} aria-label="What holds it">
    {holds.map(({ ref, cause, about, placedAt, placedBy, reason, lifted }) => (
      <li key={ref}>
        {`${holdCauseWords[cause]}${about === undefined ? '' : ` (${about})`}: since ${formatInstant(placedAt)}, by ${placedBy}.`}
        {reason === undefined ? '' : ` ${reason}`}
        {lifted === undefined ? '' : ` Lifted by ${lifted.by}, ${formatInstant(lifted.at)}: ${lifted.reason}`}
      </li>
    ))}
  </ul>
);
