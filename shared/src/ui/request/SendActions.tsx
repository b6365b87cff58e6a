import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { Place } from '../../contract/place.ts';
import { nameOfElsewhere, useSurroundings } from '../HostAdapter.tsx';
import { useElsewhereLink } from '../use-place-link.tsx';
import type { DraftState } from './use-draft.tsx';

interface Props {
  /** This page: the address of the host may be one behind while it follows. */
  readonly here: Place;
  readonly changing: boolean;
  readonly sending: boolean;
  readonly draft: DraftState;
}

/**
 * What ends the form: Send, or the way on to where it is sent when the host's client may only draft (every script of the tenant shares its
 * permission). The link appears once the server has the answers: what opens there is what is shown here.
 */
export const SendActions = ({ here, changing, sending, draft }: Props): React.ReactElement => {
  const { host } = useSurroundings();
  const elsewhere = useElsewhereLink();
  if (host.mayDecide)
    return (
      <>
        <Button appearance="primary" type="submit">
          {changing ? 'Send changed request' : 'Send request'}
        </Button>
        {sending ? <Text role="status">Sending the request</Text> : null}
      </>
    );
  const name = nameOfElsewhere(host);
  return (
    <>
      <Text block>
        You cannot send the request from here: {name} is where it is sent. Your draft is kept, and opens there at this page.
      </Text>
      {draft.saved ? (
        <Button appearance="primary" as="a" {...elsewhere(here)}>
          Go on in {name} (opens in a new tab)
        </Button>
      ) : (
        <Text role="status">
          {draft.fault === undefined ? 'Saving your draft' : `Save your answers first. Then you can go on in ${name}.`}
        </Text>
      )}
    </>
  );
};
