import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import type { ProviderAnswer } from '../../domain/orders/order.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { commentLimit } from './comment-limit.ts';
import type { Act } from './use-act.tsx';

const accepted = { value: 'accepted', label: 'The provider accepted the order' } as const;
const declined = { value: 'declined', label: 'The provider declined the order' } as const;

const none: readonly FormError[] = [];

/** Records what the provider told the school or the council. An order that never reached them can only be ended. */
export const AnswerPanel = ({ callOff, act, busy }: { callOff: CallOffReply } & Act): React.ReactElement => {
  const { api } = useSurroundings();
  const [answer, setAnswer] = React.useState<ProviderAnswer | ''>('');
  const [reason, setReason] = React.useState('');
  const [errors, setErrors] = React.useState(none);
  const submit = (): void => {
    const faults = answerFaults(answer, reason);
    setErrors(faults);
    if (faults.length > 0 || answer === '') return;
    const body = { answer, ...(answer === 'declined' ? { reason } : {}) };
    act(
      body,
      (key) => api.answerOrder({ params: { ref: callOff.ref }, body, key }),
      (error) =>
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: pointer.endsWith('/reason') ? 'reason' : '', message: detail }))),
    );
  };
  return (
    <section aria-label="The provider's answer">
      <Heading level={2}>The provider's answer</Heading>
      <Form errors={errors} onSubmit={submit}>
        <RadioField
          name="answer"
          label="What did the provider answer?"
          hint="Record it when the provider has told you"
          options={callOff.needsAttention === 'order-not-sent' ? [declined] : [accepted, declined]}
          value={answer}
          onChange={setAnswer}
        />
        {answer === 'declined' ? (
          <TextAreaField name="reason" label="The provider's reason" limit={commentLimit} value={reason} onChange={setReason} />
        ) : null}
        <div>
          <Button appearance="primary" type="submit">
            Record the answer
          </Button>
        </div>
        {busy ? <Text role="status">Recording the answer</Text> : null}
      </Form>
    </section>
  );
};

const answerFaults = (answer: ProviderAnswer | '', reason: string): readonly FormError[] => {
  if (answer === '') return [{ field: 'answer', message: 'Choose what the provider answered' }];
  if (answer === 'accepted') return [];
  if (reason.trim() === '') return [{ field: 'reason', message: "Enter the provider's reason for declining" }];
  if (reason.length > commentLimit) return [{ field: 'reason', message: 'The reason must be 2,000 characters or fewer' }];
  const screened = screenFreeText(reason);
  return screened.ok ? [] : [{ field: 'reason', message: screened.sentence }];
};
