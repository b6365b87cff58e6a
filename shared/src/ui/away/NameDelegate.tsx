import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { nameDelegate, StoodInFor } from '../../contract/delegation.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { type AbsenceReason, absenceReasons } from '../../domain/approvals/delegation-event.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { ActForm, type Giving } from '../orders/ActForm.tsx';
import { choiceFault, dayFault } from '../orders/faults.ts';
import { absenceWords } from './away-words.ts';

export type NameBody = BodyOf<typeof nameDelegate>;

const reasons = absenceReasons.map((value) => ({ value, label: absenceWords[value] }));

interface Props extends Giving<NameBody> {
  readonly stoodInFor: StoodInFor;
  /** Whether it is the caller who is away. */
  readonly own: boolean;
}

/** Who decides for an approver, on which days, and why: never more of why than one of three words. */
export const NameDelegate = ({ stoodInFor, own, ...giving }: Props): React.ReactElement => {
  const { approver, colleagues } = stoodInFor;
  const [chosen, setChosen] = React.useState('');
  const [from, setFrom] = React.useState('');
  const [until, setUntil] = React.useState('');
  const [why, setWhy] = React.useState<AbsenceReason | ''>('');
  const delegate = colleagues.find(({ objectId }) => objectId === chosen);
  const [first, last] = [parseUkDate(from), parseUkDate(until)];
  const idOf = ({ tenantId, objectId }: StoodInFor['approver']) => ({ tenantId, objectId });
  if (colleagues.length === 0)
    return (
      <Text block>
        {own
          ? 'Nobody else belongs to this school or department. Ask its contact, or the commissioning team, to add somebody.'
          : 'There is no other approver who could stand in. Ask the commissioning team to add one.'}
      </Text>
    );
  return (
    <ActForm<NameBody>
      {...giving}
      fields={['delegate', 'from', 'until', 'why']}
      faults={[
        choiceFault('delegate', chosen, 'Choose who decides'),
        dayFault('from', from, 'first day'),
        dayFault('until', until, 'last day'),
        choiceFault('why', why, 'Choose why somebody stands in'),
      ]}
      body={
        delegate && first && last && why !== ''
          ? { ...(own ? {} : { approver: idOf(approver) }), delegate: idOf(delegate), from: first, until: last, why }
          : undefined
      }
      button="Save"
    >
      <SelectField
        name="delegate"
        label={own ? 'Who decides for you?' : `Who decides for ${approver.name}?`}
        value={chosen}
        onChange={setChosen}
        options={[{ value: '', label: 'Choose' }, ...colleagues.map(({ objectId, name }) => ({ value: objectId, label: name }))]}
      />
      <DateField name="from" label="First day" value={from} onChange={setFrom} />
      <DateField name="until" label="Last day" value={until} onChange={setUntil} />
      <RadioField
        name="why"
        label="Why?"
        hint="Say no more than this of anybody's absence"
        options={reasons}
        value={why}
        onChange={setWhy}
      />
    </ActForm>
  );
};
