import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { decideOrderChange, OrderReply } from '../../contract/orders.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { oneOf } from '../../domain/texts/one-of.ts';
import { commentLimit } from '../call-offs/comment-limit.ts';
import { Facts } from '../call-offs/Facts.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { Heading } from '../Heading.tsx';
import { Notice } from '../states/Notice.tsx';
import { ActForm, type Giving } from './ActForm.tsx';
import { choiceFault, textFault } from './faults.ts';
import { daysOf } from './plan-facts.ts';

export type ChangeDecision = BodyOf<typeof decideOrderChange>;
type Change = NonNullable<OrderReply['change']>;

const useStyles = makeStyles({ change: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 } });

const kinds: Readonly<Record<Change['kind'], string>> = { vary: 'Other days of the week', extend: 'A later last day' };

/** A change that costs more than was approved: what it is, what it costs before and after, who is asked, and for whom it is the decision. */
export const WaitingChange = ({
  order,
  change,
  ...giving
}: { order: OrderReply; change: Change } & Giving<ChangeDecision>): React.ReactElement => (
  <section aria-label="A change that waits for approval" className={useStyles().change}>
    <Heading level={3}>A change that waits for approval</Heading>
    <Notice title={`The order stays as it is until ${oneOf(change.waitingFor)} has approved.`} />
    <Facts
      facts={[
        { label: 'What changes', value: kinds[change.kind] },
        { label: 'Why', value: change.reason },
        { label: 'Asked for by', value: `${change.proposedBy}, ${formatInstant(change.proposedAt)}` },
        { label: 'Days after it', value: daysOf(change.plan) },
        { label: 'How it is counted', value: change.plan.unitsSentence },
        { label: 'Total now', value: bothTotals(order.plan) },
        { label: 'Total after it', value: bothTotals(change.plan) },
      ]}
    />
    {order.may.includes('decide-change') ? <DecideChange order={order} change={change} {...giving} /> : null}
  </section>
);

const verdicts = [
  { value: 'approve', label: 'Approve' },
  { value: 'refuse', label: 'Refuse' },
] as const;

/** Approving asks once more with the new total; refusing needs a comment. */
const DecideChange = ({ order, change, ...giving }: { order: OrderReply; change: Change } & Giving<ChangeDecision>): React.ReactElement => {
  const [verdict, setVerdict] = React.useState<'approve' | 'refuse' | ''>('');
  const [comment, setComment] = React.useState('');
  const approve = verdict === 'approve';
  const total = formatMoney(change.plan.gross);
  return (
    <ActForm<ChangeDecision>
      {...giving}
      fields={['verdict', 'comment']}
      faults={[
        choiceFault('verdict', verdict, 'Choose whether to approve or refuse the change'),
        textFault('comment', comment, verdict === 'refuse' ? 'Enter a comment that says why the change is refused' : undefined),
      ]}
      body={{ approve, seen: { change: change.number, step: change.step }, ...(comment.trim() === '' ? {} : { comment }) }}
      button="Continue"
      confirm={
        approve
          ? {
              title: `Approve ${total}?`,
              label: `Approve ${total}`,
              text: `Order ${order.number} then comes to ${bothTotals(change.plan)}, instead of ${bothTotals(order.plan)}.`,
            }
          : undefined
      }
    >
      <RadioField name="verdict" label="What do you decide?" options={verdicts} value={verdict} onChange={setVerdict} />
      <TextAreaField
        name="comment"
        label={verdict === 'refuse' ? 'Comment' : 'Comment (optional when you approve)'}
        hint="Whoever asked for the change and the other approvers see it"
        limit={commentLimit}
        value={comment}
        onChange={setComment}
      />
    </ActForm>
  );
};
