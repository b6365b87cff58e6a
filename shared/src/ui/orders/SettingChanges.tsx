import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { OrderReply } from '../../contract/orders.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { DisclosureSection } from '../Disclosure.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { Heading } from '../Heading.tsx';
import { Notice } from '../states/Notice.tsx';
import type { ActProps } from './act-props.ts';
import type { OneOpen } from './one-open.ts';
import { RecordCheck } from './RecordCheck.tsx';

type Change = OrderReply['settingChanges'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

const changeWords = ({ kind, from, where, by }: Change): string => {
  if (kind === 'staff') return `The provider says that other staff work with the pupil from ${formatDate(from)}`;
  if (by === 'provider') return `The provider says that the pupil is taught elsewhere from ${formatDate(from)}: ${where ?? ''}`;
  return where === undefined ? 'The register names no place any more' : `The register names another place: ${where}`;
};

/** R3: where the pupil is, and what the school was told of place and staff; R2: the confirmation of staff checks that is to be renewed. */
export const SettingChanges = ({ order, open, toggle, ...giving }: ActProps & OneOpen): React.ReactElement => {
  const styles = useStyles();
  const [failure, setFailure] = React.useState<string>();
  const { place, settingChanges, staffChecksToRenew, may, state } = order;
  const sees = may.includes('see-setting-change');
  return (
    <section aria-label="Where, and with whom">
      <Heading level={3}>Where, and with whom</Heading>
      {place === undefined ? null : <Text block>{`Taught at ${place}, as the register has it`}</Text>}
      {failure === undefined ? null : (
        <Notice intent="error" title="This was not recorded">
          {failure}
        </Notice>
      )}
      {staffChecksToRenew ? (
        <Notice intent="warning" title="Renew the written confirmation of staff checks">
          The provider told you of other staff after you had recorded it. Until it is renewed no code for education off site is suggested.
        </Notice>
      ) : null}
      {staffChecksToRenew && state !== 'accepted' && may.includes('record-start-check') ? (
        <DisclosureSection
          title="Record the renewed confirmation"
          open={open === 'staff-checks-confirmed'}
          onToggle={() => toggle('staff-checks-confirmed')}
        >
          <RecordCheck order={order} check="staff-checks-confirmed" {...giving} />
        </DisclosureSection>
      ) : null}
      <ul className={styles.list} aria-label="Changes that you were told of">
        {settingChanges.map((change) => (
          <li key={change.number} className={styles.row}>
            <Text block>{`${changeWords(change)}. Told on ${formatInstant(change.toldAt)}`}</Text>
            {change.seenAt === undefined ? (
              sees ? (
                <Button
                  onClick={() =>
                    giving.give({ kind: 'see-setting-change', change: change.number }, (error) => setFailure(sentenceOf(error)))
                  }
                >
                  {change.kind === 'staff' ? 'We know of the other staff' : 'We know of the other place'}
                </Button>
              ) : (
                <Text block>The school has not said yet that it knows</Text>
              )
            ) : (
              <Text block>{`${change.seenBy ?? ''} recorded on ${formatInstant(change.seenAt)} that the school knows`}</Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
