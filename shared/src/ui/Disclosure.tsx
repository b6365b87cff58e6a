import { Button } from '@fluentui/react-button';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { tokens } from '@fluentui/react-theme';
import { useId } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type HeadingLevel, useHeadingTag } from './Heading.tsx';

const useStyles = makeStyles({
  heading: { margin: 0 },
  button: { width: '100%', minHeight: '44px', justifyContent: 'flex-start', textAlign: 'start', padding: `0 ${tokens.spacingHorizontalS}` },
  title: { fontWeight: tokens.fontWeightRegular },
  panel: { padding: `0 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}` },
});

interface SectionProps {
  readonly title: string;
  /** Of its heading: 3 where it is an item of a part, which it mostly is. */
  readonly level?: HeadingLevel;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: React.ReactNode;
}

/**
 * A section under its heading that opens and closes as its owner says, such as one of a menu of which one is open at a time. Fluent's Accordion does the
 * same and adds arrow keys between headers, at 25 kB (gzip) of focus keeper and motion on the first screen.
 */
export const DisclosureSection: React.FC<SectionProps> = ({ title, level = 3, open, onToggle, children }) => {
  const styles = useStyles();
  const id = useId('section');
  const Tag = useHeadingTag(level);
  return (
    <div>
      <Tag className={styles.heading}>
        <Button
          appearance="subtle"
          className={styles.button}
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          {...(open ? { 'aria-controls': id } : {})}
          onClick={onToggle}
        >
          <span className={styles.title}>{title}</span>
        </Button>
      </Tag>
      {open ? (
        <div id={id} className={styles.panel}>
          {children}
        </div>
      ) : null}
    </div>
  );
};

interface DisclosureProps extends Pick<SectionProps, 'title' | 'level'> {
  readonly openAtFirst: boolean;
  readonly children: React.ReactNode;
}

/** A section that keeps for itself whether it is open. */
export const Disclosure: React.FC<DisclosureProps> = ({ openAtFirst, ...section }) => {
  const [open, setOpen] = React.useState(openAtFirst);
  return <DisclosureSection {...section} open={open} onToggle={() => setOpen(!open)} />;
};
