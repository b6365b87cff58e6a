import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import type { AttendanceReply, SchoolSession } from '../../contract/attendance.ts';
import { attendanceApi } from '../../contract/attendance-api.ts';
import { clientOf } from '../../contract/client.ts';
import { useAnnounce } from '../Announcer.tsx';
import { useAct } from '../call-offs/use-act.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { SchoolSessionRow, type SessionAct } from './SchoolSessionRow.tsx';
import { sessionName } from './session-words.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** The sessions of an order for its school: what the provider reported, the suggested code, and the school's own word. */
export const Attendance = ({ callOffRef }: { readonly callOffRef: string }): React.ReactElement => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no attendance.');
  const client = React.useMemo(() => clientOf(attendanceApi, service), [service]);
  const read = useSWR<AttendanceReply, unknown>(['getAttendance', callOffRef], () => client.getAttendance({ params: { ref: callOffRef } }));
  const { mutate } = read;
  const announce = useAnnounce();
  const [failure, setFailure] = React.useState<string>();
  const failed = React.useRef<HTMLDivElement>(null);
  const { act } = useAct<AttendanceReply>((reply, changed) => {
    setFailure(changed);
    void (reply ? mutate(reply, { revalidate: false }) : mutate());
    announce(changed ?? 'Recorded');
  }, []);
  React.useEffect(() => {
    if (failure !== undefined) failed.current?.focus();
  }, [failure]);
  const give = (body: SessionAct): void =>
    act(
      body,
      (key) => client.commandSession({ params: { ref: callOffRef }, body, key }),
      (error) => setFailure(sentenceOf(error)),
    );
  return (
    <>
      {failure === undefined ? null : (
        <div ref={failed} tabIndex={-1}>
          <Notice intent="error" title="This was not recorded">
            {failure}
          </Notice>
        </div>
      )}
      <Loaded reads={[read] as const} what="the sessions" failed="The sessions could not be loaded">
        {(reply) => <Sessions reply={reply} give={give} />}
      </Loaded>
    </>
  );
};

interface SessionsProps {
  readonly reply: AttendanceReply;
  readonly give: (body: SessionAct) => void;
}

const unitNames = { hour: 'hours', session: 'sessions', day: 'days', week: 'weeks' } as const;

const Sessions = ({ reply, give }: SessionsProps): React.ReactElement => {
  const styles = useStyles();
  const { sessions, owed, may } = reply;
  const groups: readonly (readonly [string, readonly SchoolSession[]])[] = [
    ['To confirm', sessions.filter(({ begun, code }) => begun && code === undefined)],
    [
      'Coming',
      sessions
        .filter(({ begun }) => !begun)
        .slice()
        .reverse(),
    ],
    ['Confirmed', sessions.filter(({ code }) => code !== undefined)],
  ];
  return (
    <div className={styles.all}>
      <Text block>
        {`Up to yesterday ${owed.units} ${unitNames[owed.unit]} are owed by the terms of the lot.${owed.unreported === 0 ? '' : ` Nobody reported ${owed.unreported} ${owed.unreported === 1 ? 'session' : 'sessions'}: ask the provider.`}`}
      </Text>
      <Text block>The provider reports who came. The code in your register is yours: a suggestion is no more than that.</Text>
      {groups.map(([title, rows]) =>
        rows.length === 0 ? null : (
          <div key={title}>
            <Text block weight="semibold">
              {title}
            </Text>
            <ul className={styles.list} aria-label={title}>
              {rows.map((session) => (
                <SchoolSessionRow key={sessionName(session)} session={session} may={may} give={give} />
              ))}
            </ul>
          </div>
        ),
      )}
      {sessions.length === 0 ? <Text block>No session is planned in these weeks.</Text> : null}
    </div>
  );
};
