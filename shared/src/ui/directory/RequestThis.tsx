import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ServiceReply } from '../../contract/service.ts';
import { nameOfElsewhere, useSurroundings } from '../HostAdapter.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { ShortlistButton } from '../shortlist/ShortlistButton.tsx';
import { Notice } from '../states/Notice.tsx';
import { useApi } from '../use-api.tsx';
import { whyNotRequest } from './why-not-request.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  // The colour of links cannot be read on a warning in the dark theme (4.44:1); the line under them stays.
  why: { width: '100%', '& a': { color: tokens.colorNeutralForeground1 } },
});

/** Begins a request. The button is never disabled: where a request cannot be made, the reason stands beside it and pressing it leads there. */
export const RequestThis: React.FC<{ readonly service: ServiceReply }> = ({ service }) => {
  const styles = useStyles();
  const { go, host } = useSurroundings();
  const me = useApi('getMe', {});
  const reason = React.useRef<HTMLDivElement>(null);
  const why = whyNotRequest(service, me.data);
  const press = (): void => {
    if (why) reason.current?.focus();
    else go({ at: 'request', draftId: crypto.randomUUID(), serviceRef: service.serviceRef });
  };
  return (
    <div className={styles.box}>
      <Button appearance="primary" size="large" onClick={press}>
        Request this service
      </Button>
      {host.elsewhere?.has({ at: 'shortlist' }) ? null : <ShortlistButton serviceRef={service.serviceRef} name={service.name} />}
      <PlaceLink to={{ at: 'enquiries', path: `ask/${service.serviceRef}` }}>Ask providers about this</PlaceLink>
      {host.mayDecide || why ? null : <div>You prepare the request here and send it from {nameOfElsewhere(host)}.</div>}
      {why ? (
        <div ref={reason} tabIndex={-1} className={styles.why}>
          <Notice intent="warning" title="You cannot request this service now">
            {' '}
            {why.sentence} {why.accessHelps ? <PlaceLink to={{ at: 'access' }}>Ask for access</PlaceLink> : null}
          </Notice>
        </div>
      ) : null}
    </div>
  );
};
