import type * as React from 'react';
import { useSurroundings } from './HostAdapter.tsx';
import { type Place, toPath } from './place.tsx';

interface LinkProps {
  readonly href: string;
  readonly onClick: (event: React.MouseEvent) => void;
}

/**
 * The props of a link to a place: a real address to copy or to open in a new window, and on a plain click no page load but `follow`,
 * which goes there unless told otherwise.
 */
export const usePlaceLink = (): ((to: Place, follow?: () => void) => LinkProps) => {
  const { host, go } = useSurroundings();
  return (to, follow = () => go(to)) => ({
    href: host.kind === 'sharepoint' ? host.linkTo(to) : toPath(to),
    onClick: (event) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      follow();
    },
  });
};
