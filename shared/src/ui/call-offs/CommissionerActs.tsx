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
import type { Act } from './use-act.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

/** What a commissioner may do about a request that needs attention: send an order that was held, or say that people have been told. */
export const CommissionerActs = ({ callOff, act, busy }: { callOff: CallOffReply } & Act): React.ReactElement | null => {
  const { api } = useSurroundings();
  const styles = useStyles();
  const opener = useOpener();
  const [asking, setAsking] = React.useState(false);
  const [fault, setFault] = React.useState<string>();
  const { ref, may } = callOff;
  const refused = (error: unknown): void => setFault(sentenceOf(error));
  const send = (): void => {
    setAsking(false);
    act('send-order', (key) => api.sendHeldOrder({ params: { ref }, key }), refused);
  };
  const settle = (): void => act('settle-messages', (key) => api.settleMessages({ params: { ref }, key }), refused);
  if (!may.includes('send-order') && !may.includes('settle-messages')) return null;
  return (
    <>
      {fault === undefined ? null : (
        <Notice intent="error" title="Nothing was changed">
          {fault}
        </Notice>
      )}
      <div className={styles.acts}>
        {may.includes('send-order') ? (
          <Button ref={opener} appearance="primary" onClick={() => setAsking(true)}>
            Send the order
          </Button>
        ) : null}
        {may.includes('settle-messages') ? <Button onClick={settle}>I have told everybody</Button> : null}
        {busy ? <Text role="status">Sending</Text> : null}
      </div>
      <ConfirmDialog
        open={asking}
        title={`Send order ${callOff.orderNumber ?? ''} to ${callOff.providerName}?`}
        confirmLabel="Send the order"
        cancelLabel="Go back"
        onConfirm={send}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        The provider is checked again. The order leaves only when nothing holds it any more.
      </ConfirmDialog>
    </>
  );
};
