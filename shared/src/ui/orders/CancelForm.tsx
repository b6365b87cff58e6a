import * as React from 'react';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { ActForm } from './ActForm.tsx';
import type { ActProps } from './act-props.ts';
import { textFault } from './faults.ts';
import { ReasonField } from './ReasonField.tsx';
import type { OrderAct } from './use-order.tsx';

/** Takes the order back before the pupil starts. */
export const CancelForm = ({ order, ...giving }: ActProps): React.ReactElement => {
  const [reason, setReason] = React.useState('');
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['reason']}
      faults={[textFault('reason', reason, 'Enter why the order is cancelled')]}
      body={{ kind: 'cancel', reason }}
      button="Continue"
      confirm={{
        title: `Cancel order ${order.number}?`,
        label: 'Cancel the order',
        text: `The provider is told that the pupil does not start. Nothing is owed of ${bothTotals(order.plan)}. This cannot be undone: for the same placement a new request is needed.`,
      }}
    >
      <ReasonField label="Why is the order cancelled?" value={reason} onChange={setReason} />
    </ActForm>
  );
};
