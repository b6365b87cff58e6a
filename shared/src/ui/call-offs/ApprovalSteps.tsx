import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { formatInstant } from '../../domain/local-date.ts';
import { oneOf } from '../../domain/one-of.ts';
import { Heading } from '../Heading.tsx';
import { channelWords, stepWords, verdictWords } from '../words.tsx';

type Step = CallOffReply['steps'][number];

/** Each step of approval in order: who decides or has decided, when, and what they wrote. */
export const ApprovalSteps = ({ steps }: { steps: readonly Step[] }): React.ReactElement => (
  <section aria-label="Approval">
    <Heading level={2}>Approval</Heading>
    <ol>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place; a policy may ask the same people twice.
        <li key={index}>
          <Text block>{stepSentence(step)}</Text>
          {step.comment === undefined ? null : <Text block>Comment: {step.comment}</Text>}
        </li>
      ))}
    </ol>
  </section>
);

/** 'The school: Approved by A. Head on Tuesday 3 March 2026 at 2:15pm, in Teams chat'. */
export const stepSentence = ({ kind, state, approvers, verdict, by, at, channel }: Step): string => {
  const who = `${stepWords[kind]}: `;
  if (verdict !== undefined && by !== undefined && at !== undefined)
    return `${who}${verdictWords[verdict]} by ${by} on ${formatInstant(at)}${channel === undefined ? '' : `, ${channelWords[channel]}`}`;
  if (state === 'open') return `${who}Waiting for ${oneOf(approvers)}`;
  if (state === 'waiting') return `${who}${oneOf(approvers)} decides after the step before`;
  return `${who}No decision is needed any more`;
};
