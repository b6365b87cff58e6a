import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { commandSession, SchoolSession } from '../../contract/attendance.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { type AttendanceCode, attendanceCodes } from '../../domain/attendance/suggest-code.ts';
import { CodeSelect } from './CodeSelect.tsx';
import { reportedWords, sessionName } from './session-words.ts';

/** What a school does about a session. */
export type SessionAct = BodyOf<typeof commandSession>;

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
  what: { flex: '1 1 14rem', minWidth: 0 },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
});

interface Props {
  readonly session: SchoolSession;
  readonly may: boolean;
  readonly give: (body: SessionAct) => void;
}

/** One session: reported, suggested, and what the school can say. */
export const SchoolSessionRow = ({ session, may, give }: Props): React.ReactElement => {
  const styles = useStyles();
  const { date, half, begun, code, suggested, because, confirmedBy, toldAbsentAt, mark } = session;
  const [chosen, setChosen] = React.useState<AttendanceCode | ''>(code ?? suggested ?? '');
  const name = sessionName(session);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Text block weight="semibold">
          {name}
        </Text>
        <Text block>{reportedWords(session)}</Text>
        {code === undefined ? (
          begun ? (
            <Text block>{suggested === undefined ? because : `Suggested: ${suggested}. ${because}`}</Text>
          ) : null
        ) : (
          <Text
            block
          >{`Confirmed as ${code}, ${attendanceCodes[code].toLowerCase()}${confirmedBy === undefined ? '' : `, by ${confirmedBy}`}`}</Text>
        )}
      </div>
      {may && begun ? (
        <div className={styles.acts}>
          <CodeSelect name={name} chosen={chosen} onChange={setChosen} />
          {chosen === '' || chosen === code ? null : (
            <Button aria-label={`Confirm ${chosen}: ${name}`} onClick={() => give({ kind: 'confirm', date, half, code: chosen })}>
              {`Confirm ${chosen}`}
            </Button>
          )}
        </div>
      ) : null}
      {may && !begun && toldAbsentAt === undefined && mark === undefined ? (
        <div className={styles.acts}>
          <Button aria-label={`The pupil will not come: ${name}`} onClick={() => give({ kind: 'tell-absence', date, half })}>
            The pupil will not come
          </Button>
        </div>
      ) : null}
    </li>
  );
};
