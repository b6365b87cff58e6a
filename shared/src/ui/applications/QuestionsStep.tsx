import * as React from 'react';
import { PupilDataWarning } from '../forms/PupilDataWarning.tsx';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { useLeaveWarning } from '../forms/use-leave-warning.tsx';
import { AnswerField } from './AnswerField.tsx';
import { type OwnStepProps, StepNotes, useSend } from './step-frame.tsx';
import type { QuestionGroup } from './steps.ts';
import { fromTyped, nothingTyped, type Typed, toTyped, typedFaults } from './typed-answers.ts';

/** One page of questions, saved as a whole: only answers that changed are sent. */
export const QuestionsStep: React.FC<OwnStepProps & { readonly group: QuestionGroup }> = (props) => {
  const { state, view, application, group, onDone, onBack } = props;
  const before = React.useRef<Readonly<Record<string, Typed>>>(
    Object.fromEntries(group.questions.map(({ key }) => [key, toTyped(application.answers[key])])),
  );
  const [typed, setTyped] = React.useState(before.current);
  const { errors, conflict, busy, send } = useSend(onDone);
  const changed = group.questions.filter(({ key }) => JSON.stringify(typed[key]) !== JSON.stringify(before.current[key]));
  useLeaveWarning(changed.length > 0);
  const submit = (): void => {
    const answers = Object.fromEntries(
      changed.flatMap((question) => {
        const answer = fromTyped(question, typed[question.key] ?? nothingTyped);
        return answer === undefined ? [] : [[question.key, answer]];
      }),
    );
    const cleared = changed.map(({ key }) => key).filter((key) => !(key in answers));
    const fields = group.questions.map(({ key }) => `answers-${key}`);
    send(fields, typedFaults(group.questions, typed), async () => {
      if (changed.length > 0) await state.save({ lotKeys: application.lotKeys, offers: application.offers, answers, cleared });
    });
  };
  return (
    <QuestionPage
      title={group.title}
      caption={view.organisation}
      errors={errors}
      onBack={onBack}
      onContinue={submit}
      continueLabel="Save and continue"
      aside={<StepNotes view={view} conflict={conflict} busy={busy} />}
    >
      {group.questions.some(({ kind }) => kind === 'text') ? <PupilDataWarning /> : null}
      {group.questions.map((question) => (
        <AnswerField
          key={question.key}
          question={question}
          typed={typed[question.key] ?? nothingTyped}
          onChange={(next) => setTyped((present) => ({ ...present, [question.key]: next }))}
        />
      ))}
    </QuestionPage>
  );
};
