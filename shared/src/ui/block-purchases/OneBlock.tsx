import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { blockPlace } from '../../contract/block-place.ts';
import type { BlockReply } from '../../contract/block-purchases.ts';
import { useAnnounce } from '../Announcer.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { BlockActs } from './BlockActs.tsx';
import { blockStands, nameIn } from './block-words.ts';
import { DecidePledge } from './DecidePledge.tsx';
import { Gathering } from './Gathering.tsx';
import { HowPriced } from './HowPriced.tsx';
import { Members } from './Members.tsx';
import { OwnShare } from './OwnShare.tsx';
import { Statement } from './Statement.tsx';
import { useBlockAct } from './use-block-act.tsx';
import { useBlockStyles } from './use-block-styles.tsx';
import { type BlockActProps, useBlock, useBlocksClient } from './use-blocks.tsx';
import { WhoIsInterested } from './WhoIsInterested.tsx';

interface Props {
  readonly blockRef: string;
  readonly buyerRef: string | undefined;
}

/** One block purchase: how it stands, what was stated, and what this person can do with it. */
export const OneBlock: React.FC<Props> = ({ blockRef, buyerRef }) => {
  const read = useBlock(blockRef, buyerRef);
  const { mutate } = read;
  const keep = (reply: BlockReply): void => void mutate(reply, { revalidate: false });
  return (
    <>
      <div>
        <PlaceLink to={blockPlace({ at: 'all' })}>All block purchases</PlaceLink>
      </div>
      <Loaded reads={[read] as const} page="Block purchase" what="the block purchase" failed="The block purchase could not be loaded">
        {(reply) => <BlockView reply={reply} keep={keep} readAgain={() => void mutate()} />}
      </Loaded>
    </>
  );
};

interface ViewProps {
  readonly reply: BlockReply;
  readonly keep: (reply: BlockReply) => void;
  readonly readAgain: () => void;
}

const BlockView: React.FC<ViewProps> = ({ reply, keep, readAgain }) => {
  const styles = useBlockStyles();
  const client = useBlocksClient();
  const announce = useAnnounce();
  const [notice, setNotice] = React.useState<string>();
  // What was typed into a form goes when its act is done, and stays when others have changed the purchase meanwhile.
  const [acted, setActed] = React.useState(0);
  const standing = React.useRef<HTMLParagraphElement>(null);
  const changedBox = React.useRef<HTMLDivElement>(null);
  const { purchase, serviceName, providerName } = reply;
  const { ref } = purchase;
  const { busy, act } = useBlockAct((now, changed) => {
    if (now) {
      keep(now);
      setActed((before) => before + 1);
      standing.current?.focus();
    } else readAgain();
    setNotice(changed);
    announce(changed ?? (now ? `Done. ${blockStands(now)}` : ''));
  });
  React.useEffect(() => {
    if (notice !== undefined) changedBox.current?.focus();
  }, [notice]);
  const given: BlockActProps = {
    reply,
    busy,
    give: (body, onRefused) => act(body, (key) => client.commandBlock({ params: { ref }, body, key }), onRefused),
  };
  return (
    <>
      <div>
        <PageHeading>{`Block purchase ${ref}`}</PageHeading>
        <p className={styles.lead}>{`${serviceName} by ${providerName}`}</p>
      </div>
      {notice === undefined ? null : (
        <div ref={changedBox} tabIndex={-1}>
          <Notice intent="warning" title="Nothing was changed by you">
            {notice} This page shows the purchase as it stands now.
          </Notice>
        </div>
      )}
      <div>
        <p ref={standing} tabIndex={-1} className={styles.stands}>
          {blockStands(reply)}
        </p>
        <ShownAs reply={reply} />
      </div>
      <DecidePledge key={`decide ${purchase.own?.pledge?.round}`} {...given} />
      <HowPriced reply={reply} />
      <OwnShare {...given} />
      <Members reply={reply} />
      <Statement reply={reply} />
      {leadsOthers(reply) ? <WhoIsInterested blockRef={ref} /> : null}
      <Gathering key={`pledge ${acted}`} {...given} />
      <BlockActs key={`acts ${acted}`} {...given} />
    </>
  );
};

/** Whether the page is shown to a requester of the lead while others may still join: whoever may open or pledge for it. */
const leadsOthers = ({ buyerRef, may, purchase: { kind, status, leadBuyerRef } }: BlockReply): boolean =>
  kind === 'joint' && buyerRef === leadBuyerRef && may.includes(status === 'draft' ? 'open-block' : 'pledge');

/** For whom the page is shown: whoever acts for several buyers sees each one's part on a page of its own. */
const ShownAs: React.FC<{ readonly reply: BlockReply }> = ({ reply }) => {
  const { buyerRef, purchase } = reply;
  if (buyerRef === undefined)
    return <Text block>You see it as a commissioner. The most that each buyer would pay is shown to nobody else.</Text>;
  return buyerRef === purchase.leadBuyerRef ? <Text block>{`${nameIn(reply, buyerRef)} leads it.`}</Text> : null;
};
