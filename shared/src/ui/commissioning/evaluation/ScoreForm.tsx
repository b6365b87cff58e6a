import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { JudgedQuestion } from '../../../contract/evaluation.ts';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { Form } from '../../forms/Form.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { Heading } from '../../Heading.tsx';
import { useOpener } from '../../use-opener.tsx';
import type { Command } from '../use-command.tsx';
import {
  changedMarks,
  commentName,
  doneCount,
  type EnteredMarks,
  enteredFor,
  enteredOf,
  type Marks,
  markFaults,
  markName,
} from './marks.tsx';
import { QuestionMarks } from './QuestionMarks.tsx';

const useStyles = makeStyles({
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});

interface Props {
  readonly title: string;
  readonly questions: readonly JudgedQuestion[];
  readonly kept: Marks;
  readonly command: Command;
  /** Keeps marks that have changed, where they can be kept before all are given. */
  readonly onSave?: (marks: Marks, key: string) => Promise<string>;
  /** Gives all of them: those that are not kept yet, and the word that it is all. */
  readonly onAll: (changed: Marks, key: string) => Promise<string>;
  readonly allLabel: string;
  readonly sure: string;
}

const none: readonly FormError[] = [];

/** Marks for every question, with how many are given. */
export const ScoreForm: React.FC<Props> = ({ title, questions, kept, command: { busy, send }, onSave, onAll, allLabel, sure }) => {
  const { acts } = useStyles();
  const opener = useOpener();
  const [entered, setEntered] = React.useState<EnteredMarks>(() => enteredOf(kept));
  const [errors, setErrors] = React.useState(none);
  const [asking, setAsking] = React.useState(false);
  const refused = (error: unknown): void =>
    setErrors(
      faultsOf(error).map(({ pointer, detail }) => {
        const key = questions.find((question) => pointer.split('/').includes(question.key))?.key;
        return { field: key === undefined ? '' : pointer.endsWith('/comment') ? commentName(key) : markName(key), message: detail };
      }),
    );
  const checked = (all: boolean, then: () => void): void => {
    const faults = markFaults(questions, entered, all);
    setErrors(faults);
    if (faults.length === 0) then();
  };
  const save = (): void =>
    checked(false, () => {
      const marks = changedMarks(questions, entered, kept);
      if (onSave) send({ save: marks }, (key) => onSave(marks, key), refused);
    });
  const all = (): void => {
    setAsking(false);
    const marks = changedMarks(questions, entered, kept);
    send({ all: entered }, (key) => onAll(marks, key), refused);
  };
  return (
    <Form errors={errors} onSubmit={() => checked(true, () => setAsking(true))} label="Scores">
      <Heading level={2}>{title}</Heading>
      <Text block role="status">{`${doneCount(questions, entered)} of ${questions.length} questions are marked`}</Text>
      {questions.map((question, position) => (
        <QuestionMarks
          key={question.key}
          question={question}
          number={position + 1}
          of={questions.length}
          entered={enteredFor(entered, question.key)}
          onEnter={(mark) => setEntered((present) => ({ ...present, [question.key]: mark }))}
        />
      ))}
      <div className={acts}>
        {onSave ? <Button onClick={save}>Save</Button> : null}
        <Button ref={opener} appearance="primary" type="submit">
          {allLabel}
        </Button>
        {busy ? <Text role="status">Sending</Text> : null}
      </div>
      <ConfirmDialog
        open={asking}
        title={`${allLabel}?`}
        confirmLabel={allLabel}
        cancelLabel="Go back"
        onConfirm={all}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        {sure}
      </ConfirmDialog>
    </Form>
  );
};
