import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { ActForm } from './ActForm.tsx';
import type { ActProps } from './act-props.ts';
import { dayFault, textFault } from './faults.ts';
import { ReasonField } from './ReasonField.tsx';
import type { OrderAct } from './use-order.tsx';

/** The placement stops from a day on. */
export const PauseForm = ({ order: _, ...giving }: ActProps): React.ReactElement => {
  const [typed, setTyped] = React.useState('');
  const [reason, setReason] = React.useState('');
  const from = parseUkDate(typed);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['from', 'reason']}
      faults={[dayFault('from', typed, 'first day of the pause'), textFault('reason', reason, 'Enter why the placement is paused')]}
      body={from && { kind: 'pause', from, reason }}
      button="Pause the placement"
    >
      <Text block>From that day on nothing is owed until the placement is taken up again.</Text>
      <DateField name="from" label="First day without teaching" value={typed} onChange={setTyped} />
      <ReasonField label="Why is the placement paused?" value={reason} onChange={setReason} />
    </ActForm>
  );
};

/** The placement is taught again from a day on, to its planned end. */
export const ResumeForm = ({ order: _, ...giving }: ActProps): React.ReactElement => {
  const [typed, setTyped] = React.useState('');
  const on = parseUkDate(typed);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['on']}
      faults={[dayFault('on', typed, 'first day of teaching after the pause')]}
      body={on && { kind: 'resume', on }}
      button="Take up again"
    >
      <Text block>The planned last day stays. Days of the pause are not owed.</Text>
      <DateField name="on" label="First day of teaching after the pause" value={typed} onChange={setTyped} />
    </ActForm>
  );
};
