import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatInstant } from '../../domain/days/local-date.ts';
import { AskedAct } from './AskedAct.tsx';
import type { BlockActProps } from './use-blocks.tsx';

/** Before closing whoever pledged may leave. */
export const WithdrawPledge: React.FC<BlockActProps> = ({ reply, ...giving }) => {
  const { buyerRef, purchase } = reply;
  if (buyerRef === undefined) return null;
  return (
    <>
      <Text
        block
      >{`You may leave until ${formatInstant(purchase.statement.closesAt)}, and pledge again until then. Afterwards nobody leaves.`}</Text>
      <AskedAct
        {...giving}
        button="Withdraw the pledge"
        body={{ kind: 'withdraw-pledge', buyerRef }}
        title="Withdraw the pledge?"
        text="It counts no more. Without it the others may reach a higher price only. A new pledge would have to be approved anew."
      />
    </>
  );
};
