import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useAnnounce } from '../Announcer.tsx';
import { useOnline } from './use-online.tsx';

// No MessageBar: this is in the first load of every host, because it cannot be fetched when it is needed.
const useStyles = makeStyles({
  bar: {
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

const title = 'You are offline';
const sentence = 'You can read what is on this page and go on typing. Searching, saving and sending work again when you are connected.';

/** Stands above every screen while there is no network: what still works, and that nothing typed is lost. Screen readers hear it come and go. */
export const OfflineNotice: React.FC = () => {
  const online = useOnline();
  const announce = useAnnounce();
  const before = React.useRef(true);
  const { bar } = useStyles();
  React.useEffect(() => {
    if (before.current === online) return;
    before.current = online;
    announce(online ? 'You are connected again.' : `${title}. ${sentence}`);
  }, [online, announce]);
  if (online) return null;
  return (
    <section className={bar} aria-label="Connection">
      <strong>{title}.</strong> {sentence}
    </section>
  );
};
