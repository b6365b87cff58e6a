import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { stateSentence } from '../../domain/state-sentence.ts';
import { useAnnounce } from '../Announcer.tsx';
import { nameOfElsewhere, useSurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { useApi } from '../use-api.tsx';
import { useElsewhereLink } from '../use-place-link.tsx';
import { AnswerPanel } from './AnswerPanel.tsx';
import { ApprovalSteps } from './ApprovalSteps.tsx';
import { AttentionNotes } from './AttentionNotes.tsx';
import { CallOffFacts } from './CallOffFacts.tsx';
import { CommissionerActs } from './CommissionerActs.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { DeliveryNotes } from './DeliveryNotes.tsx';
import { History } from './History.tsx';
import { RequesterActs } from './RequesterActs.tsx';
import { SentPanel } from './SentPanel.tsx';
import { useAct } from './use-act.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '800px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  state: { fontWeight: tokens.fontWeightSemibold },
});

/** One request: what it is, where it stands, and what this person may do about it. */
export const CallOffPage = ({ callOffRef, sent = false }: { callOffRef: string; sent?: boolean }): React.ReactElement => {
  const found = useApi('getCallOff', { params: { ref: callOffRef } });
  const decides = found.data?.may.includes('decide') ?? false;
  return (
    <div className={useStyles().page}>
      <div>
        <PlaceLink to={decides ? { at: 'waiting' } : { at: 'my-requests' }}>
          {decides ? 'Back to all that waits for me' : 'Back to my requests'}
        </PlaceLink>
      </div>
      <Loaded
        reads={[found] as const}
        page={`Request ${callOffRef}`}
        what="the request"
        failed={`Request ${callOffRef} could not be loaded`}
      >
        {/* A request that a link opens while another is on screen starts afresh: nothing typed for one reaches the other. */}
        {(callOff) => (
          <CallOffView key={callOffRef} callOff={callOff} sent={sent} keep={(reply) => void found.mutate(reply, { revalidate: false })} />
        )}
      </Loaded>
    </div>
  );
};

interface ViewProps {
  readonly callOff: CallOffReply;
  readonly sent: boolean;
  readonly keep: (reply: CallOffReply) => void;
}

const CallOffView = ({ callOff, sent, keep }: ViewProps): React.ReactElement => {
  const { host } = useSurroundings();
  const styles = useStyles();
  const announce = useAnnounce();
  const [notice, setNotice] = React.useState<string>();
  const state = React.useRef<HTMLDivElement>(null);
  const acting = useAct((reply, changed) => {
    if (reply) keep(reply);
    setNotice(changed);
    announce(changed ?? (reply ? stateSentence(reply) : ''));
    // The panel that was used goes away with its button: the focus goes where the new state stands.
    state.current?.focus();
  });
  const { may } = callOff;
  return (
    <>
      <PageHeading
        title={`Request ${callOff.ref}`}
      >{`Request ${callOff.ref}: ${callOff.serviceName} for ${callOff.buyerName}`}</PageHeading>
      {notice === undefined ? null : (
        <Notice intent="warning" title="Nothing was changed by you">
          {notice} This page shows the request as it stands now.
        </Notice>
      )}
      {sent ? <SentPanel callOff={callOff} /> : null}
      <div ref={state} tabIndex={-1} className={styles.state}>
        {stateSentence(callOff)}
      </div>
      {callOff.order?.declineReason === undefined ? null : <Text block>The provider's reason: {callOff.order.declineReason}</Text>}
      <AttentionNotes attention={callOff.attention} />
      {host.mayDecide ? <CommissionerActs callOff={callOff} {...acting} /> : null}
      <DeliveryNotes delivery={callOff.delivery} />
      <CallOffFacts callOff={callOff} />
      <ApprovalSteps steps={callOff.steps} />
      {may.includes('decide') && host.mayDecide ? <DecisionPanel callOff={callOff} {...acting} /> : null}
      {may.includes('answer') && host.mayDecide ? <AnswerPanel callOff={callOff} {...acting} /> : null}
      {host.mayDecide ? <RequesterActs callOff={callOff} {...acting} /> : <Elsewhere />}
      <History history={callOff.history} />
    </>
  );
};

/** Where the host's client only reads. */
const Elsewhere = (): React.ReactElement => {
  const { host, place } = useSurroundings();
  return (
    <Text block>
      You can only read the request here.{' '}
      <Link inline {...useElsewhereLink()(place)}>
        Open it in {nameOfElsewhere(host)} to act on it (opens in a new tab)
      </Link>
    </Text>
  );
};
