import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { formatClock } from '../../domain/days/local-date.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { answersOfRequest, draftOfAnswers } from '../request/answers.ts';
import { Notice } from '../states/Notice.tsx';
import { Reminder } from './Reminder.tsx';
import type { Act } from './use-act.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM } });

/**
 * What the requester may do, one button each, in this order: have the approvers reminded, change a request that was sent back, withdraw it, undo that, start again. Withdrawing
 * asks nothing first, because it can be undone.
 */
export const RequesterActs = ({ callOff, act, busy }: { callOff: CallOffReply } & Act): React.ReactElement | null => {
  const { api, go } = useSurroundings();
  const styles = useStyles();
  const [fault, setFault] = React.useState<string>();
  const { ref, may, serviceRef, undoUntil } = callOff;
  const refused = (error: unknown): void => setFault(sentenceOf(error));
  const change = (): void => go({ at: 'request', draftId: crypto.randomUUID(), serviceRef, callOffRef: ref });
  const withdraw = (): void => act('withdraw', (key) => api.withdrawCallOff({ params: { ref }, key }), refused);
  const undo = (): void => act('undo-withdrawal', (key) => api.undoWithdrawal({ params: { ref }, key }), refused);
  const startAgain = useStartAgain(callOff, refused);
  const acts = [
    may.includes('change') ? (
      <Button key="change" appearance="primary" onClick={change}>
        Change and send again
      </Button>
    ) : null,
    may.includes('withdraw') ? (
      <Button key="withdraw" onClick={withdraw}>
        Withdraw request
      </Button>
    ) : null,
    may.includes('undo-withdrawal') ? (
      <Button key="undo" onClick={undo}>
        Undo withdrawal
      </Button>
    ) : null,
    startAgain ? (
      <Button key="start" onClick={startAgain}>
        Start again from this request
      </Button>
    ) : null,
  ].filter((button) => button !== null);
  if (acts.length === 0 && callOff.remindFrom === undefined && fault === undefined) return null;
  return (
    <>
      {fault === undefined ? null : (
        <Notice intent="error" title="Nothing was changed">
          {fault}
        </Notice>
      )}
      {callOff.remindFrom === undefined ? null : (
        <Reminder callOff={{ ...callOff, remindFrom: callOff.remindFrom }} act={act} busy={busy} />
      )}
      {undoUntil === undefined ? null : <Text block>You can undo the withdrawal until {formatClock(undoUntil)}.</Text>}
      <div className={styles.acts}>
        {acts}
        {busy ? <Text role="status">Sending</Text> : null}
      </div>
    </>
  );
};

/** Makes a draft with the same answers and opens it; undefined while the request is open, and for all but its requester. */
const useStartAgain = ({ request, status, orderState }: CallOffReply, refused: (error: unknown) => void): (() => void) | undefined => {
  const { api, go } = useSurroundings();
  // One draft, however often it is pressed.
  const [draftId] = React.useState(() => crypto.randomUUID());
  const ended = status === 'withdrawn' || status === 'rejected' || orderState === 'declined';
  if (!request || !ended) return undefined;
  const { serviceRef, buyerRef } = request;
  return () =>
    void api
      .saveDraft({ params: { draftId }, body: { serviceRef, buyerRef, answers: draftOfAnswers(answersOfRequest(request)) } })
      .then(() => go({ at: 'request', draftId, serviceRef }), refused);
};
