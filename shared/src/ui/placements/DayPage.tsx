import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import type { DayReply } from '../../contract/attendance.ts';
import { attendanceApi } from '../../contract/attendance-api.ts';
import { clientOf } from '../../contract/client.ts';
import { placementsPlace } from '../../contract/placements-place.ts';
import { formatDate, type LocalDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { Form } from '../forms/Form.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { DaySessions } from './DaySessions.tsx';
import { OverdueReviews } from './OverdueReviews.tsx';
import { weekdayFrom } from './weekday-from.ts';

const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 } as const;

const useStyles = makeStyles({
  page: { ...column, overflowWrap: 'anywhere' },
  // Reviews stand beside the day where there is room, else below it.
  columns: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`, minWidth: 0 },
  day: { ...column, flex: '3 1 30rem' },
  beside: { ...column, gap: tokens.spacingVerticalXXL, flex: '1 1 16rem' },
  days: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
});

/** Every session of one day, over all the placements that this person follows, with the reviews that are overdue beside it. */
export const DayPage: React.FC<{ readonly date: LocalDate | undefined }> = ({ date }) => {
  const styles = useStyles();
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no placements.');
  const client = React.useMemo(() => clientOf(attendanceApi, service), [service]);
  const query = date === undefined ? {} : { date };
  const read = useSWR<DayReply, unknown>(['listDaySessions', date], () => client.listDaySessions({ query }));
  return (
    <div className={styles.page}>
      <Loaded reads={[read] as const} page="Placements" what="the sessions of the day" failed="The sessions of the day could not be loaded">
        {(reply) => (
          <>
            <PageHeading title="Placements">
              {reply.date === reply.today ? `Placements today, ${formatDate(reply.date)}` : `Placements on ${formatDate(reply.date)}`}
            </PageHeading>
            <Days reply={reply} />
            <Text block>The provider reports who came. The code in your register is yours: a suggestion is no more than that.</Text>
            <div className={styles.columns}>
              <div className={styles.day}>
                <DaySessions
                  reply={reply}
                  confirm={(sessions, key) => client.confirmSessions({ body: { date: reply.date, sessions: [...sessions] }, key })}
                  keep={({ refused: _refused, ...next }) => void read.mutate(next, { revalidate: false })}
                />
              </div>
              <div className={styles.beside}>
                <OverdueReviews ofMany={new Set(reply.rows.map(({ buyerName }) => buyerName)).size > 1} />
                <AnotherDay />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
};

/** The ways to the days beside this one: each has an address of its own. */
const Days: React.FC<{ readonly reply: DayReply }> = ({ reply: { date, today } }) => {
  const before = weekdayFrom(date, -1);
  const after = weekdayFrom(date, 1);
  return (
    <nav aria-label="Other days and lists" className={useStyles().days}>
      <PlaceLink to={placementsPlace({ at: 'day', date: before })}>{formatDate(before)}</PlaceLink>
      {date === today ? null : <PlaceLink to={placementsPlace({ at: 'day' })}>Today</PlaceLink>}
      <PlaceLink to={placementsPlace({ at: 'day', date: after })}>{formatDate(after)}</PlaceLink>
      <PlaceLink to={placementsPlace({ at: 'all' })}>All placements</PlaceLink>
    </nav>
  );
};

const AnotherDay: React.FC = () => {
  const { go } = useSteadySurroundings();
  const [typed, setTyped] = React.useState('');
  const [wrong, setWrong] = React.useState(false);
  const show = (): void => {
    const day = parseUkDate(typed);
    setWrong(day === undefined);
    if (day) go(placementsPlace({ at: 'day', date: day }));
  };
  return (
    <Form label="Another day" errors={wrong ? [{ field: 'day', message: 'Enter a day, such as 27 3 2027' }] : []} onSubmit={show}>
      <DateField name="day" label="Another day" value={typed} onChange={setTyped} />
      <div>
        <Button type="submit">Show this day</Button>
      </div>
    </Form>
  );
};
