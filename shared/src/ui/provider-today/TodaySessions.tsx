import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import type { TodayReply, TodaySession } from '../../contract/provider-today.ts';
import type { Half } from '../../domain/attendance/planned-session.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { useAnnounce } from '../Announcer.tsx';
import { codeOf, sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import type { GivenLink } from '../given-link.ts';
import { Heading } from '../Heading.tsx';
import { useOpenedLink } from '../opened-link.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { Notice } from '../states/Notice.tsx';
import { SessionRow } from './SessionRow.tsx';
import { TellChange } from './TellChange.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '52rem', overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface Props {
  readonly client: ClientOf<typeof linkApi>;
  readonly session: GivenLink;
  readonly onLeft: (why: 'over' | 'left') => void;
}

const partNames: Readonly<Record<Half, string>> = { am: 'This morning', pm: 'This afternoon' };
const clock = (hour: number): string => (hour === 12 ? 'midday' : `${hour % 12 || 12}${hour < 12 ? 'am' : 'pm'}`);
const keyOf = ({ ref, date, half }: TodaySession): string => `${ref}/${date}/${half}`;

/** The pupils of today, of all schools, by reference: one tap each, and each tap can be taken back. */
export const TodaySessions: React.FC<Props> = ({ client, session, onLeft }) => {
  const styles = useStyles();
  const announce = useAnnounce();
  const read = React.useCallback((given: GivenLink) => client.viewToday({ body: { session: given } }), [client]);
  const { seen, again } = useOpenedLink(session, read);
  const [reported, setReported] = React.useState<TodayReply>();
  const [failure, setFailure] = React.useState<string>();
  const { once } = useOnce();
  const isOver = seen.at === 'failed' && codeOf(seen.error) === 'session-over';
  React.useEffect(() => {
    if (isOver) onLeft('over');
  }, [isOver, onLeft]);
  if (seen.at === 'loading' || isOver) return <LoadingPage title="Attendance" what="pupils of today" />;
  if (seen.at === 'failed') return <ErrorState page error={seen.error} what="The pupils of today could not be loaded" onRetry={again} />;
  const day = reported ?? seen.reply;
  const report = (row: TodaySession, mark: TodaySession['mark']): void =>
    once(async () => {
      setFailure(undefined);
      try {
        const { ref, date, half } = row;
        const body = { session, ref, date, half, ...(mark === undefined ? {} : { mark }) };
        setReported(await client.reportSession({ body, key: crypto.randomUUID() }));
        announce(mark === undefined ? `${row.pupilRef}: report taken back` : `${row.pupilRef}: ${mark}`);
      } catch (error) {
        if (codeOf(error) === 'session-over') onLeft('over');
        else setFailure(sentenceOf(error));
      }
    });
  const leave = (): void =>
    once(async () => {
      try {
        await client.endProviderSession({ body: { session } });
        onLeft('left');
      } catch (error) {
        if (codeOf(error) === 'session-over') onLeft('left');
        else setFailure(sentenceOf(error));
      }
    });
  const rowsOf = (rows: readonly TodaySession[], withDay = false) => (
    <ul className={styles.list}>
      {rows.map((row) => (
        <SessionRow key={keyOf(row)} row={row} withDay={withDay} onReport={(mark) => report(row, mark)} />
      ))}
    </ul>
  );
  return (
    <div className={styles.page}>
      <PageHeading>{`Attendance on ${formatDate(day.today)}`}</PageHeading>
      <Text block>
        {`${day.providerName}: pupils of all schools. Report each by ${clock(day.reportBy.am)} in the morning and ${clock(day.reportBy.pm)} in the afternoon: after that the school is told as of an absence.`}
      </Text>
      {failure === undefined ? null : (
        <Notice intent="error" title="This was not reported">
          {failure}
        </Notice>
      )}
      {day.sessions.length === 0 ? <Text block>No pupil is expected today.</Text> : null}
      {(['am', 'pm'] as const).map((half) => {
        const rows = day.sessions.filter((row) => row.half === half);
        return rows.length === 0 ? null : (
          <section key={half} aria-label={partNames[half]}>
            <Heading level={2}>{partNames[half]}</Heading>
            {rowsOf(rows)}
          </section>
        );
      })}
      {day.missing.length === 0 ? null : (
        <section aria-label="Not reported yet">
          <Heading level={2}>Earlier, not reported yet</Heading>
          {rowsOf(day.missing, true)}
        </section>
      )}
      {day.services.length === 0 ? null : (
        <TellChange
          services={day.services}
          send={(body, key) => client.tellSettingChange({ body: { session, ...body }, key })}
          onOver={() => onLeft('over')}
        />
      )}
      <div>
        <Button onClick={leave}>Sign out</Button>
      </div>
    </div>
  );
};
