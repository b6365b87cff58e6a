import { Link } from '@fluentui/react-link';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { stateSentence } from '../../domain/call-off/state-sentence.ts';
import { useAnnounce } from '../Announcer.tsx';
import { ReportConcern } from '../concerns/ReportConcern.tsx';
import { nameOfElsewhere, useSurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { Notice } from '../states/Notice.tsx';
import { useApi } from '../use-api.tsx';
import { useElsewhereLink } from '../use-place-link.tsx';
import { AnswerPanel } from './AnswerPanel.tsx';
import { CallOffFacts } from './CallOffFacts.tsx';
import { CommissionerActs } from './CommissionerActs.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { PausedNote } from './PausedNote.tsx';
import { RequesterActs } from './RequesterActs.tsx';
import { SentPanel } from './SentPanel.tsx';
import { Timeline } from './Timeline.tsx';
import { useAct } from './use-act.tsx';

const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 } as const;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  // Beside each other where there is room for both, else the request below its progress: the width decides.
  columns: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`, minWidth: 0 },
  progress: { ...column, flex: '1 1 18rem', maxWidth: '640px' },
  request: { ...column, flex: '2 1 26rem', maxWidth: '800px' },
});

/** How an order is led: asked for by whoever opens a request whose provider has accepted. */
const LeadOrder = later(async () => (await import('../orders/LeadOrder.tsx')).LeadOrder, <LoadingRows what="the order" />);

/** What becomes of a placement whose provider is paused: asked for by whoever opens such a request. */
const HoldPanel = later(async () => (await import('./HoldPanel.tsx')).HoldPanel, <LoadingRows what="what is to be decided" />);

/** To whom it is offered next: asked for by whoever opens a request that its provider did not take. */
const NextOffer = later(async () => (await import('../next-offer/NextOffer.tsx')).NextOffer, <LoadingRows what="the providers" />);

const withoutALife: readonly CallOffReply['orderState'][] = [undefined, 'awaiting-provider', 'declined', 'unfilled'];

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
  const { host, service } = useSurroundings();
  const styles = useStyles();
  const announce = useAnnounce();
  const [notice, setNotice] = React.useState<string>();
  const standing = React.useRef<HTMLLIElement>(null);
  const changedBox = React.useRef<HTMLDivElement>(null);
  const awaited = React.useRef<number>();
  const acting = useAct((reply, changed) => {
    if (reply) {
      awaited.current = reply.version;
      keep(reply);
    }
    setNotice(changed);
    announce(changed ?? (reply ? stateSentence(reply) : ''));
  });
  // The button that was used may go away: the focus goes to the line that says how the request stands now, once that line is drawn.
  React.useEffect(() => {
    if (awaited.current === undefined || callOff.version < awaited.current) return;
    awaited.current = undefined;
    standing.current?.focus();
  });
  React.useEffect(() => {
    if (notice !== undefined) changedBox.current?.focus();
  }, [notice]);
  const { may } = callOff;
  return (
    <>
      <PageHeading
        title={`Request ${callOff.ref}`}
      >{`Request ${callOff.ref}: ${callOff.serviceName} for ${callOff.buyerName}`}</PageHeading>
      {notice === undefined ? null : (
        <div ref={changedBox} tabIndex={-1}>
          <Notice intent="warning" title="Nothing was changed">
            {notice} This page shows the request as it stands now.
          </Notice>
        </div>
      )}
      {sent ? <SentPanel callOff={callOff} /> : null}
      <div className={styles.columns}>
        <div className={styles.progress}>
          <Timeline callOff={callOff} ref={standing} />
          {host.mayDecide ? (
            <>
              <CommissionerActs callOff={callOff} {...acting} />
              <RequesterActs callOff={callOff} {...acting} />
            </>
          ) : (
            <Elsewhere />
          )}
        </div>
        <div className={styles.request}>
          {callOff.providerPaused ? <PausedNote paused={callOff.providerPaused} /> : null}
          {callOff.hold ? <HoldPanel callOff={callOff} hold={callOff.hold} {...acting} /> : null}
          {service && !withoutALife.includes(callOff.orderState) ? <LeadOrder callOff={callOff} /> : null}
          {service && (callOff.orderState === 'declined' || callOff.orderState === 'unfilled') ? <NextOffer callOff={callOff} /> : null}
          <CallOffFacts callOff={callOff} />
          <ReportConcern about={`request/${callOff.ref}`} />
          {may.includes('decide') && host.mayDecide ? <DecisionPanel callOff={callOff} {...acting} /> : null}
          {may.includes('answer') && host.mayDecide ? <AnswerPanel callOff={callOff} {...acting} /> : null}
        </div>
      </div>
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
