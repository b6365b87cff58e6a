import { Button, Text } from '@fluentui/react-components';
import * as React from 'react';
import { useSurroundings } from '../HostAdapter.tsx';
import type { DraftState } from './use-draft.tsx';

interface Props {
  readonly changing: boolean;
  readonly sending: boolean;
  readonly draft: DraftState;
}

/** What ends the form: Send, or the way on to Teams where the host's client may only draft (every script of the tenant shares its permission). */
export const SendActions = ({ changing, sending, draft }: Props): React.ReactElement => {
  const { host, place } = useSurroundings();
  if (host.mayDecide)
    return (
      <>
        <Button appearance="primary" type="submit">
          {changing ? 'Send changed request' : 'Send request'}
        </Button>
        {sending ? <Text role="status">Sending the request</Text> : null}
      </>
    );
  return (
    <>
      <Text block>Requests are sent from Teams. Your draft is kept and opens there at this page.</Text>
      <Button appearance="primary" as="a" href={host.linkTo(place)} target="_blank" rel="noreferrer" onClick={() => void draft.saveNow()}>
        Save draft and go on in Teams (opens in a new tab)
      </Button>
    </>
  );
};
