import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { fromInvoicePath, type InvoicePage, invoicePlace } from '../../contract/invoice-place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { CorrectInvoice, EnterInvoice } from './EnterInvoice.tsx';
import { InvoiceList } from './InvoiceList.tsx';
import { InvoiceView } from './InvoiceView.tsx';
import { MonthEnd } from './MonthEnd.tsx';
import { OrderCharges } from './OrderCharges.tsx';
import { OrderDocument } from './OrderDocument.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '72rem',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  back: { '@media print': { display: 'none' } },
});

const OffFrameworkPage = later(
  async () => (await import('../off-framework/OffFrameworkPage.tsx')).OffFrameworkPage,
  <LoadingPage title="Bought outside the framework" what="this page" />,
);

/** What providers charge, and the order on paper (rows 44, 60). */
export const InvoicesPage: React.FC = () => {
  const { place } = useSurroundings();
  const path = place.at === 'invoices' ? place.path : '';
  const page = fromInvoicePath(path);
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.back}>
        {page.at === 'order' || page.at === 'document' ? (
          <PlaceLink to={{ at: 'call-off', ref: page.ref }}>Back to the request</PlaceLink>
        ) : page.at === 'list' ? (
          <PlaceLink to={{ at: 'my-requests' }}>Back to my requests</PlaceLink>
        ) : (
          <PlaceLink to={invoicePlace({ at: 'list' })}>Back to the invoices</PlaceLink>
        )}
      </div>
      <PageOf key={path} page={page} />
    </div>
  );
};

const PageOf: React.FC<{ readonly page: InvoicePage }> = ({ page }) => {
  switch (page.at) {
    case 'list':
      return <InvoiceList />;
    case 'enter':
      return <EnterInvoice />;
    case 'month':
      return <MonthEnd />;
    case 'outside':
      return <OffFrameworkPage />;
    case 'invoice':
      return <InvoiceView invoiceRef={page.ref} />;
    case 'correct':
      return <CorrectInvoice invoiceRef={page.ref} />;
    case 'order':
      return <OrderCharges callOffRef={page.ref} />;
    case 'document':
      return <OrderDocument callOffRef={page.ref} />;
  }
};
