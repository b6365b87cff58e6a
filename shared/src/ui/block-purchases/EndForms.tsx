import * as React from 'react';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { ActForm } from '../orders/ActForm.tsx';
import { textFault } from '../orders/faults.ts';
import type { BlockAct, BlockActProps } from './use-blocks.tsx';

interface Words {
  readonly label: string;
  readonly missing: string;
  readonly button: string;
  readonly text: string;
}

const ReasonForm: React.FC<BlockActProps & { readonly kind: 'cancel-block' | 'stop-offer'; readonly words: Words }> = ({
  kind,
  words,
  reply: _reply,
  ...giving
}) => {
  const [reason, setReason] = React.useState('');
  return (
    <ActForm<BlockAct>
      {...giving}
      fields={['reason']}
      faults={[textFault('reason', reason, words.missing)]}
      body={{ kind, reason: reason.trim() }}
      button={words.button}
      confirm={{ title: `${words.button}?`, text: words.text, label: words.button }}
    >
      <TextAreaField name="reason" label={words.label} hint="It is kept in the record" limit={2_000} value={reason} onChange={setReason} />
    </ActForm>
  );
};

/** Before closing, by the lead or a commissioner. */
export const CancelForm: React.FC<BlockActProps> = (given) => (
  <ReasonForm
    {...given}
    kind="cancel-block"
    words={{
      label: 'Why is it cancelled?',
      missing: 'Enter why it is cancelled',
      button: 'Cancel the block purchase',
      text: 'Everybody who pledged is told. Nobody buys or owes anything. It cannot be opened again.',
    }}
  />
);

/** A commissioner stops the offer, such as to a provider that is held. */
export const StopForm: React.FC<BlockActProps> = (given) => (
  <ReasonForm
    {...given}
    kind="stop-offer"
    words={{
      label: 'Why is the offer stopped?',
      missing: 'Enter why the offer is stopped',
      button: 'Stop the offer',
      text: 'The buyers and the provider are told. Nobody buys or owes anything. It cannot be offered again.',
    }}
  />
);
