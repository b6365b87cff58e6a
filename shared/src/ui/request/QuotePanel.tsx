import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { QuoteReply } from '../../contract/call-offs.ts';
import { budgetSentence } from '../../domain/ledgers/budget-left.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { approvalRoute } from '../call-offs/approval-route.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { priceFacts } from '../call-offs/price-facts.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { Heading } from '../Heading.tsx';
import type { QuoteState } from './use-quote.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
});

/** What the request costs as it stands, and who will decide it. */
export const QuotePanel = ({ state }: { state: QuoteState }): React.ReactElement | null => {
  const styles = useStyles();
  const status = React.useRef<HTMLDivElement>(null);
  const shown = state.quote ?? state.earlier;
  if (shown === undefined && !state.pending && state.error === undefined) return null;
  // The button goes while the price is worked out: the focus goes to where the price will stand.
  const again = (): void => {
    status.current?.focus();
    void state.again();
  };
  return (
    <section className={styles.panel} aria-label="Price">
      <Heading level={2} look="item">
        Price
      </Heading>
      <div role="status" ref={status} tabIndex={-1}>
        {statusOf(state)}
      </div>
      {state.error === undefined ? null : <Button onClick={again}>Work out the price again</Button>}
      {shown === undefined || state.error !== undefined ? null : <QuoteFacts quote={shown} />}
    </section>
  );
};

const statusOf = ({ quote, error, pending, earlier }: QuoteState): string => {
  if (error !== undefined) return `There is no price for these answers. ${sentenceOf(error)}`;
  if (pending)
    return earlier === undefined ? 'Working out the price' : 'Working out the new price. The one below is for your earlier answers.';
  return quote === undefined ? '' : `${formatMoney(quote.price.gross)} with VAT${quote.whyNotBasis ? `. ${quote.whyNotBasis}` : ''}`;
};

const QuoteFacts = ({ quote }: { quote: QuoteReply }): React.ReactElement => {
  const route = approvalRoute(quote.steps);
  return (
    <Facts
      facts={[
        ...(quote.advice ? [{ label: 'Take note', value: quote.advice.join(' ') }] : []),
        ...priceFacts(quote.price, quote),
        ...(quote.budgets ?? []).map((share) => ({ label: `Your budget ${share.year}, without VAT`, value: budgetSentence(share) })),
        ...(route === '' ? [] : [{ label: 'Who will approve', value: route }]),
      ]}
    />
  );
};
