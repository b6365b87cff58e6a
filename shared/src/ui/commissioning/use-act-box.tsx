import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';

/** The box of one act on a page of commissioners, and the row of its buttons. */
export const useActBox = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '44rem',
    minWidth: 0,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});
