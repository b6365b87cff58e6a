import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { blockPlace } from '../../contract/block-place.ts';
import type { BlockReply } from '../../contract/block-purchases.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { Heading } from '../Heading.tsx';
import { later } from '../later.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useApi } from '../use-api.tsx';
import { countWords } from '../words.tsx';
import { blockStands } from './block-words.ts';
import { pledgeStanding } from './pledge-lines.ts';
import { useBlockStyles } from './use-block-styles.tsx';
import { useBlocks } from './use-blocks.tsx';

const JointSuggestions = later(async () => (await import('./JointSuggestions.tsx')).JointSuggestions);

type Group = 'waits' | 'yours' | 'open' | 'seen' | 'over';
const titles: readonly (readonly [Group, string])[] = [
  ['waits', 'Waiting for you'],
  ['yours', 'Your block purchases'],
  ['open', 'Open for you to join'],
  ['seen', 'Block purchases of buyers'],
  ['over', 'Ended'],
];

const over = ['lapsed', 'cancelled', 'declined', 'settled'];

/** Whether an approver is asked something by it. */
const asksApproval = ({ may }: Pick<BlockReply, 'may'>): boolean => may.includes('approve-pledge') || may.includes('accept-transfer');

const groupOf = (reply: BlockReply): Group | undefined => {
  const { purchase, buyerRef, may } = reply;
  const { own, leadBuyerRef, status } = purchase;
  if (asksApproval(reply)) return 'waits';
  const takesPart = buyerRef === leadBuyerRef || own?.balance !== undefined || own?.pledge !== undefined;
  if (over.includes(status)) return takesPart || buyerRef === undefined ? 'over' : undefined;
  if (buyerRef === undefined) return 'seen';
  if (takesPart) return own?.pledge?.outcome === undefined || own.pledge.outcome === 'bought' ? 'yours' : 'over';
  return may.includes('pledge') ? 'open' : undefined;
};

/** Every block purchase that this person leads, takes part in or may join. */
export const AllBlocks: React.FC = () => {
  const all = useBlocks();
  const me = useApi('getMe', {});
  const { page } = useBlockStyles();
  return (
    <>
      <div>
        <PlaceLink to={{ at: 'my-requests' }}>Back to my requests</PlaceLink>
      </div>
      <PageHeading>Block purchases</PageHeading>
      <Text block>
        One buyer alone, or several together, buy units of one service at the price of the total that they reach. A block purchase is begun
        from the page of a service that has volume prices.
      </Text>
      <Loaded reads={[all, me] as const} what="block purchases" failed="Block purchases could not be loaded">
        {({ blocks }, { memberships, commissioner }) => {
          const nameOf = (ref: string | undefined): string => memberships.find(({ buyer }) => buyer.ref === ref)?.buyer.name ?? ref ?? '';
          const groups = titles.map(([group, title]) => [title, blocks.filter((reply) => groupOf(reply) === group)] as const);
          const shown = groups.filter(([, replies]) => replies.length > 0);
          const begins = memberships.some(
            ({ status, roles, whyNotBuy }) => status === 'active' && roles.includes('requester') && whyNotBuy === undefined,
          );
          return (
            <div className={page}>
              {shown.length === 0 ? <NothingToJoin /> : null}
              {shown.map(([title, replies]) => (
                <section key={title} aria-label={title}>
                  <Heading level={2}>{title}</Heading>
                  <BlockRows replies={replies} label={title} nameOf={nameOf} />
                </section>
              ))}
              {begins || commissioner ? <JointSuggestions begins={begins} /> : null}
            </div>
          );
        }}
      </Loaded>
    </>
  );
};

const NothingToJoin: React.FC = () => (
  <EmptyState title="There is no block purchase that you can join">
    <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory for a service to buy in a block</PlaceLink>
  </EmptyState>
);

interface RowsProps {
  readonly replies: readonly BlockReply[];
  readonly label: string;
  readonly nameOf: (buyerRef: string | undefined) => string;
}

/** Purchases, one row each: the link names it, facts beside it in words. */
const BlockRows: React.FC<RowsProps> = ({ replies, label, nameOf }) => {
  const { list, row, title } = useListStyles();
  return (
    <ul className={list} aria-label={label}>
      {replies.map((reply) => {
        const { purchase, buyerRef, serviceName, providerName } = reply;
        return (
          <li key={`${purchase.ref}/${buyerRef}`} className={row}>
            <div>
              <Heading level={3} className={title}>
                <PlaceLink to={blockPlace({ at: 'one', ref: purchase.ref, buyerRef })}>{`${purchase.ref}: ${serviceName}`}</PlaceLink>
              </Heading>
              <Text block>{providerName}</Text>
            </div>
            <div>
              <Text block>{blockStands(reply)}</Text>
              <Text block size={200}>
                {buyerRef === undefined ? `Led by ${leadName(reply)}` : `For ${nameOf(buyerRef)}`}
              </Text>
            </div>
            <div>
              {amounts(reply).map((line) => (
                <Text key={line} block>
                  {line}
                </Text>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
};

const leadName = ({ names, purchase }: BlockReply): string =>
  names.find(({ ref }) => ref === purchase.leadBuyerRef)?.name ?? purchase.leadBuyerRef;

const amounts = ({ purchase }: BlockReply): readonly string[] => {
  const { own, gathered, bought, unitPrice, statement, status } = purchase;
  const { unit } = statement;
  if (own?.balance)
    return [
      `You bought ${countWords(own.balance.bought, unit)}`,
      `${own.balance.free.toLocaleString('en-GB')} ${status === 'expired' || status === 'settled' ? 'were not used' : 'are free'}`,
    ];
  const total =
    gathered === undefined ? [] : [`${countWords(gathered.approvedUnits, unit)} approved, at ${formatMoney(gathered.unitPrice)} each`];
  if (own?.pledge && pledgeStanding(own.pledge) && gathered)
    return [`You pledged ${countWords(own.pledge.units, unit)}${own.pledge.state === 'waiting' ? ', not approved yet' : ''}`, ...total];
  if (bought && unitPrice !== undefined) return [`${countWords(bought.units, unit)} at ${formatMoney(unitPrice)} each`];
  return total;
};
