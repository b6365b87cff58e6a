import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useAnnounce } from '../Announcer.tsx';
import { useMounted } from '../forms/use-mounted.tsx';
import { pageInset } from '../page-inset.tsx';

const useStyles = makeStyles({
  // It stays in sight wherever on the page the button was.
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} ${pageInset}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
});

const title = 'Still being written';
const sentence = 'Many people write at this moment. This goes on by itself, and the page shows how it ended: do not send it again.';

interface StillWritingProps {
  /** Settles when the command waits no longer. */
  readonly over: Promise<unknown>;
}

/** Stands above every screen while a command waits for a busy register. Screen readers hear it come; how it ended is told by the screen. */
export const StillWriting: React.FC<StillWritingProps> = ({ over }) => {
  const announce = useAnnounce();
  const mounted = useMounted();
  const [ended, setEnded] = React.useState<Promise<unknown>>();
  const { bar } = useStyles();
  React.useEffect(() => {
    announce(`${title}. ${sentence}`);
    const settled = (): void => {
      if (mounted.current) setEnded(over);
    };
    over.then(settled, settled);
  }, [over, announce, mounted]);
  if (ended === over) return null;
  return (
    <section className={bar} aria-label="Waiting">
      <strong>{title}.</strong> {sentence}
    </section>
  );
};
