import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ProviderChangeReply } from '../../../contract/provider-changes.ts';
import { screenFreeText } from '../../../domain/pupils/screen-free-text.ts';
import { Form } from '../../forms/Form.tsx';
import { TextAreaField } from '../../forms/fields/TextAreaField.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import type { Command } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

const none: readonly FormError[] = [];
const longestReason = 1_000;

interface Props {
  readonly change: ProviderChangeReply;
  readonly send: Command['send'];
  readonly onDone: () => void;
}

/** Refuses a change with the reason that the provider is told. */
export const RefuseForm: React.FC<Props> = ({ change: { ref, providerName }, send, onDone }) => {
  const client = useCommissioningClient();
  const { acts } = useStyles();
  const [reason, setReason] = React.useState('');
  const [errors, setErrors] = React.useState(none);
  const submit = (): void => {
    const faults = reasonFaults(reason);
    setErrors(faults);
    if (faults.length > 0) return;
    const body = { verdict: 'refuse' as const, reason: reason.trim() };
    send(
      { ref, ...body },
      async (key) => {
        await client.decideProviderChange({ params: { ref }, body, key });
        onDone();
        return `The change of ${providerName} was refused. The provider is told why by mail.`;
      },
      (error) =>
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: pointer.endsWith('/reason') ? 'reason' : '', message: detail }))),
    );
  };
  return (
    <Form errors={errors} onSubmit={submit} label={`Refuse the change of ${providerName}`}>
      <TextAreaField
        name="reason"
        label="Why do you refuse it?"
        hint={`${providerName} is told this by mail`}
        limit={longestReason}
        value={reason}
        onChange={setReason}
      />
      <div className={acts}>
        <Button appearance="primary" type="submit">
          Refuse the change
        </Button>
        <Button onClick={onDone}>Leave it waiting</Button>
      </div>
    </Form>
  );
};

const reasonFaults = (reason: string): readonly FormError[] => {
  const screened = screenFreeText(reason);
  if (reason.trim() === '') return [{ field: 'reason', message: 'Enter a reason that tells the provider why' }];
  if (reason.length > longestReason) return [{ field: 'reason', message: 'The reason must be 1,000 characters or fewer' }];
  return screened.ok ? none : [{ field: 'reason', message: screened.sentence }];
};
