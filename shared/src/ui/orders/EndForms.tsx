import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { type EndAtOnceReason, endReasonWords, endsAtOnce } from '../../domain/orders/order-end.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { ActForm } from './ActForm.tsx';
import type { ActProps } from './act-props.ts';
import { choiceFault, dayFault } from './faults.ts';
import { noOutcome, OutcomeFields, outcomeFaults, outcomeFields, outcomeTold } from './OutcomeFields.tsx';
import type { OrderAct } from './use-order.tsx';

/** Ends the placement at once, for one of the reasons that need no notice. */
export const EndForm = ({ order, ...giving }: ActProps): React.ReactElement => {
  const [reason, setReason] = React.useState<EndAtOnceReason | ''>('');
  const [typed, setTyped] = React.useState('');
  const [outcome, setOutcome] = React.useState(noOutcome);
  const lastDay = parseUkDate(typed);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['reason', 'lastDay', ...outcomeFields]}
      faults={[
        choiceFault('reason', reason, 'Choose why the placement ends'),
        dayFault('lastDay', typed, 'last day on which the pupil was there'),
        ...outcomeFaults(outcome, true),
      ]}
      body={reason !== '' && lastDay ? { kind: 'end', lastDay, reason, ...outcomeTold(outcome) } : undefined}
      button="Continue"
      confirm={{
        title: `End order ${order.number}?`,
        label: 'End the placement',
        text: `${lastDay ? `The last day was ${formatDate(lastDay)}. ` : ''}Nothing is owed for days after it. The provider is told. This cannot be undone.`,
      }}
    >
      <RadioField
        name="reason"
        label="Why does the placement end?"
        hint="For any other reason give notice"
        options={endsAtOnce.map((value) => ({ value, label: endReasonWords[value] }))}
        value={reason}
        onChange={setReason}
      />
      <DateField name="lastDay" label="Last day on which the pupil was there" value={typed} onChange={setTyped} />
      <OutcomeFields outcome={outcome} change={setOutcome} optional />
    </ActForm>
  );
};

/** The placement has run to its planned end. */
export const CompleteForm = ({ order, ...giving }: ActProps): React.ReactElement => {
  const [outcome, setOutcome] = React.useState(noOutcome);
  const { objectives, destination, finalReviewOn, note } = outcomeTold(outcome);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={outcomeFields}
      faults={outcomeFaults(outcome, false)}
      body={
        objectives && destination && finalReviewOn
          ? { kind: 'complete', objectives, destination, finalReviewOn, ...(note === undefined ? {} : { note }) }
          : undefined
      }
      button="Continue"
      confirm={{
        title: `Complete order ${order.number}?`,
        label: 'Complete the order',
        text: 'The placement has run to its planned last day. Nothing of the order can be changed after this.',
      }}
    >
      <Text block>The final review with the provider has been held, and what became of the placement is recorded.</Text>
      <OutcomeFields outcome={outcome} change={setOutcome} optional={false} />
    </ActForm>
  );
};
