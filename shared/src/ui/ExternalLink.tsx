import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { Link } from '@fluentui/react-link';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useSurroundings } from './HostAdapter.tsx';

const useStyles = makeStyles({ icon: { marginLeft: tokens.spacingHorizontalXS, verticalAlign: 'text-bottom' } });

/** A link that leaves the product, and says so. The host opens it: a frame may open no windows. */
export const ExternalLink: React.FC<{ readonly href: string; readonly children: string }> = ({ href, children }) => {
  const { host } = useSurroundings();
  const { icon } = useStyles();
  const open = (event: React.MouseEvent): void => {
    event.preventDefault();
    host.openExternal(href);
  };
  return (
    <Link inline href={href} target="_blank" rel="noreferrer" onClick={open}>
      {children} (opens in a new window)
      <OpenRegular className={icon} aria-hidden="true" />
    </Link>
  );
};
