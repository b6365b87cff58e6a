import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { TodaySession } from '../../contract/provider-today.ts';
import { providerMarks } from '../../domain/attendance/provider-mark.ts';
import { formatClock, formatDate } from '../../domain/days/local-date.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { flex: '1 1 14rem', minWidth: 0 },
  marks: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  // One tap each, with a thumb.
  mark: { minHeight: '44px' },
  told: { outlineStyle: 'none' },
});

const names = { present: 'Present', late: 'Late', absent: 'Absent', cancelled: 'Cancelled by us' } as const;

interface Props {
  readonly row: TodaySession;
  readonly withDay: boolean;
  readonly onReport: (mark: TodaySession['mark']) => void;
}

/** One pupil and session: four ways to report it, or what was reported and the way back. */
export const SessionRow: React.FC<Props> = ({ row, withDay, onReport }) => {
  const styles = useStyles();
  const { mark, markedAt, pupilRef, orderNumber } = row;
  const told = React.useRef<HTMLSpanElement>(null);
  const before = React.useRef(mark);
  // The button that was pressed is gone: the focus goes to what stands in its place.
  React.useEffect(() => {
    if (before.current !== mark) told.current?.focus();
    before.current = mark;
  }, [mark]);
  const who = `${pupilRef}, order ${orderNumber}`;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text block weight="semibold">{`${pupilRef} · order ${orderNumber}`}</Text>
        <Text block>{`${row.buyerName}, ${row.serviceName}`}</Text>
        {withDay ? <Text block>{`${formatDate(row.date)}, ${row.half === 'am' ? 'morning' : 'afternoon'}`}</Text> : null}
        {row.toldAbsent ? <Text block>The school says: the pupil will not come.</Text> : null}
      </div>
      <span ref={told} tabIndex={-1} className={styles.told}>
        {mark === undefined ? null : (
          <Text weight="semibold">{`${names[mark]}${markedAt === undefined ? '' : `, reported at ${formatClock(markedAt)}`}`}</Text>
        )}
        {row.confirmed ? <Text block>Confirmed by the school</Text> : null}
      </span>
      {row.confirmed ? null : (
        <div className={styles.marks}>
          {mark === undefined ? (
            providerMarks.map((each) => (
              <Button key={each} className={styles.mark} aria-label={`${names[each]}: ${who}`} onClick={() => onReport(each)}>
                {names[each]}
              </Button>
            ))
          ) : (
            <Button className={styles.mark} aria-label={`Undo: ${who}`} onClick={() => onReport(undefined)}>
              Undo
            </Button>
          )}
        </div>
      )}
    </li>
  );
};
