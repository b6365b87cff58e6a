import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import type { OrderReply } from '../../contract/orders.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { channelWords, startCheckTexts } from '../../domain/orders/start-checks.ts';
import { DisclosureSection } from '../Disclosure.tsx';
import { Heading } from '../Heading.tsx';
import type { Giving } from './ActForm.tsx';
import type { OneOpen } from './one-open.ts';
import { RecordCheck } from './RecordCheck.tsx';
import type { OrderAct } from './use-order.tsx';

type Check = OrderReply['checks'][number];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  item: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  // A second sign beside the words: the colour alone tells nothing.
  done: { borderLeftColor: tokens.colorPaletteGreenBorderActive },
  told: { color: tokens.colorNeutralForeground2 },
});

/** What must be recorded before the pupil starts (R2, R4, R6, R8): what is done, by whom and how, and what is missing. */
export const BeforeStart = ({ order, open, toggle, ...giving }: { order: OrderReply } & OneOpen & Giving<OrderAct>): React.ReactElement => {
  const styles = useStyles();
  const records = order.may.includes('record-start-check');
  return (
    <section aria-label="Before the pupil starts">
      <Heading level={3}>Before the pupil starts</Heading>
      <Text block>{missingSentence(order.checks)}</Text>
      <ul className={styles.list}>
        {order.checks.map((check) => {
          const { title, statement } = startCheckTexts[check.kind];
          const done = check.on !== undefined;
          return (
            <li key={check.kind} className={mergeClasses(styles.item, done && styles.done)}>
              <Text block weight="semibold">
                {title}
              </Text>
              <Text block>{statement}</Text>
              <Text block className={styles.told}>
                {doneSentence(check)}
              </Text>
              {records ? (
                <DisclosureSection
                  title={`${done ? 'Record again' : 'Record'}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
                  open={open === check.kind}
                  onToggle={() => toggle(check.kind)}
                >
                  <RecordCheck order={order} check={check.kind} {...giving} />
                </DisclosureSection>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** What is still to be recorded. */
export const missingChecks = (checks: readonly Check[]): readonly Check[] => checks.filter(({ on }) => on === undefined);

const missingSentence = (checks: readonly Check[]): string => {
  const missing = missingChecks(checks);
  return missing.length === 0
    ? 'Everything is recorded that must be before the pupil starts.'
    : `${checks.length - missing.length} of ${checks.length} recorded. The pupil cannot start until the rest is: ${missing
        .map(({ kind }) => startCheckTexts[kind].title.toLowerCase())
        .join('; ')}.`;
};

const doneSentence = ({ on, channel, recordedBy }: Check): string =>
  on === undefined
    ? 'Not recorded yet'
    : [
        `Done on ${formatDate(on)}`,
        ...(channel === undefined ? [] : [channelWords[channel].charAt(0).toLowerCase() + channelWords[channel].slice(1)]),
        ...(recordedBy === undefined ? [] : [`recorded by ${recordedBy}`]),
      ].join(', ');
