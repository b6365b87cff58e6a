import * as React from 'react';
import type { OrderReply } from '../../contract/orders.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import {
  channelWords,
  type StartCheckKind,
  startCheckTexts,
  type TellingChannel,
  tellingChannels,
} from '../../domain/orders/start-checks.ts';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { ActForm, type Giving } from './ActForm.tsx';
import { choiceFault, dayFault } from './faults.ts';
import type { OrderAct } from './use-order.tsx';

interface Props extends Giving<OrderAct> {
  readonly order: OrderReply;
  readonly check: StartCheckKind;
}

const articles = [{ value: 'yes', label: 'Our articles of association allow us to direct a pupil off site' }] as const;

/** Records one thing that must be done before the pupil starts: what is stated, the day, and the way where something was told. */
export const RecordCheck = ({ order, check, ...giving }: Props): React.ReactElement => {
  const [on, setOn] = React.useState('');
  const [channel, setChannel] = React.useState<TellingChannel | ''>('');
  const [allowed, setAllowed] = React.useState<readonly 'yes'[]>([]);
  const { needsChannel } = startCheckTexts[check];
  const asksArticles = check === 'direction-notice' && order.asksArticles;
  const day = parseUkDate(on);
  return (
    <ActForm<OrderAct>
      {...giving}
      fields={['on', 'channel', 'articlesAllow']}
      faults={[
        dayFault('on', on, 'day on which it was done'),
        needsChannel ? choiceFault('channel', channel, 'Choose how it was told') : undefined,
        asksArticles
          ? choiceFault(
              'articlesAllow',
              allowed[0] ?? '',
              'Confirm that your articles of association allow it, or place the pupil without a direction',
            )
          : undefined,
      ]}
      body={
        day && {
          kind: 'record-start-check',
          check,
          on: day,
          ...(needsChannel && channel !== '' ? { channel } : {}),
          ...(asksArticles ? { articlesAllow: allowed.length > 0 } : {}),
        }
      }
      button="Record it"
    >
      <DateField name="on" label="On which day was it done?" value={on} onChange={setOn} />
      {needsChannel ? (
        <RadioField
          name="channel"
          label="How was it told?"
          hint="Never by this product: it holds no name of a child"
          options={tellingChannels.map((value) => ({ value, label: channelWords[value] }))}
          value={channel}
          onChange={setChannel}
        />
      ) : null}
      {asksArticles ? (
        <CheckboxField name="articlesAllow" label="Articles of association" options={articles} values={allowed} onChange={setAllowed} />
      ) : null}
    </ActForm>
  );
};
