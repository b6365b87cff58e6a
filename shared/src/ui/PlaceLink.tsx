import { Link } from '@fluentui/react-components';
import * as React from 'react';
import { useSurroundings } from './HostAdapter.tsx';
import { type Place, toPath } from './place.tsx';

/** A link to another screen: a real address to copy or to open in a new window, and without a page load on a plain click. */
export const PlaceLink: React.FC<{ readonly to: Place; readonly children: React.ReactNode; readonly inline?: boolean }> = ({
  to,
  children,
  inline = true,
}) => {
  const { host, go } = useSurroundings();
  const follow = (event: React.MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <Link inline={inline} href={host.kind === 'sharepoint' ? host.linkTo(to) : toPath(to)} onClick={follow}>
      {children}
    </Link>
  );
};
