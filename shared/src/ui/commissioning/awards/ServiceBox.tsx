import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What belongs to one service, under its title. */
export const ServiceBox: React.FC<{ readonly title: string; readonly children: React.ReactNode }> = ({ title, children }) => (
  <fieldset className={useStyles().box}>
    <legend>{title}</legend>
    {children}
  </fieldset>
);
