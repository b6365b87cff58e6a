import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import type { BodyOf } from '../../contract/endpoint.ts';
import { invoicePlace } from '../../contract/invoice-place.ts';
import type { commandInvoice, InvoiceReply } from '../../contract/invoices.ts';
import { formatDate, formatInstant } from '../../domain/days/local-date.ts';
import { invoiceKindWords, invoiceStatusWords, signed } from '../../domain/invoices/invoice.ts';
import { matchOutcomeWords } from '../../domain/invoices/match-line.ts';
import { formatMoney, pence } from '../../domain/money/money.ts';
import { payerNames } from '../../domain/money/payer.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Facts } from '../call-offs/Facts.tsx';
import { OrderNumberLink } from '../commissioning/OrderNumberLink.tsx';
import { type Column, Table } from '../commissioning/Table.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { DecideInvoice } from './DecideInvoice.tsx';
import { useInvoicesClient } from './use-invoices.tsx';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  stands: { margin: 0 },
});

type Line = InvoiceReply['lines'][number];

const differenceWords = ({ difference }: Line): string =>
  difference === 0 ? 'None' : `${formatMoney(pence(Math.abs(difference)))} ${difference > 0 ? 'more' : 'less'} than is owed`;

const columns: readonly Column<Line>[] = [
  {
    name: 'Order',
    of: ({ callOffRef, orderNumber }) => <OrderNumberLink to={invoicePlace({ at: 'order', ref: callOffRef })} number={orderNumber} />,
  },
  { name: 'Days', of: ({ from, to }) => `${formatDate(from, 'short')} to ${formatDate(to, 'short')}` },
  { name: 'Match', of: ({ outcome }) => matchOutcomeWords[outcome] },
  { name: 'Asked', of: ({ net }) => formatMoney(net), as: 'number' },
  { name: 'Owed', of: ({ dueNet }) => formatMoney(dueNet), as: 'number' },
  { name: 'Difference', of: differenceWords },
  { name: 'Units', of: ({ units, dueUnits, unit }) => `${units} asked, ${dueUnits} owed, each a ${unit}` },
  { name: 'Not reported', of: ({ unreported }) => (unreported === 0 ? 'None' : `${unreported} sessions`) },
  { name: 'Paid by', of: ({ payer }) => payerNames[payer] },
  { name: 'Reason', of: ({ reason }) => reason ?? '' },
];

/** Row 60: an invoice, each line beside what is owed for it, and what this person may do about it. */
export const InvoiceView: React.FC<{ readonly invoiceRef: string }> = ({ invoiceRef }) => {
  const client = useInvoicesClient();
  const announce = useAnnounce();
  const styles = useStyles();
  const standing = React.useRef<HTMLParagraphElement>(null);
  const read = useSWR<InvoiceReply, unknown>(['getInvoice', invoiceRef], () => client.getInvoice({ params: { ref: invoiceRef } }));
  const give = async (body: BodyOf<typeof commandInvoice>, key: string): Promise<void> => {
    const reply = await client.commandInvoice({ params: { ref: invoiceRef }, body, key });
    await read.mutate(reply, { revalidate: false });
    announce(invoiceStatusWords[reply.status]);
    standing.current?.focus();
  };
  return (
    <Loaded reads={[read] as const} page="An invoice" what="the invoice" failed="The invoice could not be loaded">
      {(invoice) => (
        <>
          <PageHeading>{`${invoiceKindWords[invoice.kind]} ${invoice.number}`}</PageHeading>
          <p ref={standing} tabIndex={-1} className={styles.stands}>
            <Text weight="semibold">{`${invoiceStatusWords[invoice.status]}.`}</Text>
          </p>
          {invoice.refusedReason === undefined ? null : (
            <Notice intent="warning" title="It was refused">
              {invoice.refusedReason}
            </Notice>
          )}
          {invoice.partly ? <Text block>You see the lines that the council pays.</Text> : null}
          <Facts facts={factsOf(invoice)} />
          <Table
            caption={
              invoice.kind === 'credit-note'
                ? 'Each line beside what was charged beyond what is owed, without VAT'
                : 'Each line beside what is owed by attendance, without VAT'
            }
            columns={columns}
            rows={invoice.lines}
            keyOf={({ orderNumber, from }) => `${orderNumber}/${from}`}
          />
          <Text block>This product pays nothing. What is accepted goes to your finance system by the file of the month.</Text>
          {invoice.may.includes('accept') || invoice.may.includes('refuse') ? (
            <DecideInvoice key={invoice.version} invoice={invoice} give={give} readAgain={() => void read.mutate()} />
          ) : null}
          <div className={styles.acts}>
            {invoice.may.includes('correct') && invoice.kind !== 'closing' ? (
              <PlaceLink to={invoicePlace({ at: 'correct', ref: invoice.ref })}>Correct what it says</PlaceLink>
            ) : null}
            {invoice.may.includes('withdraw') ? <Withdraw give={give} /> : null}
          </div>
        </>
      )}
    </Loaded>
  );
};

const Withdraw: React.FC<{ readonly give: (body: BodyOf<typeof commandInvoice>, key: string) => Promise<void> }> = ({ give }) => {
  const [failed, setFailed] = React.useState(false);
  const key = React.useMemo(() => crypto.randomUUID(), []);
  return (
    <div>
      <Button onClick={() => void give({ kind: 'withdraw' }, key).catch(() => setFailed(true))}>
        Withdraw it: it was entered by mistake
      </Button>
      {failed ? <Text role="alert">It could not be withdrawn. Load the page again to see how it stands.</Text> : null}
    </div>
  );
};

const factsOf = (invoice: InvoiceReply) => [
  { label: 'Provider', value: invoice.providerName },
  { label: 'School or department', value: invoice.buyerName },
  { label: 'Date', value: formatDate(invoice.date) },
  ...(invoice.poNumber === undefined ? [] : [{ label: 'PO number', value: invoice.poNumber }]),
  ...(invoice.note === undefined ? [] : [{ label: 'Reason', value: invoice.note }]),
  { label: 'Without VAT', value: formatMoney(signed(invoice, invoice.net)) },
  {
    label: 'VAT',
    value: `${formatMoney(signed(invoice, invoice.vat))}${invoice.vatDiffers ? `; by the rates of the orders ${formatMoney(signed(invoice, invoice.expectedVat))}` : ''}`,
  },
  { label: 'With VAT', value: formatMoney(signed(invoice, invoice.gross)) },
  ...(invoice.vatReason === undefined ? [] : [{ label: 'Why VAT differs', value: invoice.vatReason }]),
  { label: 'Entered by', value: invoice.enteredBy.join(', ') },
  ...(invoice.acceptedBy === undefined
    ? []
    : [
        {
          label: 'Accepted by',
          value: `${invoice.acceptedBy}${invoice.acceptedAt === undefined ? '' : `, ${formatInstant(invoice.acceptedAt)}`}`,
        },
      ]),
];
