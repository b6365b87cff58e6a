import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
});

/** The h2 of one part of a page. */
export const SectionHeading = ({ children }: { children: React.ReactNode }): React.ReactElement => (
  <h2 className={useStyles().heading}>{children}</h2>
);
