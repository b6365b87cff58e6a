import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import type { OrderReply } from '../../contract/orders.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Facts } from '../call-offs/Facts.tsx';
import { useAct } from '../call-offs/use-act.tsx';
import { DisclosureSection } from '../Disclosure.tsx';
import { Heading } from '../Heading.tsx';
import { later } from '../later.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { Notice } from '../states/Notice.tsx';
import type { ReadName } from '../use-api.tsx';
import type { Giving } from './ActForm.tsx';
import { Acts } from './Acts.tsx';
import type { ActProps } from './act-props.ts';
import { BeforeStart } from './BeforeStart.tsx';
import { HowItEnded } from './HowItEnded.tsx';
import { orderStands } from './order-stands.ts';
import { planFacts } from './plan-facts.ts';
import { useOrder, useOrdersClient } from './use-order.tsx';
import { type ChangeDecision, WaitingChange } from './WaitingChange.tsx';

const useStyles = makeStyles({
  order: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  stands: { margin: 0 },
});

/** Sessions and their codes: asked for by whoever opens them. */
const Attendance = later(async () => (await import('../attendance/Attendance.tsx')).Attendance, <LoadingRows what="the sessions" />);
/** Of which changes of place and staff the school was told: asked for where it was, or the place is known. */
const SettingChanges = later(async () => (await import('./SettingChanges.tsx')).SettingChanges, <LoadingRows what="place and staff" />);
/** Reviews of a placement: asked for by whoever opens them. */
const Reviews = later(async () => (await import('../reviews/Reviews.tsx')).Reviews, <LoadingRows what="the reviews" />);

/** In these states pupils are taught, or were. */
const taught: readonly OrderReply['state'][] = ['active', 'paused', 'notice-given', 'ended', 'completed'];

/** An order that its provider has accepted, on the page of its request: how it stands, what is planned, and what this person can do with it. */
export const LeadOrder = ({ callOff }: { readonly callOff: Pick<CallOffReply, 'ref' | 'version' | 'orderNumber'> }): React.ReactElement => {
  const read = useOrder(callOff.ref, callOff.version);
  const { mutate } = read;
  return (
    <section aria-label="The order" className={useStyles().order}>
      <Heading level={2}>{`Order ${callOff.orderNumber ?? ''}`}</Heading>
      <Loaded reads={[read] as const} what="the order" failed="The order could not be loaded">
        {(order) => <OrderView order={order} keep={(reply) => void mutate(reply, { revalidate: false })} readAgain={() => void mutate()} />}
      </Loaded>
    </section>
  );
};

/** The page around shows the request itself, which an act changes as well. */
const stale: readonly ReadName[] = ['getCallOff', 'listCallOffs'];

interface ViewProps {
  readonly order: OrderReply;
  readonly keep: (reply: OrderReply) => void;
  readonly readAgain: () => void;
}

const OrderView = ({ order, keep, readAgain }: ViewProps): React.ReactElement => {
  const styles = useStyles();
  const client = useOrdersClient();
  const announce = useAnnounce();
  const [open, setOpen] = React.useState<string>();
  const [shown, setShown] = React.useState(false);
  const [reviewed, setReviewed] = React.useState(false);
  const [notice, setNotice] = React.useState<string>();
  const standing = React.useRef<HTMLParagraphElement>(null);
  const changedBox = React.useRef<HTMLDivElement>(null);
  const awaited = React.useRef<number>();
  const { busy, act } = useAct<OrderReply>((reply, changed) => {
    if (reply) {
      awaited.current = reply.version;
      keep(reply);
      setOpen(undefined);
    } else readAgain();
    setNotice(changed);
    announce(changed ?? (reply ? orderStands(reply) : ''));
  }, stale);
  // The form that was used goes away: the focus goes to the line that says how the order stands now, once that line is drawn.
  React.useEffect(() => {
    if (awaited.current === undefined || order.version < awaited.current) return;
    awaited.current = undefined;
    standing.current?.focus();
  });
  React.useEffect(() => {
    if (notice !== undefined) changedBox.current?.focus();
  }, [notice]);
  const { ref } = order;
  const given: ActProps = {
    order,
    busy,
    give: (body, onRefused) => act(body, (key) => client.commandOrder({ params: { ref }, body, key }), onRefused),
  };
  const deciding: Giving<ChangeDecision> = {
    busy,
    give: (body, onRefused) => act(body, (key) => client.decideOrderChange({ params: { ref }, body, key }), onRefused),
  };
  const oneOpen = { open, toggle: (which: string) => setOpen(which === open ? undefined : which) };
  return (
    <>
      {notice === undefined ? null : (
        <div ref={changedBox} tabIndex={-1}>
          <Notice intent="warning" title="Nothing was changed">
            {notice} This page shows the order as it stands now.
          </Notice>
        </div>
      )}
      <p ref={standing} tabIndex={-1} className={styles.stands}>
        <Text weight="semibold">{orderStands(order)}</Text>
      </p>
      {order.change ? (
        <WaitingChange key={`${order.change.number}/${order.change.step}`} order={order} change={order.change} {...deciding} />
      ) : null}
      {order.end ? <HowItEnded end={order.end} /> : null}
      {order.state === 'accepted' ? <BeforeStart {...given} {...oneOpen} /> : null}
      {order.place !== undefined || order.settingChanges.length > 0 ? <SettingChanges {...given} {...oneOpen} /> : null}
      <Acts {...given} {...oneOpen} />
      {taught.includes(order.state) ? (
        <DisclosureSection title="Attendance" open={shown} onToggle={() => setShown(!shown)}>
          <Attendance callOffRef={ref} />
        </DisclosureSection>
      ) : null}
      {taught.includes(order.state) ? (
        <DisclosureSection title="Reviews" open={reviewed} onToggle={() => setReviewed(!reviewed)}>
          <Reviews callOffRef={ref} />
        </DisclosureSection>
      ) : null}
      <div>
        <PlaceLink to={{ at: 'invoices', path: `document/${ref}` }}>The order on paper</PlaceLink>
      </div>
      {taught.includes(order.state) ? (
        <div>
          <PlaceLink to={{ at: 'invoices', path: `order/${ref}` }}>Charges and invoices</PlaceLink>
        </div>
      ) : null}
      <div>
        <Heading level={3}>{planHeading(order)}</Heading>
        <Facts facts={planFacts(order)} />
      </div>
    </>
  );
};

const planHeading = ({ state }: OrderReply): string =>
  state === 'ended' || state === 'completed'
    ? 'What was planned to the last day'
    : state === 'cancelled'
      ? 'What was planned'
      : 'What is planned now';
