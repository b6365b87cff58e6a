import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ServiceSummary } from '../../contract/directory.ts';
import { qaSentence } from './service-sentences.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, marginTop: '2px' },
});

/** That a listed service's quality assurance is current, and since when: told in words, the tick adds nothing. */
export const QaStanding: React.FC<{ readonly service: Pick<ServiceSummary, 'qaCheckedOn'> }> = ({ service }) => {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <CheckmarkCircleRegular className={styles.icon} aria-hidden="true" />
      <span>{qaSentence(service)}</span>
    </div>
  );
};
