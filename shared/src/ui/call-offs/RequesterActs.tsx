import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { Notice } from '../states/Notice.tsx';
import { useOpener } from '../use-opener.tsx';
import { Reminder } from './Reminder.tsx';
import type { Act } from './use-act.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

/** What the requester may do: have the approvers reminded, change a request that was sent back and send it again, or withdraw it. */
export const RequesterActs = ({ callOff, act, busy }: { callOff: CallOffReply } & Act): React.ReactElement => {
  const { api, go } = useSurroundings();
  const styles = useStyles();
  const opener = useOpener();
  const [asking, setAsking] = React.useState(false);
  const [fault, setFault] = React.useState<string>();
  const change = (): void => go({ at: 'request', draftId: crypto.randomUUID(), serviceRef: callOff.serviceRef, callOffRef: callOff.ref });
  const withdraw = (): void => {
    setAsking(false);
    act(
      'withdraw',
      (key) => api.withdrawCallOff({ params: { ref: callOff.ref }, key }),
      (error) => setFault(sentenceOf(error)),
    );
  };
  return (
    <>
      {fault === undefined ? null : (
        <Notice intent="error" title="The request was not withdrawn">
          {fault}
        </Notice>
      )}
      {callOff.remindFrom === undefined ? null : (
        <Reminder callOff={{ ...callOff, remindFrom: callOff.remindFrom }} act={act} busy={busy} />
      )}
      <div className={styles.acts}>
        {callOff.may.includes('change') ? (
          <Button appearance="primary" onClick={change}>
            Change and send again
          </Button>
        ) : null}
        {callOff.may.includes('withdraw') ? (
          <Button ref={opener} onClick={() => setAsking(true)}>
            Withdraw request
          </Button>
        ) : null}
        {busy ? <Text role="status">Sending</Text> : null}
      </div>
      <ConfirmDialog
        open={asking}
        title={`Withdraw request ${callOff.ref}?`}
        confirmLabel="Withdraw request"
        cancelLabel="Keep request"
        onConfirm={withdraw}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        Nobody can approve it any more, and it cannot be brought back. You can make a new request for the same service.
      </ConfirmDialog>
    </>
  );
};
