import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import type { NoticeGiver } from '../../domain/orders/order.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { ActForm } from './ActForm.tsx';
import type { ActProps } from './act-props.ts';
import { choiceFault, dayFault, textFault } from './faults.ts';
import { ReasonField } from './ReasonField.tsx';
import type { OrderAct } from './use-order.tsx';

const givers = [
  { value: 'school', label: 'The school' },
  { value: 'provider', label: 'The provider' },
] as const;

/** Notice of the school's, or the provider's as the school was told it. How early the last day may be, the service says. */
export const NoticeForm = ({ order, ...giving }: ActProps): React.ReactElement => {
  const [giver, setGiver] = React.useState<NoticeGiver | ''>('');
  const [typed, setTyped] = React.useState('');
  const [reason, setReason] = React.useState('');
  const lastDay = parseUkDate(typed);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['giver', 'lastDay', 'reason']}
      faults={[
        choiceFault('giver', giver, 'Choose who gives notice'),
        dayFault('lastDay', typed, 'last day'),
        textFault('reason', reason, 'Enter why the placement ends'),
      ]}
      body={giver !== '' && lastDay ? { kind: 'give-notice', giver, lastDay, reason } : undefined}
      button="Continue"
      confirm={{
        title: `Give notice on order ${order.number}?`,
        label: 'Give notice',
        text: `${lastDay ? `The last day is ${formatDate(lastDay)}. ` : ''}The provider is told. Until then the placement runs and is owed. Notice cannot be taken back.`,
      }}
    >
      <Text block>The placement runs and is owed to its last day. If that day is too early, you are told the earliest one.</Text>
      <RadioField name="giver" label="Who gives notice?" options={givers} value={giver} onChange={setGiver} />
      <DateField name="lastDay" label="Last day" value={typed} onChange={setTyped} />
      <ReasonField label="Why does the placement end?" value={reason} onChange={setReason} />
    </ActForm>
  );
};
