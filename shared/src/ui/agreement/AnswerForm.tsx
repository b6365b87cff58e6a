import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { AgreementReply } from '../../contract/awards.ts';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import type { GivenLink } from '../given-link.ts';
import { Heading } from '../Heading.tsx';
import { useOpener } from '../use-opener.tsx';

interface Props {
  readonly link: GivenLink;
  readonly client: ClientOf<typeof linkApi>;
  readonly onEnded: (how: NonNullable<AgreementReply['ended']>) => void;
}

const useStyles = makeStyles({ acts: { display: 'flex', columnGap: tokens.spacingHorizontalM } });
const nothing = { kind: '', name: '', position: '', reason: '' };
type Answers = typeof nothing;

/** Signs or declines, after one more question: either is final. */
export const AnswerForm: React.FC<Props> = ({ link, client, onEnded }) => {
  const { acts } = useStyles();
  const [answers, setAnswers] = React.useState<Answers>(nothing);
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const [asks, setAsks] = React.useState(false);
  const opener = useOpener();
  const { busy, once } = useOnce();
  const declines = answers.kind === 'decline';
  const field = (name: keyof Answers) => ({
    name,
    value: answers[name],
    onChange: (value: string): void => setAnswers((present) => ({ ...present, [name]: value })),
  });
  const check = (): void => {
    const faults = missing(answers);
    setErrors(faults);
    if (faults.length === 0) setAsks(true);
  };
  const send = (): void => {
    setAsks(false);
    const { name, position, reason } = answers;
    const answer = declines ? { kind: 'decline' as const, name, position, reason } : { kind: 'sign' as const, name, position };
    once(async () => {
      try {
        onEnded((await client.answerAgreement({ body: { link, answer }, key: link.linkId })).ended);
      } catch (error) {
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOf(pointer), message: detail })));
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={check} label="Your answer">
      <Heading level={2}>Your answer</Heading>
      <RadioField
        {...field('kind')}
        label="What do you decide?"
        options={[
          { value: 'sign', label: 'Sign: I have read it, and may sign for my organisation' },
          { value: 'decline', label: 'Decline: the award does not go on' },
        ]}
      />
      <TextField {...field('name')} label="Your name" width="medium" />
      <TextField {...field('position')} label="Your position" hint="Such as director" width="medium" />
      {declines ? <TextAreaField {...field('reason')} label="Why do you decline?" limit={1_000} /> : null}
      <div className={acts}>
        <Button ref={opener} appearance="primary" type="submit">
          {declines ? 'Decline' : 'Sign'}
        </Button>
      </div>
      {busy ? <Text role="status">Sending</Text> : null}
      <ConfirmDialog
        open={asks}
        title={declines ? 'Decline the award?' : 'Sign the agreement?'}
        confirmLabel={declines ? 'Decline the award' : 'Sign the agreement'}
        cancelLabel="Back"
        onConfirm={send}
        onCancel={() => setAsks(false)}
        opener={opener}
      >
        {declines ? 'The council is told, and the award is set aside.' : `You sign as ${answers.name}, ${answers.position}.`}
      </ConfirmDialog>
    </Form>
  );
};

const missing = (answers: Answers): readonly FormError[] =>
  [
    { field: 'kind' as const, message: 'Choose whether you sign or decline' },
    { field: 'name' as const, message: 'Enter your name' },
    { field: 'position' as const, message: 'Enter your position' },
    ...(answers.kind === 'decline' ? [{ field: 'reason' as const, message: 'Enter why you decline' }] : []),
  ].filter(({ field }) => answers[field].trim() === '');

/** The field that a refusal of the server is about; '' when it is about the whole. */
const fieldOf = (pointer: string): string => {
  const [, name] = /(name|position|reason)$/.exec(pointer) ?? [];
  return name ?? '';
};
