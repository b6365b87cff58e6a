import * as React from 'react';
import { PlaceLink } from '../PlaceLink.tsx';

interface Props {
  /** `service/` or `request/` with its reference: see concern-place.ts, which this does not load. */
  readonly about: `${'service' | 'request'}/${string}`;
}

/** The way to report a concern about a provider. What cannot wait stands beside it, so that it is read without any network. */
export const ReportConcern: React.FC<Props> = ({ about }) => (
  <p>
    <PlaceLink to={{ at: 'concerns', path: about }}>Report a concern about this provider</PlaceLink>. If a child is in danger now, ring 999.
  </p>
);
