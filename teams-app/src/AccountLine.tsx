import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { StartedHost } from './hosts/started-host.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** Outside Teams: who is signed in, and how to leave this app (never Microsoft 365 as a whole). */
export const AccountLine: React.FC<NonNullable<StartedHost['account']>> = ({ name, leaveLabel, leave }) => (
  <header className={useStyles().line}>
    <span>Signed in as {name}</span>
    <Button size="small" onClick={leave}>
      {leaveLabel}
    </Button>
  </header>
);
