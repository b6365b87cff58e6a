import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { holdSentence } from '../../domain/quality/hold-sentence.ts';
import type { HoldAnswer } from '../../domain/quality/order-hold.ts';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { Notice } from '../states/Notice.tsx';
import { commentLimit } from './comment-limit.ts';
import type { Act } from './use-act.tsx';

type Hold = NonNullable<CallOffReply['hold']>;

const labels: Readonly<Record<HoldAnswer, string>> = {
  continue: 'The placement goes on',
  pause: 'The placement pauses',
  end: 'The placement ends',
  resume: 'The placement is taken up again',
};

const useStyles = makeStyles({ panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 } });

const none: readonly FormError[] = [];

/** A live order whose provider is paused for new orders: the fixed words about it, and what the school decides. Why it is paused is not told. */
export const HoldPanel = ({ callOff, hold, act, busy }: { callOff: CallOffReply; hold: Hold } & Act): React.ReactElement | null => {
  const { api, host } = useSurroundings();
  const styles = useStyles();
  const [answer, setAnswer] = React.useState<HoldAnswer | ''>('');
  const [reason, setReason] = React.useState('');
  const [errors, setErrors] = React.useState(none);
  const decides = hold.may.length > 0 && host.mayDecide;
  if (hold.notice === undefined && !decides) return null;
  const submit = (): void => {
    const faults = faultsIn(answer, reason);
    setErrors(faults);
    if (faults.length > 0 || answer === '') return;
    const body = { answer, ...(answer === 'resume' || reason.trim() === '' ? {} : { reason }) };
    act(
      body,
      async (key) => {
        const reply = await api.answerOrderHold({ params: { ref: callOff.ref }, body, key });
        setAnswer('');
        setReason('');
        return reply;
      },
      (error) =>
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: pointer.endsWith('/reason') ? 'reason' : '', message: detail }))),
    );
  };
  return (
    <section aria-label="The placement" className={styles.panel}>
      <Heading level={2}>The placement</Heading>
      {hold.notice === undefined ? null : (
        <Notice intent="warning" title={hold.notice}>
          {decides ? holdSentence({ ...hold, by: hold.answeredBy, isOver: false }) : null}
        </Notice>
      )}
      {decides ? (
        <Form errors={errors} onSubmit={submit}>
          <RadioField
            name="answer"
            label="What is to happen?"
            hint="One answer is enough for the school, and you can change it"
            options={hold.may.map((value) => ({ value, label: labels[value] }))}
            value={answer}
            onChange={setAnswer}
          />
          {answer === '' || answer === 'resume' ? null : (
            <TextAreaField
              name="reason"
              label={answer === 'continue' ? 'Why the placement goes on' : 'Why (optional)'}
              hint="Your school and the commissioning team see it"
              limit={commentLimit}
              value={reason}
              onChange={setReason}
            />
          )}
          <div>
            <Button appearance="primary" type="submit">
              Record the decision
            </Button>
          </div>
          {busy ? <Text role="status">Recording the decision</Text> : null}
        </Form>
      ) : null}
    </section>
  );
};

const faultsIn = (answer: HoldAnswer | '', reason: string): readonly FormError[] => {
  if (answer === '') return [{ field: 'answer', message: 'Choose what is to happen' }];
  if (answer === 'continue' && reason.trim() === '') return [{ field: 'reason', message: 'Enter why the placement should go on' }];
  if (reason.length > commentLimit) return [{ field: 'reason', message: 'The reason must be 2,000 characters or fewer' }];
  const screened = screenFreeText(reason);
  return screened.ok ? [] : [{ field: 'reason', message: screened.sentence }];
};
