import * as React from 'react';
import type { Place } from '../../contract/place.ts';
import { PlaceLink } from '../PlaceLink.tsx';

const room = { display: 'inline-block', minWidth: '5.5rem' } as const;

/** The number of an order in a table, with room for it in one line; a longer one takes more lines instead of widening the page. */
export const OrderNumberLink: React.FC<{ readonly to: Place; readonly number: string }> = ({ to, number }) => (
  <span style={room}>
    <PlaceLink to={to}>{number}</PlaceLink>
  </span>
);
