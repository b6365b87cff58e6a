import { Link } from '@fluentui/react-link';
import * as React from 'react';
import type { Place } from '../contract/place.ts';
import { useElsewhereWords, usePlaceLink } from './use-place-link.tsx';

interface PlaceLinkProps {
  readonly to: Place;
  readonly children: React.ReactNode;
  readonly inline?: boolean;
}

/** A link to another screen, which says so when it leaves this host. */
export const PlaceLink: React.FC<PlaceLinkProps> = ({ to, children, inline = true }) => (
  <Link inline={inline} {...usePlaceLink()(to)}>
    {children}
    {useElsewhereWords()(to)}
  </Link>
);
