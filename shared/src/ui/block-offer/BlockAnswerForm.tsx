import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { BlockOfferReply } from '../../contract/block-offers.ts';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import { screenFreeText } from '../../domain/pupil-reference.ts';
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
  readonly onAnswered: (offer: BlockOfferReply) => void;
}

const kinds = ['accept', 'decline'] as const;
type Kind = (typeof kinds)[number];
const labels: Readonly<Record<Kind, string>> = {
  accept: 'Accept: we provide all of it at this price',
  decline: 'Decline: we cannot provide it',
};
const asked: Readonly<Record<Kind, { readonly title: string; readonly confirm: string; readonly told: string }>> = {
  accept: { title: 'Accept the purchase?', confirm: 'Accept the purchase', told: 'Each buyer gets its own order.' },
  decline: { title: 'Decline the purchase?', confirm: 'Decline the purchase', told: 'The buyers are told, and nobody owes anything.' },
};
const limit = 2_000;
const nothing = { kind: '' as Kind | '', name: '', position: '', reason: '' };
type Answers = typeof nothing;

/** Accepts or declines the whole purchase, after one more question: the link answers once. */
export const BlockAnswerForm: React.FC<Props> = ({ link, client, onAnswered }) => {
  const [answers, setAnswers] = React.useState<Answers>(nothing);
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const [asks, setAsks] = React.useState(false);
  const opener = useOpener();
  const { busy, once } = useOnce();
  const { kind } = answers;
  const field = (name: 'name' | 'position' | 'reason') => ({
    name,
    value: answers[name],
    onChange: (value: string): void => setAnswers((present) => ({ ...present, [name]: value })),
  });
  const check = (): void => {
    const faults = faultsIn(answers);
    setErrors(faults);
    if (faults.length === 0) setAsks(true);
  };
  const send = (): void => {
    setAsks(false);
    if (kind === '') return;
    const { name, position, reason } = answers;
    const answer = kind === 'accept' ? { kind } : { kind, reason };
    once(async () => {
      try {
        onAnswered(await client.answerBlockOffer({ body: { link, answerer: { name, position }, answer }, key: link.linkId }));
      } catch (error) {
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => ({ field: /(reason|name|position)$/.exec(pointer)?.[1] ?? '', message: detail })),
        );
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={check} label="Your answer">
      <Heading level={2}>Your answer</Heading>
      <RadioField
        name="kind"
        label="What do you answer?"
        hint="You can answer once by this link"
        options={kinds.map((value) => ({ value, label: labels[value] }))}
        value={kind}
        onChange={(value) => setAnswers((present) => ({ ...present, kind: value }))}
      />
      {kind === 'decline' ? (
        <TextAreaField {...field('reason')} label="Why do you decline?" hint="The buyers read it" limit={limit} />
      ) : null}
      <TextField {...field('name')} label="Your name" width="medium" />
      <TextField {...field('position')} label="Your position" hint="Such as centre manager" width="medium" />
      <div>
        <Button ref={opener} appearance="primary" type="submit">
          Continue
        </Button>
      </div>
      {busy ? <Text role="status">Sending your answer</Text> : null}
      {kind === '' ? null : (
        <ConfirmDialog
          open={asks}
          title={asked[kind].title}
          confirmLabel={asked[kind].confirm}
          cancelLabel="Back"
          onConfirm={send}
          onCancel={() => setAsks(false)}
          opener={opener}
        >
          {`${asked[kind].told} You answer as ${answers.name}, ${answers.position}.`}
        </ConfirmDialog>
      )}
    </Form>
  );
};

const faultsIn = ({ kind, name, position, reason }: Answers): readonly FormError[] => {
  const faults: FormError[] = [];
  if (kind === '') faults.push({ field: 'kind', message: 'Choose what you answer' });
  if (kind === 'decline') {
    const screened = screenFreeText(reason);
    if (reason.trim() === '') faults.push({ field: 'reason', message: 'Enter why you decline' });
    else if (reason.length > limit) faults.push({ field: 'reason', message: 'It must be 2,000 characters or fewer' });
    else if (!screened.ok) faults.push({ field: 'reason', message: screened.sentence });
  }
  if (name.trim() === '') faults.push({ field: 'name', message: 'Enter your name' });
  if (position.trim() === '') faults.push({ field: 'position', message: 'Enter your position' });
  return faults;
};
