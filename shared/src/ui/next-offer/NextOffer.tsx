import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import type { NextProvidersReply } from '../../contract/next-offers.ts';
import { nextOffersApi } from '../../contract/next-offers-api.ts';
import { useAnnounce } from '../Announcer.tsx';
import { useAct } from '../call-offs/use-act.tsx';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { Loaded } from '../states/Loaded.tsx';
import type { ReadName } from '../use-api.tsx';
import { AskedList } from './AskedList.tsx';
import { OfferForm } from './OfferForm.tsx';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
});

const useClient = (): ClientOf<typeof nextOffersApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no orders.');
  return React.useMemo(() => clientOf(nextOffersApi, service), [service]);
};

interface Props {
  readonly callOff: Pick<CallOffReply, 'ref' | 'version'>;
}

/** A request that its provider did not take, on its page: who was asked, and to whom it can be offered next. */
export const NextOffer = ({ callOff: { ref, version } }: Props): React.ReactElement => {
  const client = useClient();
  const read = useSWR<NextProvidersReply, unknown>(['listNextProviders', ref, version], () =>
    client.listNextProviders({ params: { ref } }),
  );
  return (
    <section aria-label="The next provider" className={useStyles().part}>
      <Heading level={2}>The next provider</Heading>
      <Loaded reads={[read] as const} what="the providers" failed="The providers could not be loaded">
        {(found) => <NextView callOffRef={ref} found={found} readAgain={() => void read.mutate()} />}
      </Loaded>
    </section>
  );
};

/** The page around shows the request, which a step to the next provider changes. */
const stale: readonly ReadName[] = ['getCallOff', 'listCallOffs'];

interface ViewProps {
  readonly callOffRef: string;
  readonly found: NextProvidersReply;
  readonly readAgain: () => void;
}

const NextView = ({ callOffRef, found, readAgain }: ViewProps): React.ReactElement => {
  const client = useClient();
  const announce = useAnnounce();
  const { busy, act } = useAct<{ readonly providerName: string; readonly status: CallOffReply['status'] }>((reply, changed) => {
    readAgain();
    announce(
      changed ??
        (reply === undefined
          ? ''
          : `${reply.status === 'ordered' ? 'Offered to' : 'Sent for approval, to be offered to'} ${reply.providerName}`),
    );
  }, stale);
  const { asked, next, may } = found;
  return (
    <>
      <AskedList asked={asked} />
      {next.length === 0 ? (
        <Text>
          No other provider of the lot meets the same need on these days. Make a new request for another kind of service, or ring the
          commissioning team.
        </Text>
      ) : null}
      {may ? (
        <OfferForm
          next={next}
          busy={busy}
          give={(body, onRefused) => act(body, (key) => client.offerToNext({ params: { ref: callOffRef }, body, key }), onRefused)}
        />
      ) : null}
    </>
  );
};
