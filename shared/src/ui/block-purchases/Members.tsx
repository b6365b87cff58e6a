import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { BlockReply } from '../../contract/block-purchases.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { type Column, Table } from '../commissioning/Table.tsx';
import { Heading } from '../Heading.tsx';
import { countWords } from '../words.tsx';
import { nameIn } from './block-words.ts';
import { useBlockStyles } from './use-block-styles.tsx';

type Share = NonNullable<BlockReply['purchase']['shares']>[number];

/** Who bought how much: for members, who may hand units on to each other, and for commissioners, who also see how they stand. */
export const Members: React.FC<{ readonly reply: BlockReply }> = ({ reply }) => {
  const { section } = useBlockStyles();
  const { shares, balances, settlement, statement } = reply.purchase;
  if (!shares || shares.length === 0) return null;
  const numberOf = (buyerRef: string, of: 'used' | 'free'): string =>
    balances?.find((each) => each.buyerRef === buyerRef)?.[of].toLocaleString('en-GB') ?? '';
  const columns: readonly Column<Share>[] = [
    { name: 'Buyer', of: ({ buyerRef }) => nameIn(reply, buyerRef) },
    { name: 'Bought', of: ({ units }) => countWords(units, statement.unit), as: 'number' },
    { name: statement.vatBasisPoints === 0 ? 'Owed, no VAT' : 'Owed, with VAT', of: ({ gross }) => formatMoney(gross), as: 'number' },
    ...(statement.vatBasisPoints === 0 ? [] : [{ name: 'Without VAT', of: ({ net }: Share) => formatMoney(net), as: 'number' as const }]),
    ...(balances
      ? ([
          { name: 'Used', of: ({ buyerRef }) => numberOf(buyerRef, 'used'), as: 'number' },
          { name: 'Free', of: ({ buyerRef }) => numberOf(buyerRef, 'free'), as: 'number' },
        ] as const satisfies readonly Column<Share>[])
      : []),
    ...(settlement
      ? [
          {
            name: 'Owed in the end',
            of: ({ buyerRef, gross }: Share) => formatMoney(settlement.find((each) => each.buyerRef === buyerRef)?.gross ?? gross),
            as: 'number' as const,
          },
        ]
      : []),
  ];
  return (
    <section aria-label="Who buys how much" className={section}>
      <Heading level={2}>Who buys how much</Heading>
      <Table caption="Each buyer owes its own share to the provider" columns={columns} rows={shares} keyOf={({ buyerRef }) => buyerRef} />
      {balances ? null : <Text block>How many units the others have used is shown to commissioners and the provider only.</Text>}
    </section>
  );
};
