import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type confirmSessions, type DayReply, type DaySession, mostAtOnce } from '../../contract/attendance.ts';
import type { BodyOf, ReplyOf } from '../../contract/endpoint.ts';
import type { AttendanceCode } from '../../domain/attendance/suggest-code.ts';
import { useAnnounce } from '../Announcer.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Notice } from '../states/Notice.tsx';
import { DaySessionRow } from './DaySessionRow.tsx';
import { type DayGroup, dayGroups, daySessionKey, groupOf } from './group-sessions.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

type Reply = ReplyOf<typeof confirmSessions>;
type Asked = BodyOf<typeof confirmSessions>['sessions'];

const titles: Readonly<Record<DayGroup, string>> = {
  look: 'Find out where the pupil is',
  confirm: 'To confirm',
  expected: 'Nothing to say yet',
  confirmed: 'Confirmed',
};

/** What became of the last act; `back`: what takes it back. */
interface Told {
  readonly title: string;
  readonly intent: 'success' | 'warning' | 'error';
  readonly lines: readonly string[];
  readonly back?: Asked | undefined;
}

interface Props {
  readonly reply: DayReply;
  readonly confirm: (sessions: Asked, key: string) => Promise<Reply>;
  readonly keep: (reply: Reply) => void;
}

const sessionsOf = (count: number): string => (count === 1 ? '1 session' : `${count} sessions`);

/** The sessions of a day, those that a school has to look into first. Several are confirmed at once, and taken back at once. */
export const DaySessions: React.FC<Props> = ({ reply, confirm, keep }) => {
  const styles = useStyles();
  const announce = useAnnounce();
  const intent = useIntent();
  const { busy, once } = useOnce();
  const [codes, setCodes] = React.useState<Readonly<Record<string, AttendanceCode | ''>>>({});
  const [ticked, setTicked] = React.useState<readonly string[]>([]);
  const [told, setTold] = React.useState<Told>();
  const box = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (told) box.current?.focus();
  }, [told]);
  const { rows } = reply;
  const chosenFor = (row: DaySession): AttendanceCode | '' => codes[daySessionKey(row)] ?? row.suggested ?? '';
  const open = rows.filter(({ may, begun, code }) => may && begun && code === undefined);
  const chosen = open.filter((row) => ticked.includes(daySessionKey(row)));
  const suggested = open.filter((row) => groupOf(row) === 'confirm' && chosenFor(row) !== '');
  const nameOf = (key: { ref: string; half: 'am' | 'pm' }): string => {
    const row = rows.find((each) => daySessionKey(each) === daySessionKey(key));
    return `${row?.pupilRef ?? key.ref}, ${key.half === 'am' ? 'morning' : 'afternoon'}`;
  };

  const give = (asked: Asked, isBack: boolean): void =>
    once(async () => {
      try {
        const answer = await confirm(asked, intent.keyFor(asked));
        intent.done();
        keep(answer);
        const refused = new Set(answer.refused.map(daySessionKey));
        const done = asked.filter((each) => !refused.has(daySessionKey(each)));
        const title = isBack ? `${sessionsOf(done.length)} taken back` : `${sessionsOf(done.length)} confirmed`;
        setTicked([]);
        setTold({
          title,
          intent: answer.refused.length > 0 ? 'warning' : 'success',
          lines: answer.refused.map((each) => `${nameOf(each)}: ${each.detail}`),
          back: isBack || done.length === 0 ? undefined : done.map(({ ref, half }) => ({ ref, half })),
        });
        announce(title);
      } catch (error) {
        setTold({ title: 'Nothing was recorded', intent: 'error', lines: [sentenceOf(error)] });
      }
    });

  const submit = (): void => {
    const without = chosen.filter((row) => chosenFor(row) === '');
    const fault = ((): Pick<Told, 'title' | 'lines'> | undefined => {
      if (chosen.length === 0)
        return { title: 'Choose the sessions to confirm', lines: ['Tick a session, or choose those with a suggested code.'] };
      if (without.length > 0) return { title: 'Choose a code for each session that you ticked', lines: without.map(nameOf) };
      return chosen.length > mostAtOnce ? { title: `Confirm at most ${mostAtOnce} sessions at once`, lines: [] } : undefined;
    })();
    if (fault) setTold({ ...fault, intent: 'error' });
    else
      give(
        chosen.map((row) => ({ ref: row.ref, half: row.half, code: chosenFor(row) as AttendanceCode })),
        false,
      );
  };

  const ofMany = new Set(rows.map(({ buyerName }) => buyerName)).size > 1;
  const back = told?.back;
  return (
    <>
      {told === undefined ? null : (
        <div ref={box} tabIndex={-1}>
          <Notice
            intent={told.intent}
            title={told.title}
            actions={back === undefined ? undefined : <Button onClick={() => give(back, true)}>Undo</Button>}
          >
            {told.lines.map((line) => (
              <Text block key={line}>
                {line}
              </Text>
            ))}
          </Notice>
        </div>
      )}
      {open.length === 0 ? null : (
        <div className={styles.acts}>
          <Button appearance="primary" onClick={submit}>
            {chosen.length === 0 ? 'Confirm the chosen sessions' : `Confirm ${sessionsOf(chosen.length)}`}
          </Button>
          {suggested.length === 0 ? null : (
            <Button
              onClick={() => setTicked(suggested.map(daySessionKey).slice(0, mostAtOnce))}
            >{`Choose those with a suggested code: ${suggested.length}`}</Button>
          )}
          {busy ? <Text role="status">Recording</Text> : null}
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState level={2} title="No session is planned on this day">
          <Text block>It may be no school day, or no placement runs.</Text>
        </EmptyState>
      ) : null}
      {dayGroups.map((group) => {
        const own = rows.filter((row) => groupOf(row) === group);
        return own.length === 0 ? null : (
          <section key={group} aria-label={titles[group]}>
            <Heading level={2}>{`${titles[group]} (${own.length})`}</Heading>
            <ul className={styles.list} aria-label={titles[group]}>
              {own.map((row) => {
                const key = daySessionKey(row);
                return (
                  <DaySessionRow
                    key={key}
                    session={row}
                    ofMany={ofMany}
                    ticked={ticked.includes(key)}
                    chosen={chosenFor(row)}
                    onTick={(on) => setTicked((before) => (on ? [...before, key] : before.filter((each) => each !== key)))}
                    onChoose={(code) => {
                      setCodes((before) => ({ ...before, [key]: code }));
                      if (code !== '') setTicked((before) => (before.includes(key) ? before : [...before, key]));
                    }}
                  />
                );
              })}
            </ul>
          </section>
        );
      })}
    </>
  );
};
