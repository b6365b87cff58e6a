import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { type PatternAnswers, PatternFields } from '../request/PatternFields.tsx';
import { numberTyped } from '../request/to-request.ts';
import { ActForm } from './ActForm.tsx';
import type { ActProps } from './act-props.ts';
import { choiceFault, dayFault, textFault } from './faults.ts';
import { ReasonField } from './ReasonField.tsx';
import type { OrderAct } from './use-order.tsx';

/** What a change comes to is counted by the service alone: nothing is worked out here. */
const WhatFollows = (): React.ReactElement => (
  <Text block>
    When you send this, the total is counted again at the price of this order. If it is more than was approved, the order stays as it is
    until an approver has approved the change.
  </Text>
);

/** Another weekly pattern from a day on. It begins with the one that is planned last. */
export const VaryForm = ({ order, ...giving }: ActProps): React.ReactElement => {
  const present = order.plan.parts.at(-1)?.pattern;
  const [pattern, setPattern] = React.useState<PatternAnswers>({
    days: present?.days ?? [],
    sessions: present?.sessions ?? '',
    hoursPerDay: present === undefined ? '' : String(present.hoursPerDay),
  });
  const [typed, setTyped] = React.useState('');
  const [reason, setReason] = React.useState('');
  const from = parseUkDate(typed);
  const { days, sessions } = pattern;
  const hoursPerDay = numberTyped(pattern.hoursPerDay);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['from', 'days', 'sessions', 'hoursPerDay', 'reason']}
      faults={[
        dayFault('from', typed, 'first day of the new pattern'),
        choiceFault('days', days[0] ?? '', 'Choose at least one day of the week'),
        choiceFault('sessions', sessions, 'Choose mornings, afternoons or both'),
        hoursPerDay >= 0.25 && hoursPerDay <= 12
          ? undefined
          : { field: 'hoursPerDay', message: 'Enter how many hours a day, such as 5 or 2.5' },
        textFault('reason', reason, 'Enter why the days are changed'),
      ]}
      body={from && sessions ? { kind: 'vary', from, pattern: { days: [...days], sessions, hoursPerDay }, reason } : undefined}
      button="Send the change"
    >
      <WhatFollows />
      <DateField name="from" label="First day of the new pattern" value={typed} onChange={setTyped} />
      <PatternFields answers={pattern} change={(changes) => setPattern({ ...pattern, ...changes })} />
      <ReasonField label="Why are the days changed?" value={reason} onChange={setReason} />
    </ActForm>
  );
};

/** The present pattern to a later last day. */
export const ExtendForm = ({ order: _, ...giving }: ActProps): React.ReactElement => {
  const [typed, setTyped] = React.useState('');
  const [reason, setReason] = React.useState('');
  const endDate = parseUkDate(typed);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['endDate', 'reason']}
      faults={[dayFault('endDate', typed, 'new last day'), textFault('reason', reason, 'Enter why the placement is extended')]}
      body={endDate && { kind: 'extend', endDate, reason }}
      button="Send the change"
    >
      <WhatFollows />
      <DateField name="endDate" label="New last day" value={typed} onChange={setTyped} />
      <ReasonField label="Why is the placement extended?" value={reason} onChange={setReason} />
    </ActForm>
  );
};
