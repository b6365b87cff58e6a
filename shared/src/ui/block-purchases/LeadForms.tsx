import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { ActForm } from '../orders/ActForm.tsx';
import { AskedAct } from './AskedAct.tsx';
import { PlanFields, planFields } from './PlanFields.tsx';
import { answersOf, planFaults, planOf } from './plan-answers.ts';
import type { BlockAct, BlockActProps } from './use-blocks.tsx';

const whatFollows: Readonly<Record<BlockActProps['reply']['purchase']['kind'], string>> = {
  joint: 'Every buyer that may use the framework can see it and pledge.',
  individual: 'Your own staff can pledge.',
};

/** Opens a draft: from then on nothing of what is stated changes. */
export const OpenForm: React.FC<BlockActProps> = ({ reply, ...giving }) => {
  const follows = `${whatFollows[reply.purchase.kind]} From then on nothing of what is stated changes, so that everybody pledges on what they read.`;
  return (
    <>
      <Text block>{follows} You may cancel it until pledges close, with a reason.</Text>
      <AskedAct {...giving} button="Open for pledges" body={{ kind: 'open-block' }} title="Open it for pledges?" text={follows} primary />
    </>
  );
};

/** Changes what a draft states. */
export const AmendForm: React.FC<BlockActProps> = ({ reply, ...giving }) => {
  const { statement } = reply.purchase;
  const [answers, setAnswers] = React.useState(() => answersOf(statement));
  const plan = planOf(answers);
  return (
    <ActForm<BlockAct>
      {...giving}
      fields={planFields}
      faults={planFaults(answers)}
      body={plan && { kind: 'amend-block', plan }}
      button="Save the draft"
    >
      <PlanFields answers={answers} change={(part) => setAnswers((before) => ({ ...before, ...part }))} unit={statement.unit} />
    </ActForm>
  );
};
