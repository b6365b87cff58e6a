import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses, shorthands } from '@griffel/react';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { Heading } from '../Heading.tsx';
import { AttentionNotes } from './AttentionNotes.tsx';
import { deliverySentence } from './delivery-sentence.ts';
import { type Past, timelineOf } from './timeline.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, marginTop: tokens.spacingVerticalM, padding: 0, paddingLeft: '6px' },
  item: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `0 0 ${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    ':last-child': { paddingBottom: 0, borderLeftColor: 'transparent' },
    // A border, not a background, so that forced colours leave it visible.
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-6px',
      top: '5px',
      width: 0,
      height: 0,
      border: `5px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: tokens.borderRadiusCircular,
    },
    '@media (forced-colors: active)': { ':last-child': { borderLeftColor: 'Canvas' } },
  },
  now: { '::before': shorthands.borderColor(tokens.colorCompoundBrandStroke) },
  next: {
    color: tokens.colorNeutralForeground2,
    '::before': { width: '6px', height: '6px', ...shorthands.borderWidth('2px'), backgroundColor: tokens.colorNeutralBackground1 },
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  who: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  comment: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'pre-line',
  },
});

/**
 * What has happened, with whom the request is now and what comes then, as one list, the newest last. The ref is the line that says how it stands:
 * the focus goes there after an act.
 */
export const Timeline = React.forwardRef<HTMLLIElement, { readonly callOff: CallOffReply }>(({ callOff }, standing) => {
  const styles = useStyles();
  const { past, now, next } = timelineOf(callOff);
  const standsAt = now === undefined ? past.length - 1 : undefined;
  const notes = [...(now?.notes ?? []), ...callOff.delivery.map(deliverySentence).filter((sentence) => sentence !== '')];
  return (
    <section aria-label="Progress">
      <Heading level={2}>Progress</Heading>
      <ol className={styles.list}>
        {past.map((entry, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
            key={index}
            className={styles.item}
            {...(index === standsAt ? { ref: standing, tabIndex: -1 } : {})}
          >
            <PastEntry {...entry} />
          </li>
        ))}
        {now === undefined ? null : (
          <li className={mergeClasses(styles.item, styles.now)} aria-current="step" ref={standing} tabIndex={-1}>
            <Text className={styles.what}>{now.what}</Text>
            {notes.map((note) => (
              <Text key={note} className={styles.who}>
                {note}
              </Text>
            ))}
            <AttentionNotes attention={callOff.attention} />
          </li>
        )}
        {next.map((sentence) => (
          <li key={sentence} className={mergeClasses(styles.item, styles.next)}>
            <Text>{sentence}</Text>
          </li>
        ))}
      </ol>
      {now === undefined ? <AttentionNotes attention={callOff.attention} /> : null}
    </section>
  );
});
Timeline.displayName = 'Timeline';

const PastEntry = ({ what, who, comment }: Past): React.ReactElement => {
  const styles = useStyles();
  return (
    <>
      <Text className={styles.what}>{what}</Text>
      <Text className={styles.who}>{who}</Text>
      {comment === undefined ? null : <blockquote className={styles.comment}>{comment}</blockquote>}
    </>
  );
};
