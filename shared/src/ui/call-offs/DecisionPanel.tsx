import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import type { Verdict } from '../../domain/approvals/approval-step.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { useOpener } from '../use-opener.tsx';
import { commentLimit } from './comment-limit.ts';
import type { Act } from './use-act.tsx';

const choices = [
  { value: 'approve', label: 'Approve' },
  { value: 'return', label: 'Ask for changes' },
  { value: 'reject', label: 'Reject' },
] as const;

/** While the provider takes no orders. */
const withoutApproval = choices.filter(({ value }) => value !== 'approve');

const none: readonly FormError[] = [];

/** The decision on the page: the full equal of the card. Approving asks once more with the total; the other two need a comment. */
export const DecisionPanel = ({ callOff, act, busy }: { callOff: CallOffReply } & Act): React.ReactElement => {
  const { api } = useSurroundings();
  const [verdict, setVerdict] = React.useState<Verdict | ''>('');
  const [comment, setComment] = React.useState('');
  const [errors, setErrors] = React.useState(none);
  const [asking, setAsking] = React.useState(false);
  const opener = useOpener();
  const total = formatMoney(callOff.price.gross);

  const send = (chosen: Verdict): void => {
    setAsking(false);
    const seen = { round: callOff.round, step: callOff.openStep };
    const body = { verdict: chosen, seen, ...(comment.trim() === '' ? {} : { comment }) };
    act(
      body,
      (key) => api.decideApproval({ params: { ref: callOff.ref }, body, key }),
      (error) =>
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => ({ field: pointer.endsWith('/comment') ? 'comment' : '', message: detail })),
        ),
    );
  };
  const submit = (): void => {
    const faults = decisionFaults(verdict, comment);
    setErrors(faults);
    if (faults.length > 0 || verdict === '') return;
    if (verdict === 'approve') setAsking(true);
    else send(verdict);
  };
  return (
    <section aria-label="Your decision">
      <Heading level={2}>Your decision</Heading>
      <Form errors={errors} onSubmit={submit}>
        <RadioField
          name="verdict"
          label="What do you decide?"
          options={callOff.providerPaused ? withoutApproval : choices}
          value={verdict}
          onChange={setVerdict}
        />
        <TextAreaField
          name="comment"
          label={verdict === 'reject' || verdict === 'return' ? 'Comment' : 'Comment (optional when you approve)'}
          hint="The requester and the other approvers see it"
          limit={commentLimit}
          value={comment}
          onChange={setComment}
        />
        <div>
          <Button ref={opener} appearance="primary" type="submit">
            Continue
          </Button>
        </div>
        {busy ? <Text role="status">Sending your decision</Text> : null}
      </Form>
      <ConfirmDialog
        open={asking}
        title={`Approve ${total}?`}
        confirmLabel={`Approve ${total}`}
        cancelLabel="Go back"
        onConfirm={() => send('approve')}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        {`${callOff.serviceName} from ${callOff.providerName} for ${callOff.buyerName}: ${bothTotals(callOff.price)}. ${whatFollows(callOff)}`}
      </ConfirmDialog>
    </section>
  );
};

const whatFollows = ({ steps, openStep }: CallOffReply): string =>
  openStep < steps.length - 1 ? 'It then goes to the next approver.' : 'The order then goes to the provider.';

const decisionFaults = (verdict: Verdict | '', comment: string): readonly FormError[] => {
  const faults: FormError[] = [];
  if (verdict === '') faults.push({ field: 'verdict', message: 'Choose whether to approve, ask for changes or reject' });
  const screened = screenFreeText(comment);
  if (comment.trim() === '' && (verdict === 'reject' || verdict === 'return'))
    faults.push({ field: 'comment', message: 'Enter a comment that tells the requester why' });
  else if (comment.length > commentLimit) faults.push({ field: 'comment', message: 'The comment must be 2,000 characters or fewer' });
  else if (!screened.ok) faults.push({ field: 'comment', message: screened.sentence });
  return faults;
};
