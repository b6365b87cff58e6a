import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { ActForm } from './ActForm.tsx';
import type { ActProps } from './act-props.ts';
import { missingChecks } from './BeforeStart.tsx';
import { dayFault } from './faults.ts';
import type { OrderAct } from './use-order.tsx';

/** The pupil has started: possible once everything is recorded, on the day itself or after it. */
export const StartForm = ({ order, ...giving }: ActProps): React.ReactElement => {
  const [typed, setTyped] = React.useState('');
  const startedOn = parseUkDate(typed);
  if (missingChecks(order.checks).length > 0) return <Text block>Record first what is missing under 'Before the pupil starts'.</Text>;
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['startedOn']}
      faults={[dayFault('startedOn', typed, 'first day on which the pupil was there')]}
      body={startedOn && { kind: 'start', startedOn }}
      button="Record the start"
    >
      <Text block>Days before a later start are not owed.</Text>
      <DateField name="startedOn" label="First day on which the pupil was there" value={typed} onChange={setTyped} />
    </ActForm>
  );
};
