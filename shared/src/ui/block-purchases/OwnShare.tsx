import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { blockPlace } from '../../contract/block-place.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { Heading } from '../Heading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { countWords } from '../words.tsx';
import { totalWords } from './block-words.ts';
import { Transfers } from './Transfers.tsx';
import { useBlockStyles } from './use-block-styles.tsx';
import type { BlockActProps } from './use-blocks.tsx';

/** A member's own part after closing: what it owes, its order, how its units stand, which orders used them, and units on their way. */
export const OwnShare: React.FC<BlockActProps> = (given) => {
  const { section } = useBlockStyles();
  const { purchase, buyerRef } = given.reply;
  const { own, status, statement } = purchase;
  if (!own?.balance || !own.owes || buyerRef === undefined) return null;
  const { balance, owes, draws, orderRef } = own;
  const { unit } = statement;
  const settled = status === 'settled';
  return (
    <>
      <section aria-label="Your share" className={section}>
        <Heading level={2}>Your share</Heading>
        <Facts
          facts={[
            {
              label: settled ? 'Owed in the end' : 'Owed to the provider',
              value: `${totalWords(owes.gross, statement)}: ${countWords(owes.units, unit)}${owes.vat === 0 ? '' : `, ${formatMoney(owes.net)} and VAT of ${formatMoney(owes.vat)}`}`,
            },
            { label: 'Your order', value: orderRef ?? 'It is made when the provider has accepted' },
          ]}
        />
        <Text block>The provider invoices you, and nobody else, for it. No money passes through the lead.</Text>
        {orderRef === undefined ? null : (
          <div>
            <PlaceLink to={blockPlace({ at: 'order', ref: purchase.ref, buyerRef })}>See and print your order</PlaceLink>
          </div>
        )}
      </section>
      {orderRef === undefined ? null : (
        <section aria-label="Your units" className={section}>
          <Heading level={2}>Your units</Heading>
          <Facts
            facts={[
              { label: 'Bought', value: countWords(balance.bought, unit) },
              { label: 'Used by orders', value: countWords(balance.used, unit) },
              { label: 'Promised to others', value: countWords(balance.promised, unit) },
              { label: 'Free', value: countWords(balance.free, unit) },
            ]}
          />
          <Text block>{unitsSentence(given)}</Text>
          {draws.length === 0 ? null : (
            <ul aria-label="Orders that used units">
              {draws.map(({ callOffRef, units }) => (
                <li key={callOffRef}>
                  <PlaceLink to={{ at: 'call-off', ref: callOffRef }}>{callOffRef}</PlaceLink>
                  {`: ${countWords(units, unit)}`}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <Transfers {...given} />
    </>
  );
};

const unitsSentence = ({ reply: { purchase } }: Pick<BlockActProps, 'reply'>): string => {
  const { status, statement, own } = purchase;
  const free = own?.balance?.free ?? 0;
  const last = formatDate(statement.usableTo);
  if (status === 'expired' || status === 'settled')
    return free === 0
      ? 'All of them were used.'
      : `The last day of use was ${last}. ${countWords(free, statement.unit)} were not used, and ${statement.unused === 'pay' ? 'are paid for all the same' : 'lapsed: they are not paid for'}.`;
  return `They can be used until ${last}. What an order does not use comes back here. ${statement.unused === 'pay' ? 'What is left then is paid for all the same.' : 'What is left then lapses and is not paid for.'}`;
};
