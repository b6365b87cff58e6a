import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import useSWR from 'swr';
import { invoicePlace } from '../../contract/invoice-place.ts';
import type { ChargesReply } from '../../contract/invoices.ts';
import { formatDate, toLondonDate } from '../../domain/days/local-date.ts';
import { invoiceKindWords, invoiceStatusWords } from '../../domain/invoices/invoice.ts';
import { formatMoney, pence } from '../../domain/money/money.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { type Column, Table } from '../commissioning/Table.tsx';
import { Form } from '../forms/Form.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { formErrorsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useInvoicesClient } from './use-invoices.tsx';

type Paper = ChargesReply['papers'][number];
type Gap = ChargesReply['gaps'][number];

const days = ({ from, to }: Pick<Gap, 'from' | 'to'>): string => `${formatDate(from, 'short')} to ${formatDate(to, 'short')}`;

const papers: readonly Column<Paper>[] = [
  { name: 'Number', of: ({ invoiceRef, number }) => <PlaceLink to={invoicePlace({ at: 'invoice', ref: invoiceRef })}>{number}</PlaceLink> },
  { name: 'What it is', of: ({ kind }) => invoiceKindWords[kind] },
  { name: 'Days', of: days },
  { name: 'Stands', of: ({ status }) => invoiceStatusWords[status] },
  { name: 'Without VAT', of: ({ net }) => formatMoney(net), as: 'number' },
];
const gaps: readonly Column<Gap>[] = [
  { name: 'Days', of: days },
  { name: 'Owed units', of: ({ units }) => units, as: 'number' },
  { name: 'Owed', of: ({ net }) => formatMoney(net), as: 'number' },
  { name: 'Sessions not reported', of: ({ unreported }) => unreported, as: 'number' },
];

/** Row 60: an order between what is owed and what was invoiced, to the end of yesterday. */
export const OrderCharges: React.FC<{ readonly callOffRef: string }> = ({ callOffRef }) => {
  const client = useInvoicesClient();
  const read = useSWR<ChargesReply, unknown>(['getCharges', callOffRef], () => client.getCharges({ params: { ref: callOffRef } }));
  return (
    <Loaded reads={[read] as const} page="Charges of an order" what="the charges" failed="The charges could not be loaded">
      {(charges) => (
        <>
          <PageHeading>{`Charges of order ${charges.orderNumber}`}</PageHeading>
          <Text block weight="semibold">
            {charges.reconciled
              ? 'Reconciled: everything that is owed is invoiced, or the difference is explained.'
              : 'Not reconciled yet.'}
          </Text>
          <Facts facts={factsOf(charges)} />
          <div>
            {charges.may.includes('enter') ? (
              <PlaceLink to={invoicePlace({ at: 'enter' })}>Enter an invoice or a credit note</PlaceLink>
            ) : null}
          </div>
          {charges.papers.length === 0 ? (
            <Text block>No invoice is entered for this order.</Text>
          ) : (
            <Table
              caption="Invoices and credit notes for this order"
              columns={papers}
              rows={charges.papers}
              keyOf={({ invoiceRef, from }) => `${invoiceRef}/${from}`}
            />
          )}
          {charges.gaps.length === 0 ? null : (
            <Table caption="Days that no accepted invoice answers for" columns={gaps} rows={charges.gaps} keyOf={({ from }) => from} />
          )}
          {charges.may.includes('close') ? <NothingMore charges={charges} /> : null}
        </>
      )}
    </Loaded>
  );
};

const factsOf = (charges: ChargesReply) => [
  {
    label: 'Owed by attendance',
    value: `${formatMoney(charges.due)}: ${charges.dueUnits} at ${formatMoney(charges.unitPrice)} per ${charges.unit}`,
  },
  { label: 'Accepted for payment', value: formatMoney(charges.invoiced) },
  { label: 'Given back', value: formatMoney(charges.credited) },
  { label: 'Waiting to be accepted', value: formatMoney(pence(charges.waiting)) },
  { label: 'Delivered, not invoiced', value: formatMoney(charges.accrual) },
  { label: 'Difference', value: formatMoney(pence(charges.difference)) },
  { label: 'Sessions not reported', value: String(charges.unreported) },
  ...(charges.reasons.length === 0 ? [] : [{ label: 'Reasons given', value: charges.reasons.join('\n') }]),
  { label: 'All sums', value: 'Without VAT, to the end of yesterday' },
];

const none: readonly FormError[] = [];

/** The rest of an order that is over is explained: by one person here, accepted by another. */
const NothingMore: React.FC<{ readonly charges: ChargesReply }> = ({ charges }) => {
  const client = useInvoicesClient();
  const { go } = useSteadySurroundings();
  const { busy, once } = useOnce();
  const intent = useIntent();
  const [note, setNote] = React.useState('');
  const [errors, setErrors] = React.useState(none);
  const submit = (): void =>
    once(async () => {
      if (note.trim() === '') return setErrors([{ field: 'note', message: 'Say why nothing more will be invoiced' }]);
      const { buyerRef, providerRef, orderNumber } = charges;
      const told = { buyerRef, providerRef, kind: 'closing' as const, number: orderNumber, note: note.trim(), vat: pence(0) };
      const lines = charges.gaps.map(({ from, to }) => ({ orderNumber, from, to, units: 0, net: pence(0) }));
      const body = { ...told, date: toLondonDate(new Date().toISOString()), lines };
      try {
        const { ref } = await client.enterInvoice({ body, key: intent.keyFor(body) });
        go(invoicePlace({ at: 'invoice', ref }));
      } catch (error) {
        setErrors(formErrorsOf(error, { note }));
      }
    });
  return (
    <section aria-label="Nothing more will be invoiced">
      <Heading level={2}>Nothing more will be invoiced</Heading>
      <Form errors={errors} onSubmit={submit} label="Nothing more will be invoiced">
        <TextAreaField
          name="note"
          label="Why will these days not be invoiced?"
          hint="Somebody else of your school or department accepts it. Afterwards nothing can be charged for them"
          limit={2_000}
          value={note}
          onChange={setNote}
        />
        <div>
          <Button type="submit">State that nothing more will be invoiced</Button>
          {busy ? <Text role="status">Sending</Text> : null}
        </div>
      </Form>
    </section>
  );
};
