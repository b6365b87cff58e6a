import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { screenFreeText } from '../../domain/pupils/screen-free-text.ts';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { Form } from '../forms/Form.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { useOpener } from '../use-opener.tsx';

/** One of the answers that can be given, and what is asked before it is. */
export interface FinalAnswer<Kind extends string> {
  readonly kind: Kind;
  readonly label: string;
  /** The button that leads to the last question; 'Continue' unless it is said. */
  readonly submit?: string;
  readonly title: string;
  readonly confirm: string;
  /** What somebody does with it, after 'You'; 'answer' unless it is said. */
  readonly verb?: string;
  /** What follows from it. */
  readonly told: string;
  /** Words that this answer needs. */
  readonly words?: { readonly label: string; readonly hint?: string; readonly missing: string };
}

/** What was answered, by whom. `words` is '' where the answer needs none. */
export interface Given<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
  readonly position: string;
  readonly words: string;
}

interface Props<Kind extends string> {
  readonly question: string;
  readonly hint?: string;
  readonly missing: string;
  readonly positionHint: string;
  /** Most characters of the words. */
  readonly limit: number;
  readonly answers: readonly FinalAnswer<Kind>[];
  /** Rejects with the server's refusal, which the form shows at its field. */
  readonly onGive: (given: Given<Kind>) => Promise<void>;
}

type Typed<Kind extends string> = Omit<Given<Kind>, 'kind'> & { readonly kind: Kind | '' };

/** The answer of somebody outside to what a link shows, after one more question: the link answers once. */
export const FinalAnswerForm = <Kind extends string>(props: Props<Kind>): React.ReactElement => {
  const [typed, setTyped] = React.useState<Typed<Kind>>({ kind: '', name: '', position: '', words: '' });
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const [asks, setAsks] = React.useState(false);
  const opener = useOpener();
  const { busy, once } = useOnce();
  const chosen = props.answers.find(({ kind }) => kind === typed.kind);
  const field = (name: 'name' | 'position' | 'words') => ({
    name,
    value: typed[name],
    onChange: (value: string): void => setTyped((present) => ({ ...present, [name]: value })),
  });
  const check = (): void => {
    const faults = faultsIn(typed, chosen, props);
    setErrors(faults);
    if (faults.length === 0) setAsks(true);
  };
  const give = (): void => {
    setAsks(false);
    if (!chosen) return;
    once(async () => {
      try {
        await props.onGive({ ...typed, kind: chosen.kind });
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
        label={props.question}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        options={props.answers.map(({ kind, label }) => ({ value: kind, label }))}
        value={typed.kind}
        onChange={(kind) => setTyped((present) => ({ ...present, kind }))}
      />
      {chosen?.words ? (
        <TextAreaField
          {...field('words')}
          label={chosen.words.label}
          {...(chosen.words.hint === undefined ? {} : { hint: chosen.words.hint })}
          limit={props.limit}
        />
      ) : null}
      <TextField {...field('name')} label="Your name" width="medium" />
      <TextField {...field('position')} label="Your position" hint={props.positionHint} width="medium" />
      <div>
        <Button ref={opener} appearance="primary" type="submit">
          {chosen?.submit ?? 'Continue'}
        </Button>
      </div>
      {busy ? <Text role="status">Sending your answer</Text> : null}
      {chosen ? (
        <ConfirmDialog
          open={asks}
          title={chosen.title}
          confirmLabel={chosen.confirm}
          cancelLabel="Back"
          onConfirm={give}
          onCancel={() => setAsks(false)}
          opener={opener}
        >
          {`${chosen.told} You ${chosen.verb ?? 'answer'} as ${typed.name}, ${typed.position}.`}
        </ConfirmDialog>
      ) : null}
    </Form>
  );
};

const faultsIn = <Kind extends string>(
  { name, position, words }: Typed<Kind>,
  chosen: FinalAnswer<Kind> | undefined,
  { missing, limit }: Pick<Props<Kind>, 'missing' | 'limit'>,
): readonly FormError[] => {
  const faults: FormError[] = [];
  if (!chosen) faults.push({ field: 'kind', message: missing });
  if (chosen?.words) {
    const screened = screenFreeText(words);
    if (words.trim() === '') faults.push({ field: 'words', message: chosen.words.missing });
    else if (words.length > limit)
      faults.push({ field: 'words', message: `It must be ${limit.toLocaleString('en-GB')} characters or fewer` });
    else if (!screened.ok) faults.push({ field: 'words', message: screened.sentence });
  }
  if (name.trim() === '') faults.push({ field: 'name', message: 'Enter your name' });
  if (position.trim() === '') faults.push({ field: 'position', message: 'Enter your position' });
  return faults;
};

/** The field that a refusal of the server is about; '' when it is about the whole. */
const fieldOf = (pointer: string): string => (/(reason|text)$/.test(pointer) ? 'words' : (/(name|position)$/.exec(pointer)?.[1] ?? ''));
