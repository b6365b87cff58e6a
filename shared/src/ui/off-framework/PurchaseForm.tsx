import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listOffFramework, OffFrameworkBody } from '../../contract/off-framework.ts';
import { longestBecause } from '../../domain/off-framework/off-framework-limits.ts';
import { offFrameworkReasons, offFrameworkReasonWords } from '../../domain/off-framework/off-framework-purchase.ts';
import { useActBox } from '../commissioning/use-act-box.tsx';
import type { Command } from '../commissioning/use-command.tsx';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { bodyOf, monthOptions, type PurchaseAnswers } from './typed-purchase.ts';

type Listed = ReplyOf<typeof listOffFramework>;

interface Props {
  readonly title: string;
  readonly before: PurchaseAnswers;
  readonly around: Pick<Listed, 'buyers' | 'lots' | 'today'>;
  /** Whether the school or department can be chosen. */
  readonly forAny: boolean;
  readonly command: Command;
  readonly onSend: (buyerRef: string, purchase: OffFrameworkBody, key: string) => Promise<string>;
  readonly onClose: () => void;
}

const none: readonly FormError[] = [];
const reasons = offFrameworkReasons.map((value) => ({ value, label: offFrameworkReasonWords[value] }));

/** What was bought outside the framework, as its invoices say it. */
export const PurchaseForm: React.FC<Props> = ({ title, before, around, forAny, command, onSend, onClose }) => {
  const { box, acts } = useActBox();
  const [answers, setAnswers] = React.useState(before);
  const [errors, setErrors] = React.useState(none);
  const months = React.useMemo(() => monthOptions(around.today), [around.today]);
  const change = (part: Partial<PurchaseAnswers>): void => setAnswers((present) => ({ ...present, ...part }));
  const submit = (): void => {
    const { purchase, errors: faults } = bodyOf(answers);
    setErrors(faults);
    if (!purchase) return;
    command.send(
      { title, answers },
      async (key) => {
        const sentence = await onSend(answers.buyerRef, purchase, key);
        onClose();
        return sentence;
      },
      (error) =>
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => {
            const field = pointer.split('/').at(-1) ?? '';
            return { field: field in answers ? field : '', message: detail };
          }),
        ),
    );
  };
  return (
    <div className={box}>
      <Form label={title} errors={errors} onSubmit={submit}>
        {forAny && around.buyers.length > 1 ? (
          <SelectField
            name="buyerRef"
            label="Who bought it?"
            value={answers.buyerRef}
            options={around.buyers.map(({ ref, name }) => ({ value: ref, label: name }))}
            onChange={(buyerRef) => change({ buyerRef })}
          />
        ) : null}
        <TextField
          name="bought"
          label="What was bought?"
          hint="In a few words, such as: two days a week at a farm. Name no pupil."
          value={answers.bought}
          onChange={(bought) => change({ bought })}
        />
        <SelectField
          name="lotKey"
          label="Which lot of the framework would it have been?"
          value={answers.lotKey}
          options={[{ value: '', label: 'It fits no lot' }, ...around.lots.map(({ key, name }) => ({ value: key, label: name }))]}
          onChange={(lotKey) => change({ lotKey })}
        />
        <TextField
          name="providerName"
          label="Who provides it?"
          hint="As its invoices name it"
          value={answers.providerName}
          onChange={(providerName) => change({ providerName })}
        />
        <TextField
          name="net"
          label="What does it cost in all, without VAT?"
          hint="In pounds, over all its months"
          width="short"
          inputMode="decimal"
          value={answers.net}
          onChange={(net) => change({ net })}
        />
        <SelectField name="from" label="First month" value={answers.from} options={[...months]} onChange={(from) => change({ from })} />
        <SelectField name="to" label="Last month" value={answers.to} options={[...months]} onChange={(to) => change({ to })} />
        <RadioField
          name="reason"
          label="Why was it bought outside the framework?"
          value={answers.reason}
          options={reasons}
          onChange={(reason) => change({ reason })}
        />
        <TextAreaField
          name="because"
          label={answers.reason === 'other' ? 'What was the reason?' : 'Anything else about the reason'}
          optional={answers.reason !== 'other'}
          limit={longestBecause}
          value={answers.because}
          onChange={(because) => change({ because })}
        />
        <div className={acts}>
          <Button appearance="primary" type="submit">
            {title}
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </div>
        {command.busy ? <Text role="status">Sending</Text> : null}
      </Form>
    </div>
  );
};
