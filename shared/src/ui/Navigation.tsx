import { Link } from '@fluentui/react-link';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../contract/endpoint.ts';
import type { getMe } from '../contract/me.ts';
import type { Place } from '../contract/place.ts';
import { councilRoles } from '../domain/people/membership.ts';
import { useSurroundings } from './HostAdapter.tsx';
import { pageInset } from './page-inset.tsx';
import { useApi } from './use-api.tsx';
import { useElsewhereWords, usePlaceLink } from './use-place-link.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalXL}`,
    margin: 0,
    padding: `0 ${pageInset}`,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'inline-block',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: '3px solid transparent',
    // Forced colours would paint the transparent line, and every room would look like the current one.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    color: tokens.colorNeutralForeground1,
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

export type Room = 'directory' | 'shortlist' | 'my-requests' | 'waiting' | 'access' | 'placements' | 'commissioning';

/** The room that a screen belongs to: a request and a call-off are found under 'My requests'. The statement at the foot belongs to none. */
const roomOf = (place: Place): Room | undefined => {
  if (place.at === 'service' || place.at === 'start') return 'directory';
  if (place.at === 'accessibility') return undefined;
  switch (place.at) {
    case 'request':
    case 'call-off':
    case 'concerns':
    case 'enquiries':
    case 'notices':
    case 'invoices':
    case 'block-purchases':
      return 'my-requests';
    default:
      return place.at;
  }
};

const isOfCouncil = (role: string): boolean => councilRoles.some((known) => known === role);

/**
 * Two rooms are not everybody's. Whoever commissions, scores applications or approves awards has an area of their own; whoever works for a buyer follows
 * its placements, and a commissioner those of all.
 */
const mayOpen = (room: Room, me: ReplyOf<typeof getMe> | undefined): boolean => {
  if (room !== 'commissioning' && room !== 'placements') return true;
  const ofCouncil = room === 'commissioning';
  return !!me && (me.commissioner || me.memberships.some(({ roles }) => roles.some((role) => isOfCouncil(role) === ofCouncil)));
};

interface NavigationProps {
  /** The rooms to offer; default: all of the person. */
  readonly only?: readonly Room[];
  /** The search that the directory opens with; default: none. */
  readonly search?: string;
}

/** The places of the product, in words. It wraps on a phone; it does not imitate the host's own rail. */
export const Navigation: React.FC<NavigationProps> = ({ only, search = '' }) => {
  const styles = useStyles();
  const { place } = useSurroundings();
  const linkTo = usePlaceLink();
  const elsewhere = useElsewhereWords();
  const offers = (room: Room): boolean => only?.includes(room) ?? true;
  const waiting = useApi('listCallOffs', offers('waiting') ? { query: { scope: 'waiting' } } : undefined);
  const me = useApi('getMe', offers('commissioning') ? {} : undefined);
  const count = waiting.data?.callOffs.length ?? 0;
  const rooms: readonly (readonly [Place & { at: Room }, string])[] = [
    [{ at: 'directory', search }, 'Directory'],
    [{ at: 'shortlist' }, 'Shortlist'],
    [{ at: 'my-requests' }, 'My requests'],
    [{ at: 'waiting' }, count > 0 ? `Waiting for me (${count})` : 'Waiting for me'],
    [{ at: 'placements', path: '' }, 'Placements'],
    [{ at: 'access' }, 'Access'],
    [{ at: 'commissioning', path: '' }, 'Commissioning'],
  ];
  const offered = rooms.filter(([{ at }]) => offers(at) && mayOpen(at, me.data));
  return (
    <nav aria-label="Main">
      <ul className={styles.list}>
        {offered.map(([to, label]) => {
          const current = roomOf(place) === to.at;
          return (
            <li key={to.at}>
              <Link
                {...linkTo(to)}
                className={mergeClasses(styles.link, current && styles.current)}
                {...(current
                  ? { 'aria-current': place.at === to.at && !('path' in place && place.path) ? ('page' as const) : ('true' as const) }
                  : {})}
              >
                {label}
                {elsewhere(to)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
