import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { commandInvoice, InvoiceReply } from '../../contract/invoices.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf, hasChanged } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' } });

type Act = BodyOf<typeof commandInvoice>;
const none: readonly FormError[] = [];
const limit = 2_000;

interface Props {
  readonly invoice: InvoiceReply;
  readonly give: (body: Act, key: string) => Promise<void>;
  readonly readAgain: () => void;
}

/** A second person of the buyer accepts an invoice, with a reason for each line that differs, or refuses it. */
export const DecideInvoice: React.FC<Props> = ({ invoice, give, readAgain }) => {
  const { busy, once } = useOnce();
  const intent = useIntent();
  const [verdict, setVerdict] = React.useState<'accept' | 'refuse' | ''>('');
  const [reasons, setReasons] = React.useState<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = React.useState(none);
  const mayAccept = invoice.may.includes('accept');
  const differing =
    invoice.kind === 'closing' ? [] : invoice.lines.flatMap((line, at) => (line.outcome === 'matches' ? [] : [{ line, at }]));
  const reasonOf = (field: string): string => (reasons[field] ?? '').trim();
  const change = (field: string) => (text: string) => setReasons((before) => ({ ...before, [field]: text }));
  const submit = (): void =>
    once(async () => {
      const asked =
        verdict === 'refuse' ? ['reason'] : [...differing.map(({ at }) => `reasons-${at}`), ...(invoice.vatDiffers ? ['vatReason'] : [])];
      const faults =
        verdict === ''
          ? [{ field: 'verdict', message: 'Choose whether you accept it' }]
          : asked.filter((field) => reasonOf(field) === '').map((field) => ({ field, message: 'Enter a reason' }));
      setErrors(faults);
      if (faults.length > 0 || verdict === '') return;
      const body: Act =
        verdict === 'refuse'
          ? { kind: 'refuse', reason: reasonOf('reason') }
          : {
              kind: 'accept',
              seen: { version: invoice.version, dueNet: invoice.lines.map(({ dueNet }) => dueNet) },
              reasons: differing.map(({ at }) => ({ line: at, reason: reasonOf(`reasons-${at}`) })),
              ...(invoice.vatDiffers ? { vatReason: reasonOf('vatReason') } : {}),
            };
      try {
        await give(body, intent.keyFor(body));
      } catch (error) {
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => ({ field: pointer.replace(/^\//, '').replaceAll('/', '-'), message: detail })),
        );
        if (hasChanged(error)) readAgain();
      }
    });
  const options = [
    ...(mayAccept ? [{ value: 'accept' as const, label: invoice.kind === 'closing' ? 'Accept it' : 'Accept it for payment' }] : []),
    { value: 'refuse' as const, label: 'Refuse it: the provider has to put it right' },
  ];
  return (
    <section aria-label="Decide about it">
      <Heading level={2}>Decide about it</Heading>
      {mayAccept ? null : <Text block>You entered it, so somebody else of your school or department accepts it.</Text>}
      <Form errors={errors} onSubmit={submit} label="Decide about it">
        <RadioField name="verdict" label="What do you decide?" value={verdict} options={options} onChange={setVerdict} />
        {verdict === 'accept'
          ? differing.map(({ line, at }) => (
              <TextAreaField
                key={at}
                name={`reasons-${at}`}
                label={`Why do you accept ${line.orderNumber}, ${formatDate(line.from, 'plain')} to ${formatDate(line.to, 'plain')}, though it differs?`}
                limit={limit}
                value={reasons[`reasons-${at}`] ?? ''}
                onChange={change(`reasons-${at}`)}
              />
            ))
          : null}
        {verdict === 'accept' && invoice.vatDiffers ? (
          <TextAreaField
            name="vatReason"
            label="Why do you accept its VAT, though it differs from the rates of the orders?"
            limit={limit}
            value={reasons.vatReason ?? ''}
            onChange={change('vatReason')}
          />
        ) : null}
        {verdict === 'refuse' ? (
          <TextAreaField
            name="reason"
            label="What has the provider to put right?"
            {...(invoice.kind === 'closing' ? {} : { hint: 'It is mailed to the provider.' })}
            limit={limit}
            value={reasons.reason ?? ''}
            onChange={change('reason')}
          />
        ) : null}
        <div className={useStyles().acts}>
          <Button appearance="primary" type="submit">
            Send the decision
          </Button>
          {busy ? <Text role="status">Sending</Text> : null}
        </div>
      </Form>
    </section>
  );
};
