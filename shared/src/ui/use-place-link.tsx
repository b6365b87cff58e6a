import type * as React from 'react';
import { type Place, toPath } from '../contract/place.ts';
import { useSteadySurroundings } from './HostAdapter.tsx';

interface LinkProps {
  readonly href: string;
  readonly onClick: (event: React.MouseEvent) => void;
  readonly onPointerEnter?: () => void;
  readonly onFocus?: () => void;
  readonly target?: '_blank';
  readonly rel?: 'noreferrer';
}

const isPlain = (event: React.MouseEvent): boolean =>
  !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/**
 * The props of a link to a place: a real address to copy or to open in a new window, and on a plain click no page load but `follow`,
 * which goes there unless told otherwise. A place that this host leaves to another opens there.
 */
export const usePlaceLink = (): ((to: Place, follow?: () => void) => LinkProps) => {
  const { host, go, prepare } = useSteadySurroundings();
  const elsewhere = useElsewhereLink();
  return (to, follow = () => go(to)) =>
    host.elsewhere?.has(to)
      ? elsewhere(to)
      : {
          href: host.kind === 'sharepoint' ? host.linkTo(to) : toPath(to),
          onClick: (event) => {
            if (!isPlain(event)) return;
            event.preventDefault();
            follow();
          },
          ...(prepare ? { onPointerEnter: () => prepare(to), onFocus: () => prepare(to) } : {}),
        };
};

/** The props of a link that leaves this host for a place. On a plain click the host opens it: Teams opens its own links itself. */
export const useElsewhereLink = (): ((to: Place) => LinkProps) => {
  const { host } = useSteadySurroundings();
  return (to) => {
    const href = host.linkTo(to);
    return {
      href,
      target: '_blank',
      rel: 'noreferrer',
      onClick: (event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        host.openExternal(href);
      },
    };
  };
};

/** ' (opens in Teams)' after a link to a place that this host leaves to another; '' for its own places. */
export const useElsewhereWords = (): ((to: Place) => string) => {
  const { host } = useSteadySurroundings();
  return (to) => (host.elsewhere?.has(to) ? ` (opens in ${host.elsewhere.name})` : '');
};
