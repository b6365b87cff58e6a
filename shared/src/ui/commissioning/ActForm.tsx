import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { Form } from '../forms/Form.tsx';
import { CheckboxField } from '../forms/fields/CheckboxField.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useOpener } from '../use-opener.tsx';
import { faultsOfAnswers, type Given, givenOf, limitOf, type Question, type Typed } from './questions.tsx';
import { useActBox } from './use-act-box.tsx';
import type { Command } from './use-command.tsx';

export interface ActFormProps {
  /** What is done, as the button says it: 'Pause new orders'. */
  readonly title: string;
  /** What follows from it, before anything is asked. */
  readonly about?: string;
  readonly questions: readonly Question[];
  /** Asked once more before it is sent, where it cannot be taken back. */
  readonly sure?: string;
  readonly command: Command;
  /** Sends it; gives the sentence for when it is done. */
  readonly onSend: (given: Given, key: string) => Promise<string>;
  readonly onClose: () => void;
  /** False where there is nothing to go back to. */
  readonly closable?: boolean;
}

const none: readonly FormError[] = [];

const firstAnswers = (questions: readonly Question[]): Typed =>
  Object.fromEntries(questions.flatMap((question) => ('first' in question && question.first ? [[question.name, question.first]] : [])));

/** One act on a record, with what it asks. What the service refuses is told at the question that it names. */
export const ActForm: React.FC<ActFormProps> = ({ title, about, questions, sure, command, onSend, onClose, closable = true }) => {
  const { box, acts } = useActBox();
  const opener = useOpener();
  const [typed, setTyped] = React.useState<Typed>(() => firstAnswers(questions));
  const [errors, setErrors] = React.useState(none);
  const [asking, setAsking] = React.useState(false);
  const send = (): void => {
    setAsking(false);
    command.send(
      { title, typed },
      async (key) => {
        const sentence = await onSend(givenOf(typed), key);
        onClose();
        return sentence;
      },
      (error) =>
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => {
            const parts = pointer.split('/');
            return { field: questions.findLast(({ name }) => parts.includes(name))?.name ?? '', message: detail };
          }),
        ),
    );
  };
  const submit = (): void => {
    const faults = faultsOfAnswers(questions, typed);
    setErrors(faults);
    if (faults.length > 0) return;
    if (sure === undefined) send();
    else setAsking(true);
  };
  return (
    <div className={box}>
      {about === undefined ? null : <Text block>{about}</Text>}
      <Form errors={errors} onSubmit={submit} label={title}>
        {questions.map((question) => (
          <Asked
            key={question.name}
            question={question}
            typed={typed}
            onAnswer={(answer) => setTyped((present) => ({ ...present, [question.name]: answer }))}
          />
        ))}
        <div className={acts}>
          <Button ref={opener} appearance="primary" type="submit">
            {title}
          </Button>
          {closable ? <Button onClick={onClose}>Go back</Button> : null}
        </div>
        {command.busy ? <Text role="status">Sending</Text> : null}
      </Form>
      <ConfirmDialog
        open={asking}
        title={`${title}?`}
        confirmLabel={title}
        cancelLabel="Go back"
        onConfirm={send}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        {sure}
      </ConfirmDialog>
    </div>
  );
};

interface AskedProps {
  readonly question: Question;
  readonly typed: Typed;
  readonly onAnswer: (answer: string | readonly string[]) => void;
}

const Asked: React.FC<AskedProps> = ({ question, typed, onAnswer }) => {
  const { name, label, hint } = question;
  const value = typed[name];
  const text = typeof value === 'string' ? value : '';
  const optional = question.as !== 'marks' && question.missing === undefined;
  const props = { name, label, optional, ...(hint === undefined ? {} : { hint }) };
  switch (question.as) {
    case 'line':
      return <TextField {...props} value={text} onChange={onAnswer} />;
    case 'day':
      return <DateField name={name} label={label} optional={optional} value={text} onChange={onAnswer} />;
    case 'paragraph':
      return <TextAreaField {...props} value={text} limit={limitOf(question)} onChange={onAnswer} />;
    case 'choice':
      return <RadioField {...props} value={text} options={question.options} onChange={onAnswer} />;
    case 'marks':
      return <CheckboxField {...props} values={Array.isArray(value) ? value : []} options={question.options} onChange={onAnswer} />;
  }
};
