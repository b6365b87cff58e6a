import type { Place } from '@ap/shared/contract/place';
import { PlaceLink } from '@ap/shared/ui/PlaceLink';
import { Notice } from '@ap/shared/ui/states/Notice';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({ apart: { marginBottom: tokens.spacingVerticalL } });

/**
 * Says that Teams gave a link that it had given before (teams-js#3031), instead of opening it: whoever followed another one must not take
 * the first request for it.
 */
export const RepeatedLink: React.FC<{ readonly to: Place }> = ({ to }) => {
  const name = to.at === 'call-off' ? `request ${to.ref}` : 'the place that was opened before';
  return (
    <div className={useStyles().apart}>
      <Notice title="Teams may have passed on an older link.">
        {' '}
        Open <PlaceLink to={to}>{name}</PlaceLink> if you meant that one. Otherwise look under{' '}
        <PlaceLink to={{ at: 'waiting' }}>Waiting for me</PlaceLink> or <PlaceLink to={{ at: 'my-requests' }}>My requests</PlaceLink>.
      </Notice>
    </div>
  );
};
