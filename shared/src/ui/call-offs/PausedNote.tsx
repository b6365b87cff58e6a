import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { PlaceLink } from '../PlaceLink.tsx';
import { Notice } from '../states/Notice.tsx';

/** A request whose provider takes no orders for now: nobody can approve it, and others are offered. */
export const PausedNote = ({ paused }: { paused: NonNullable<CallOffReply['providerPaused']> }): React.ReactElement => (
  <>
    <Notice intent="warning" title="This request cannot be approved for now.">
      {paused.sentence}
    </Notice>
    {/* Beside the notice, not in it: a link on a warning's ground is hard to read in the dark. */}
    <div>
      <PlaceLink to={{ at: 'directory', search: paused.search }}>Find other provision</PlaceLink>
    </div>
  </>
);
