import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import type { OrderDocumentReply } from '../../contract/invoices.ts';
import { orderPaper } from '../../domain/orders/order-paper.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { saveBytes } from '../files/save-file.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { usePrintedAlone } from '../use-printed-alone.tsx';
import { useInvoicesClient } from './use-invoices.tsx';

const useStyles = makeStyles({
  paper: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '48rem',
    minWidth: 0,
    // On paper: black on white, whatever the theme of the screen.
    '@media print': { maxWidth: 'none', '& *': { color: '#000' } },
  },
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, minWidth: 0, '@media print': { breakInside: 'avoid' } },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, '@media print': { display: 'none' } },
});

/** Row 44: an order as both sides keep it, made to be printed or kept as PDF. */
export const OrderDocument: React.FC<{ readonly callOffRef: string }> = ({ callOffRef }) => {
  const client = useInvoicesClient();
  const styles = useStyles();
  usePrintedAlone();
  const read = useSWR<OrderDocumentReply, unknown>(['getOrderDocument', callOffRef], () =>
    client.getOrderDocument({ params: { ref: callOffRef } }),
  );
  const { busy, once } = useOnce();
  const [failed, setFailed] = React.useState<string>();
  const download = (number: string): void =>
    once(async () => {
      setFailed(undefined);
      try {
        saveBytes(`${number}.pdf`, 'application/pdf', await client.getOrderPdf({ params: { ref: callOffRef } }));
      } catch (error) {
        setFailed(sentenceOf(error));
      }
    });
  return (
    <Loaded reads={[read] as const} page="Order document" what="the order" failed="The order could not be loaded">
      {(order) => (
        <article className={styles.paper} aria-label={`Order ${order.number}`}>
          <PageHeading title={`Order ${order.number}`}>{`Order ${order.number}`}</PageHeading>
          <div className={styles.acts}>
            <Button onClick={() => window.print()}>Print</Button>
            <Button disabledFocusable={busy} onClick={() => download(order.number)}>
              Download PDF
            </Button>
          </div>
          {failed === undefined ? null : <Text role="alert">{failed}</Text>}
          {orderPaper(order).sections.map(({ title, facts, text }) => (
            <section key={title} aria-label={title} className={styles.part}>
              <Heading level={2}>{title}</Heading>
              {facts.length > 0 ? <Facts facts={facts} /> : null}
              {text.map((line) => (
                <Text key={line} block>
                  {line}
                </Text>
              ))}
            </section>
          ))}
        </article>
      )}
    </Loaded>
  );
};
