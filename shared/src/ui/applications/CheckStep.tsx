import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { QuestionPage } from '../forms/QuestionPage.tsx';
import { AnswerSections } from './answer-sections.tsx';
import { type OwnStepProps, StepNotes, useSend } from './step-frame.tsx';
import type { Step } from './steps.ts';

/** Everything once more before it is submitted. */
export const CheckStep: React.FC<OwnStepProps & { readonly go: (step: Step) => void }> = ({
  state,
  view,
  application,
  go,
  onDone,
  onBack,
}) => {
  const { errors, conflict, busy, send } = useSend(onDone);
  return (
    <QuestionPage
      title="Check your answers before you submit"
      caption={view.organisation}
      errors={errors}
      onBack={onBack}
      onContinue={() => send([], [], () => state.move({ move: 'submit' }))}
      continueLabel="Submit the application"
      aside={<StepNotes view={view} conflict={conflict} busy={busy} />}
    >
      <AnswerSections view={view} application={application} go={go} />
      <Text block>
        Nobody reads your application before the round closes. Until then you can take it back to change it, or withdraw it.
      </Text>
    </QuestionPage>
  );
};
