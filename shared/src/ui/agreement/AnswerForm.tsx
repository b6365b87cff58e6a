import * as React from 'react';
import type { AgreementReply } from '../../contract/awards.ts';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import { type FinalAnswer, FinalAnswerForm } from '../final-answer/FinalAnswerForm.tsx';
import type { GivenLink } from '../given-link.ts';

interface Props {
  readonly link: GivenLink;
  readonly client: ClientOf<typeof linkApi>;
  readonly onEnded: (how: NonNullable<AgreementReply['ended']>) => void;
}

const answers: readonly FinalAnswer<'sign' | 'decline'>[] = [
  {
    kind: 'sign',
    label: 'Sign: I have read it, and may sign for my organisation',
    submit: 'Sign',
    verb: 'sign',
    title: 'Sign the agreement?',
    confirm: 'Sign the agreement',
    told: 'The council signs next.',
  },
  {
    kind: 'decline',
    label: 'Decline: the award does not go on',
    submit: 'Decline',
    title: 'Decline the award?',
    confirm: 'Decline the award',
    told: 'The council is told, and the award is set aside.',
    words: { label: 'Why do you decline?', missing: 'Enter why you decline' },
  },
];

/** Signs the agreement or declines the award. */
export const AnswerForm: React.FC<Props> = ({ link, client, onEnded }) => (
  <FinalAnswerForm
    question="What do you decide?"
    missing="Choose whether you sign or decline"
    positionHint="Such as director"
    limit={1_000}
    answers={answers}
    onGive={async ({ kind, name, position, words }) => {
      const answer = kind === 'decline' ? { kind, name, position, reason: words } : { kind, name, position };
      onEnded((await client.answerAgreement({ body: { link, answer }, key: link.linkId })).ended);
    }}
  />
);
