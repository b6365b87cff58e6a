import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import type { OfferReply } from '../../contract/offers.ts';
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
  readonly onAnswered: (offer: OfferReply) => void;
}

const kinds = ['accept', 'decline', 'other'] as const;
type Kind = (typeof kinds)[number];

const labels: Readonly<Record<Kind, string>> = {
  accept: 'Accept: we can teach on these days at this price',
  decline: 'Decline: we cannot take this order',
  other: 'Not like this, but we can offer something else',
};

const asked: Readonly<Record<Kind, { readonly title: string; readonly confirm: string; readonly told: string }>> = {
  accept: { title: 'Accept the order?', confirm: 'Accept the order', told: 'The school is told, and agrees the plan with you next.' },
  decline: { title: 'Decline the order?', confirm: 'Decline the order', told: 'The school is told why, and asks another provider.' },
  other: { title: 'Send your offer?', confirm: 'Send the offer', told: 'The order waits until the school has decided.' },
};

const limit = 2_000;
const nothing = { kind: '' as Kind | '', name: '', position: '', words: '' };
type Answers = typeof nothing;

/** Accepts, declines or offers something else, after one more question: the link answers once. */
export const AnswerForm: React.FC<Props> = ({ link, client, onAnswered }) => {
  const [answers, setAnswers] = React.useState<Answers>(nothing);
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const [asks, setAsks] = React.useState(false);
  const opener = useOpener();
  const { busy, once } = useOnce();
  const field = (name: 'name' | 'position' | 'words') => ({
    name,
    value: answers[name],
    onChange: (value: string): void => setAnswers((present) => ({ ...present, [name]: value })),
  });
  const check = (): void => {
    const faults = faultsIn(answers);
    setErrors(faults);
    if (faults.length === 0) setAsks(true);
  };
  const { kind } = answers;
  const send = (): void => {
    setAsks(false);
    if (kind === '') return;
    const { name, position, words } = answers;
    const answer = {
      accept: { kind: 'accept' as const },
      decline: { kind: 'decline' as const, reason: words },
      other: { kind: 'other' as const, text: words },
    }[kind];
    once(async () => {
      try {
        onAnswered(await client.answerOffer({ body: { link, answerer: { name, position }, answer }, key: link.linkId }));
      } catch (error) {
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOf(pointer), message: detail })));
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
      {kind === 'decline' || kind === 'other' ? (
        <TextAreaField
          {...field('words')}
          label={kind === 'decline' ? 'Why do you decline?' : 'What can you offer?'}
          hint="Such as other days or another start. Do not write anything about a pupil."
          limit={limit}
        />
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

const faultsIn = ({ kind, name, position, words }: Answers): readonly FormError[] => {
  const faults: FormError[] = [];
  if (kind === '') faults.push({ field: 'kind', message: 'Choose what you answer' });
  if (kind === 'decline' || kind === 'other') {
    const screened = screenFreeText(words);
    if (words.trim() === '')
      faults.push({ field: 'words', message: kind === 'decline' ? 'Enter why you decline' : 'Enter what you can offer' });
    else if (words.length > limit) faults.push({ field: 'words', message: 'It must be 2,000 characters or fewer' });
    else if (!screened.ok) faults.push({ field: 'words', message: screened.sentence });
  }
  if (name.trim() === '') faults.push({ field: 'name', message: 'Enter your name' });
  if (position.trim() === '') faults.push({ field: 'position', message: 'Enter your position' });
  return faults;
};

/** The field that a refusal of the server is about; '' when it is about the whole. */
const fieldOf = (pointer: string): string => {
  if (/(reason|text)$/.test(pointer)) return 'words';
  return /(name|position)$/.exec(pointer)?.[1] ?? '';
};
