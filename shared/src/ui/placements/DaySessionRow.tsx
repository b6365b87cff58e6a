import { Checkbox } from '@fluentui/react-checkbox';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { DaySession } from '../../contract/attendance.ts';
import { type AttendanceCode, attendanceCodes } from '../../domain/attendance/suggest-code.ts';
import { CodeSelect } from '../attendance/CodeSelect.tsx';
import { reportedWords } from '../attendance/session-words.ts';
import { PlaceLink } from '../PlaceLink.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { flex: '1 1 12rem', minWidth: 0 },
  code: { flex: '0 1 16rem', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly session: DaySession;
  /** The school's name, where rows of several stand together. */
  readonly ofMany: boolean;
  readonly ticked: boolean;
  readonly chosen: AttendanceCode | '';
  readonly onTick: (ticked: boolean) => void;
  readonly onChoose: (code: AttendanceCode | '') => void;
}

/** One session of one pupil, by the school's own reference. */
export const DaySessionRow: React.FC<Props> = ({ session, ofMany, ticked, chosen, onTick, onChoose }) => {
  const styles = useStyles();
  const { ref, half, pupilRef, providerName, serviceName, buyerName, orderNumber, begun, code, suggested, because, confirmedBy, may } =
    session;
  const name = `${pupilRef}, ${half === 'am' ? 'morning' : 'afternoon'}, ${providerName}`;
  const toConfirm = may && begun && code === undefined;
  return (
    <li className={styles.row}>
      {toConfirm ? <Checkbox aria-label={`Choose ${name}`} checked={ticked} onChange={(_, data) => onTick(data.checked === true)} /> : null}
      <div className={styles.what}>
        <Text block weight="semibold">
          {`${pupilRef}, ${half === 'am' ? 'morning' : 'afternoon'}`}
        </Text>
        <Text block>{reportedWords(session)}</Text>
        {code === undefined ? (
          begun && suggested !== undefined ? (
            <Text block>{`Suggested: ${suggested}. ${because}`}</Text>
          ) : null
        ) : (
          <Text
            block
          >{`Confirmed as ${code}, ${attendanceCodes[code].toLowerCase()}${confirmedBy === undefined ? '' : `, by ${confirmedBy}`}`}</Text>
        )}
        <Text block className={styles.quiet}>
          {`${ofMany ? `${buyerName}. ` : ''}${providerName}, ${serviceName}. `}
          <PlaceLink to={{ at: 'call-off', ref }}>{`Order ${orderNumber}`}</PlaceLink>
        </Text>
      </div>
      {toConfirm ? (
        <div className={styles.code}>
          <CodeSelect name={name} chosen={chosen} onChange={onChoose} />
        </div>
      ) : null}
    </li>
  );
};
