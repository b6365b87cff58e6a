import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { blockPlace } from '../../contract/block-place.ts';
import type { BlockReply } from '../../contract/block-purchases.ts';
import type { BuyerReply } from '../../contract/me.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useApi } from '../use-api.tsx';
import { usePrintedAlone } from '../use-printed-alone.tsx';
import { countWords } from '../words.tsx';
import { nameIn, priceWords, unusedSentences } from './block-words.ts';
import { useBlock } from './use-blocks.tsx';

interface Props {
  readonly blockRef: string;
  readonly buyerRef: string;
}

const useStyles = makeStyles({ screenOnly: { '@media print': { display: 'none' } } });

/** The order of one buyer for its own share: a page to read and to print. */
export const ShareOrder: React.FC<Props> = ({ blockRef, buyerRef }) => {
  const read = useBlock(blockRef, buyerRef);
  const me = useApi('getMe', {});
  usePrintedAlone();
  return (
    <>
      <div className={useStyles().screenOnly}>
        <PlaceLink to={blockPlace({ at: 'one', ref: blockRef, buyerRef })}>Back to the block purchase</PlaceLink>
      </div>
      <Loaded reads={[read, me] as const} page="Order" what="the order" failed="The order could not be loaded">
        {(reply, { memberships }) => (
          <OrderOf reply={reply} buyer={memberships.map(({ buyer }) => buyer).find(({ ref }) => ref === buyerRef)} />
        )}
      </Loaded>
    </>
  );
};

const OrderOf: React.FC<{ readonly reply: BlockReply; readonly buyer: BuyerReply | undefined }> = ({ reply, buyer }) => {
  const styles = useStyles();
  const { purchase, buyerRef = '', serviceName, providerName } = reply;
  const { own, unitPrice, statement } = purchase;
  const { orderRef, owes } = own ?? {};
  if (orderRef === undefined || !owes || unitPrice === undefined)
    return (
      <EmptyState level={1} title="There is no order yet">
        <Text block>Each buyer gets its order when the provider has accepted the block purchase.</Text>
      </EmptyState>
    );
  const { unit } = statement;
  return (
    <>
      <PageHeading>{`Order ${orderRef}`}</PageHeading>
      <Facts
        facts={[
          { label: 'Buyer', value: buyer?.name ?? nameIn(reply, buyerRef) },
          { label: 'Legal buyer', value: buyer?.legalBuyer ?? buyer?.name ?? nameIn(reply, buyerRef) },
          { label: 'Invoice to', value: buyer?.invoiceAddress ?? 'The address of the buyer' },
          { label: 'Provider', value: providerName },
          { label: 'Service', value: serviceName },
          { label: 'Block purchase', value: purchase.ref },
        ]}
      />
      <Heading level={2}>What is bought</Heading>
      <Facts
        facts={[
          { label: 'Amount', value: countWords(owes.units, unit) },
          { label: 'Price', value: priceWords(unitPrice, unit) },
          { label: 'Net', value: formatMoney(owes.net) },
          { label: `VAT at ${statement.vatBasisPoints / 100}%`, value: formatMoney(owes.vat) },
          { label: 'Total with VAT', value: formatMoney(owes.gross) },
          { label: 'Used from', value: formatDate(statement.usableFrom) },
          { label: 'Used until', value: formatDate(statement.usableTo) },
          { label: 'Unused units', value: unusedSentences[statement.unused] },
        ]}
      />
      <Text block>
        {`This buyer owes its own share only. The provider quotes ${orderRef} on its invoice. VAT is reckoned on the whole purchase and split, so that the shares of all buyers add up to the penny.`}
        {purchase.status === 'settled' ? ' The amounts are those of the settlement.' : ''}
      </Text>
      <Text block size={200}>{`As it stands on ${formatInstant(new Date().toISOString())}.`}</Text>
      <div className={styles.screenOnly}>
        <Button onClick={() => window.print()}>Print this order</Button>
      </div>
    </>
  );
};
