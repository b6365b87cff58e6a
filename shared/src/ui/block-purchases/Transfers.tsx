import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { Heading } from '../Heading.tsx';
import { countWords } from '../words.tsx';
import { AskedAct } from './AskedAct.tsx';
import { nameIn } from './block-words.ts';
import { useBlockStyles } from './use-block-styles.tsx';
import type { BlockActProps } from './use-blocks.tsx';

type Transfer = NonNullable<BlockActProps['reply']['purchase']['own']>['transfers'][number];

/** Units on their way to this member and from it, each with what can be answered. */
export const Transfers: React.FC<BlockActProps> = (given) => {
  const { section, box } = useBlockStyles();
  const { purchase, buyerRef } = given.reply;
  const transfers = purchase.own?.transfers ?? [];
  if (transfers.length === 0) return null;
  return (
    <section aria-label="Units on their way" className={section}>
      <Heading level={2}>Units on their way</Heading>
      {transfers.map((transfer) => (
        <div key={transfer.number} className={box}>
          {transfer.taker === buyerRef ? <Offered {...given} transfer={transfer} /> : <Given {...given} transfer={transfer} />}
        </div>
      ))}
    </section>
  );
};

/** What the taker would owe, and what it owes now. */
const debtOf = ({ purchase }: BlockActProps['reply'], { wouldOwe }: Transfer): string => {
  const now = purchase.own?.owes;
  return wouldOwe === undefined || now === undefined
    ? ''
    : `You would then owe ${bothTotals(wouldOwe)}, in all, instead of ${bothTotals(now)}.`;
};

const Offered: React.FC<BlockActProps & { readonly transfer: Transfer }> = ({ transfer, ...given }) => {
  const { acts } = useBlockStyles();
  const { reply } = given;
  const amount = countWords(transfer.units, reply.purchase.statement.unit);
  const debt = debtOf(reply, transfer);
  const from = nameIn(reply, transfer.giver);
  return (
    <>
      <Text block>{`${from} offers you ${amount}. ${debt} An approver of yours who did not offer them decides.`}</Text>
      <div className={acts}>
        {reply.may.includes('accept-transfer') ? (
          <AskedAct
            {...given}
            button="Take these units"
            body={{ kind: 'accept-transfer', transfer: transfer.number }}
            title={`Take ${amount}?`}
            text={`${debt} It cannot be undone but by offering them on.`}
            primary
          />
        ) : null}
        {reply.may.includes('refuse-transfer') ? (
          <AskedAct
            {...given}
            button="Refuse these units"
            body={{ kind: 'refuse-transfer', transfer: transfer.number }}
            title={`Refuse ${amount}?`}
            text={`${from} is told, and keeps them.`}
          />
        ) : null}
      </div>
    </>
  );
};

const Given: React.FC<BlockActProps & { readonly transfer: Transfer }> = ({ transfer, ...given }) => {
  const { reply } = given;
  const amount = countWords(transfer.units, reply.purchase.statement.unit);
  const to = nameIn(reply, transfer.taker);
  return (
    <>
      <Text block>{`You offered ${amount} to ${to}. They are put aside until an approver there has answered.`}</Text>
      {reply.may.includes('withdraw-transfer') ? (
        <div>
          <AskedAct
            {...given}
            button="Take the offer back"
            body={{ kind: 'withdraw-transfer', transfer: transfer.number }}
            title="Take the offer back?"
            text={`${to} is told, and the units are free again.`}
          />
        </div>
      ) : null}
    </>
  );
};
