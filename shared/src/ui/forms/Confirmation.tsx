import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../Heading.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderLeftWidth: tokens.strokeWidthThickest,
    borderLeftStyle: 'solid',
    borderLeftColor: tokens.colorPaletteGreenBorderActive,
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    maxWidth: '800px',
    boxSizing: 'border-box',
  },
});

interface Props {
  readonly title: string;
  /** What happens next and when, and whom to ask. */
  readonly children: React.ReactNode;
}

/** Says that something was done: part of the page, never a toast, so that it is still there when the page is opened again. */
export const Confirmation = ({ title, children }: Props): React.ReactElement => {
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-label={title}>
      <Heading level={2}>{title}</Heading>
      {children}
    </section>
  );
};
