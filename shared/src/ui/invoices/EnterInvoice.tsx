import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { invoicePlace } from '../../contract/invoice-place.ts';
import type { Chargeable, InvoiceReply, listChargeable } from '../../contract/invoices.ts';
import { invoiceKindWords } from '../../domain/invoices/invoice.ts';
import { Form } from '../forms/Form.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { LineFields } from './LineFields.tsx';
import { answersOf, blankInvoice, blankLine, bodyOf, type InvoiceAnswers, type TypedBody } from './typed-invoice.ts';
import { useInvoicesClient } from './use-invoices.tsx';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  form: { maxWidth: '48rem', minWidth: 0 },
});

const none: readonly FormError[] = [];
const kinds = (['invoice', 'credit-note'] as const).map((value) => ({ value, label: invoiceKindWords[value] }));

const useChargeable = () => {
  const client = useInvoicesClient();
  return useSWR<ReplyOf<typeof listChargeable>, unknown>(['listChargeable'], () => client.listChargeable({}));
};

/** Row 60: what the paper of a provider says is typed here; no file is kept. */
export const EnterInvoice: React.FC = () => {
  const client = useInvoicesClient();
  const read = useChargeable();
  const [chosen, setChosen] = React.useState('0');
  return (
    <>
      <PageHeading>Enter an invoice or a credit note</PageHeading>
      <Text block>Enter what stands on the paper, not what you think is owed: each line is then matched with attendance.</Text>
      <Loaded reads={[read] as const} what="your orders" failed="Your orders could not be loaded">
        {({ accounts }) => {
          const account = accounts[Number(chosen)] ?? accounts[0];
          if (!account) return <EmptyState level={2} title="No order of yours has started, so nothing can be invoiced" />;
          const { buyerRef, providerRef } = account;
          return (
            <TypedForm
              account={account}
              before={blankInvoice}
              button="Enter it"
              send={({ kind }, body, key) => client.enterInvoice({ body: { buyerRef, providerRef, kind, ...body }, key })}
              first={
                <SelectField
                  name="account"
                  label="Who invoices whom?"
                  value={chosen}
                  options={accounts.map(({ buyerName, providerName }, at) => ({
                    value: String(at),
                    label: `${providerName}, for ${buyerName}`,
                  }))}
                  onChange={setChosen}
                />
              }
            />
          );
        }}
      </Loaded>
    </>
  );
};

/** Corrects what was entered, or enters the next version of one that was refused. */
export const CorrectInvoice: React.FC<{ readonly invoiceRef: string }> = ({ invoiceRef }) => {
  const client = useInvoicesClient();
  const read = useChargeable();
  const invoice = useSWR<InvoiceReply, unknown>(['getInvoice', invoiceRef], () => client.getInvoice({ params: { ref: invoiceRef } }));
  return (
    <Loaded reads={[invoice, read] as const} page="Correct an invoice" what="the invoice" failed="The invoice could not be loaded">
      {(present, { accounts }) => {
        const account = accounts.find(({ buyerRef, providerRef }) => buyerRef === present.buyerRef && providerRef === present.providerRef);
        return (
          <>
            <PageHeading>{`Correct ${present.number}`}</PageHeading>
            {account ? (
              <TypedForm
                account={account}
                before={answersOf(present)}
                button="Save what it says"
                fixed
                send={(_answers, { number: _number, ...body }, key) =>
                  client.commandInvoice({ params: { ref: invoiceRef }, body: { kind: 'correct', ...body }, key })
                }
              />
            ) : (
              <EmptyState level={2} title="No order with this provider can be invoiced any more" />
            )}
          </>
        );
      }}
    </Loaded>
  );
};

interface Props {
  readonly account: Chargeable;
  readonly before: InvoiceAnswers;
  readonly button: string;
  /** What it is and its number stay as they are. */
  readonly fixed?: boolean;
  readonly first?: React.ReactElement;
  readonly send: (answers: InvoiceAnswers, body: TypedBody, key: string) => Promise<InvoiceReply>;
}

const TypedForm: React.FC<Props> = ({ account, before, button, fixed = false, first, send }) => {
  const { go } = useSteadySurroundings();
  const { busy, once } = useOnce();
  const intent = useIntent();
  const styles = useStyles();
  const [typed, setAnswers] = React.useState(before);
  const answers = withOrdersOf(account, typed);
  const [errors, setErrors] = React.useState(none);
  const change = (part: Partial<InvoiceAnswers>): void => setAnswers((present) => ({ ...present, ...part }));
  const submit = (): void =>
    once(async () => {
      const { body, errors: faults } = bodyOf(answers);
      setErrors(faults);
      if (!body) return;
      try {
        const { ref } = await send(answers, body, intent.keyFor({ kind: answers.kind, ...body }));
        go(invoicePlace({ at: 'invoice', ref }));
      } catch (error) {
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOf(pointer), message: detail })));
      }
    });
  const { lines } = answers;
  return (
    <div className={styles.form}>
      <Form errors={errors} onSubmit={submit} label="What the paper says">
        {first}
        {fixed ? null : (
          <>
            <RadioField name="kind" label="What is it?" value={answers.kind} options={kinds} onChange={(kind) => change({ kind })} />
            <TextField
              name="number"
              label="Number of the invoice or credit note"
              width="medium"
              value={answers.number}
              onChange={(number) => change({ number })}
            />
          </>
        )}
        <DateField name="date" label="Date on it" value={answers.date} onChange={(date) => change({ date })} />
        <TextField
          name="poNumber"
          label="Your purchase order number"
          optional
          width="medium"
          value={answers.poNumber}
          onChange={(poNumber) => change({ poNumber })}
        />
        {lines.map((line, at) => (
          <LineFields
            // Lines have no name of their own: each is what stands at its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            at={at}
            line={line}
            orders={account.orders}
            credit={answers.kind === 'credit-note'}
            onChange={(part) => change({ lines: lines.map((each, other) => (other === at ? { ...each, ...part } : each)) })}
            {...(lines.length > 1 ? { onRemove: () => change({ lines: lines.filter((_each, other) => other !== at) }) } : {})}
          />
        ))}
        <div>
          <Button onClick={() => change({ lines: [...lines, blankLine] })}>Add a line</Button>
        </div>
        <TextField
          name="vat"
          label="VAT of the whole, in pounds"
          hint="As it stands on the paper; 0 where it has none"
          width="short"
          inputMode="decimal"
          value={answers.vat}
          onChange={(vat) => change({ vat })}
        />
        <div className={styles.acts}>
          <Button appearance="primary" type="submit">
            {button}
          </Button>
          {busy ? <Text role="status">Sending</Text> : null}
        </div>
      </Form>
    </div>
  );
};

/** Orders are those of one account: of another, they have to be chosen again. Everything else that was typed stays. */
const withOrdersOf = ({ orders }: Chargeable, answers: InvoiceAnswers): InvoiceAnswers => ({
  ...answers,
  lines: answers.lines.map((line) =>
    orders.some(({ orderNumber }) => orderNumber === line.orderNumber) ? line : { ...line, orderNumber: '' },
  ),
});

/** '/lines/0/from' is the field 'lines-0-from'. */
const fieldOf = (pointer: string): string => pointer.replace(/^\/(body\/)?/, '').replaceAll('/', '-');
