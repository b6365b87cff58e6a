import * as React from 'react';
import useSWR from 'swr';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { invoicePlace } from '../../contract/invoice-place.ts';
import type { InvoiceSummary, listInvoices } from '../../contract/invoices.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { invoiceKindWords, invoiceStatusWords, signed } from '../../domain/invoices/invoice.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Paged } from '../commissioning/Paged.tsx';
import { type Column, Table } from '../commissioning/Table.tsx';
import { IfOn } from '../features/IfOn.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useApi } from '../use-api.tsx';
import { useInvoicesClient } from './use-invoices.tsx';

const columns: readonly Column<InvoiceSummary>[] = [
  { name: 'Number', of: ({ ref, number }) => <PlaceLink to={invoicePlace({ at: 'invoice', ref })}>{number}</PlaceLink> },
  { name: 'What it is', of: ({ kind }) => invoiceKindWords[kind] },
  { name: 'Provider', of: ({ providerName }) => providerName },
  { name: 'School or department', of: ({ buyerName }) => buyerName },
  { name: 'Date', of: ({ date }) => formatDate(date, 'short'), as: 'short' },
  { name: 'Stands', of: ({ status }) => invoiceStatusWords[status] },
  { name: 'Lines that differ', of: ({ differing }) => (differing === 0 ? 'None' : differing), as: 'short' },
  { name: 'With VAT', of: (invoice) => formatMoney(signed(invoice, invoice.gross)), as: 'number' },
];

/** Row 60: invoices of one's own schools; for a commissioner those that the council pays. */
export const InvoiceList: React.FC = () => {
  const client = useInvoicesClient();
  const me = useApi('getMe', {});
  const enters = me.data?.memberships.some(
    ({ status, roles }) => status === 'active' && roles.some((role) => role === 'requester' || role === 'approver' || role === 'contact'),
  );
  const read = useSWR<ReplyOf<typeof listInvoices>, unknown>(['listInvoices'], () => client.listInvoices({}));
  return (
    <>
      <PageHeading>Invoices</PageHeading>
      <div>
        {enters ? (
          <>
            <PlaceLink to={invoicePlace({ at: 'enter' })}>Enter an invoice or a credit note</PlaceLink>
            <br />
            <IfOn feature="off-framework">
              <PlaceLink to={invoicePlace({ at: 'outside' })}>Bought outside the framework: declare it</PlaceLink>
              <br />
            </IfOn>
          </>
        ) : null}
        <PlaceLink to={invoicePlace({ at: 'month' })}>End of the month: what is delivered and not invoiced</PlaceLink>
      </div>
      <Loaded reads={[read] as const} what="the invoices" failed="The invoices could not be loaded">
        {({ invoices }) =>
          invoices.length === 0 ? (
            <EmptyState level={2} title="No invoice is entered yet" />
          ) : (
            <Paged rows={invoices} what="invoices">
              {(page) => (
                <Table caption="Invoices: what waits to be accepted comes first" columns={columns} rows={page} keyOf={({ ref }) => ref} />
              )}
            </Paged>
          )
        }
      </Loaded>
    </>
  );
};
