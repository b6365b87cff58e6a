import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { Form } from '../../forms/Form.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { useLeaveWarning } from '../../forms/use-leave-warning.tsx';
import { useOpener } from '../../use-opener.tsx';
import type { Command } from '../use-command.tsx';
import type { Kept } from '../use-kept.tsx';
import { LotFields } from './LotFields.tsx';
import type { LotNames } from './lot-names.tsx';
import { QuestionList } from './QuestionList.tsx';
import { roundFaults, roundFieldAt } from './round-faults.ts';
import { TimeFields } from './TimeFields.tsx';
import type { RoundPlan } from './typed-question.ts';
import { type TypedRound, toPlan, withLots } from './typed-round.ts';

const useStyles = makeStyles({
  form: { maxWidth: '52rem', minWidth: 0 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const none: readonly FormError[] = [];

interface Props {
  readonly typed: Kept<TypedRound>;
  /** Whether something was typed that was not sent. */
  readonly changed: boolean;
  /** Keys of the framework's lots. */
  readonly lotKeys: readonly string[];
  readonly named: LotNames;
  readonly command: Command;
  /** What the button says: 'Plan the round'. */
  readonly title: string;
  /** Sends the plan; gives the sentence for when it is done. */
  readonly onSend: (plan: RoundPlan, key: string) => Promise<string>;
  readonly onDiscarded: () => void;
  /** What is asked first: the framework, where it is not given. */
  readonly children?: React.ReactNode;
}

/** Everything that a round says: its times, its lots with their weights, and its questions. What was typed stays when it is refused. */
export const RoundForm: React.FC<Props> = (props) => {
  const { typed, changed, lotKeys, named, command, title, onSend, onDiscarded, children } = props;
  const { form, acts } = useStyles();
  const [errors, setErrors] = React.useState(none);
  const [open, setOpen] = React.useState<readonly string[]>([]);
  const [asking, setAsking] = React.useState(false);
  const opener = useOpener();
  useLeaveWarning(changed);
  const round = typed.value;
  /** A question at fault is opened, so that its field is there. */
  const tell = (faults: readonly FormError[]): void => {
    const wrong = round.questions.filter(({ id }) => faults.some(({ field }) => field.startsWith(`question-${id}-`))).map(({ id }) => id);
    setOpen((present) => [...new Set([...present, ...wrong])]);
    setErrors(faults);
  };
  const submit = (): void => {
    const faults = roundFaults(round, lotKeys);
    tell(faults);
    if (faults.length > 0) return;
    const plan = toPlan(round);
    command.send(
      { title, frameworkRef: round.frameworkRef, plan },
      async (key) => {
        const sentence = await onSend(plan, key);
        typed.forget();
        return sentence;
      },
      (error) => tell(faultsOf(error).map(({ pointer, detail }) => ({ field: roundFieldAt(pointer, round), message: detail }))),
    );
  };
  return (
    <div className={form}>
      <Form errors={errors} onSubmit={submit} label={title}>
        {children}
        <TimeFields
          times={round}
          onChange={(name, next) => typed.change((present) => ({ ...present, [name]: { ...present[name], ...next } }))}
        />
        <LotFields
          lotKeys={lotKeys}
          named={named}
          lots={round.lots}
          onChoose={(chosen) => typed.change((present) => withLots(present, chosen))}
          onChange={(lotKey, next) =>
            typed.change((present) => ({
              ...present,
              lots: present.lots.map((lot) => (lot.lotKey === lotKey ? { ...lot, ...next } : lot)),
            }))
          }
        />
        <QuestionList round={round} named={named} open={open} onOpen={setOpen} onChange={typed.change} />
        <Text block>
          The declaration that applicants sign, with the exclusion grounds, is the same in every round and is not planned here.
        </Text>
        <div className={acts}>
          <Button appearance="primary" type="submit">
            {title}
          </Button>
          {changed ? (
            <Button ref={opener} onClick={() => setAsking(true)}>
              Discard what I typed
            </Button>
          ) : null}
        </div>
        {command.busy ? <Text role="status">Sending</Text> : null}
      </Form>
      <ConfirmDialog
        open={asking}
        title="Discard what you typed?"
        confirmLabel="Discard it"
        cancelLabel="Keep it"
        onConfirm={() => {
          typed.forget();
          onDiscarded();
        }}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        It is not kept anywhere.
      </ConfirmDialog>
    </div>
  );
};
