import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatInstant } from '../../domain/days/local-date.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { Heading } from '../Heading.tsx';
import { ActForm } from '../orders/ActForm.tsx';
import { choiceFault, textFault } from '../orders/faults.ts';
import { countWords } from '../words.tsx';
import { nobodyLeaves, priceWords, unusedSentences } from './block-words.ts';
import { useBlockStyles } from './use-block-styles.tsx';
import type { BlockAct, BlockActProps } from './use-blocks.tsx';

const verdicts = [
  { value: 'approve-pledge', label: 'Approve' },
  { value: 'refuse-pledge', label: 'Refuse' },
] as const;
type Verdict = (typeof verdicts)[number]['value'];

/** Row 53: an approver decides units and cap, and so the maximum cost, before closing. */
export const DecidePledge: React.FC<BlockActProps> = ({ reply, ...giving }) => {
  const { box } = useBlockStyles();
  const [verdict, setVerdict] = React.useState<Verdict | ''>('');
  const [reason, setReason] = React.useState('');
  const { purchase, buyerRef, may } = reply;
  const pledge = purchase.own?.pledge;
  if (!pledge || buyerRef === undefined || !may.includes('approve-pledge')) return null;
  const { statement } = purchase;
  const { units, cap, round, maximumCost, pledgedBy } = pledge;
  const most = formatMoney(maximumCost.gross);
  const body: BlockAct | undefined =
    verdict === ''
      ? undefined
      : verdict === 'approve-pledge'
        ? { kind: verdict, buyerRef, round }
        : { kind: verdict, buyerRef, round, reason: reason.trim() };
  return (
    <section aria-label="Your decision" className={box}>
      <Heading level={2}>Your decision</Heading>
      <Facts
        facts={[
          { label: 'Pledged by', value: pledgedBy },
          { label: 'Units', value: countWords(units, statement.unit) },
          { label: 'At no more than', value: priceWords(cap, statement.unit) },
          { label: 'Maximum cost', value: bothTotals(maximumCost) },
          { label: 'Decide by', value: formatInstant(statement.closesAt) },
        ]}
      />
      <Text block>{`${nobodyLeaves} ${unusedSentences[statement.unused]}`}</Text>
      <ActForm<BlockAct>
        {...giving}
        fields={['verdict', 'reason']}
        faults={[
          choiceFault('verdict', verdict, 'Choose whether to approve or refuse'),
          verdict === 'refuse-pledge' ? textFault('reason', reason, 'Enter why the pledge is refused') : undefined,
        ]}
        body={body}
        button="Continue"
        confirm={
          verdict === 'approve-pledge'
            ? {
                title: `Approve up to ${most}?`,
                text: `${countWords(units, statement.unit)} at no more than ${priceWords(cap, statement.unit)}: at most ${bothTotals(maximumCost)}. ${nobodyLeaves} ${unusedSentences[statement.unused]}`,
                label: `Approve up to ${most}`,
              }
            : undefined
        }
      >
        <RadioField name="verdict" label="What do you decide?" options={verdicts} value={verdict} onChange={setVerdict} />
        {verdict === 'refuse-pledge' ? (
          <TextAreaField
            name="reason"
            label="Why is it refused?"
            hint="It is kept in the record"
            limit={2_000}
            value={reason}
            onChange={setReason}
          />
        ) : null}
      </ActForm>
    </section>
  );
};
