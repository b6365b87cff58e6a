import * as React from 'react';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import type { OfferReply } from '../../contract/offers.ts';
import { type FinalAnswer, FinalAnswerForm } from '../final-answer/FinalAnswerForm.tsx';
import type { GivenLink } from '../given-link.ts';

interface Props {
  readonly link: GivenLink;
  readonly client: ClientOf<typeof linkApi>;
  readonly onAnswered: (offer: OfferReply) => void;
}

const hint = 'Such as other days or another start. Do not write anything about a pupil.';
const answers: readonly FinalAnswer<'accept' | 'decline' | 'other'>[] = [
  {
    kind: 'accept',
    label: 'Accept: we can teach on these days at this price',
    title: 'Accept the order?',
    confirm: 'Accept the order',
    told: 'The school is told, and agrees the plan with you next.',
  },
  {
    kind: 'decline',
    label: 'Decline: we cannot take this order',
    title: 'Decline the order?',
    confirm: 'Decline the order',
    told: 'The school is told why, and asks another provider.',
    words: { label: 'Why do you decline?', hint, missing: 'Enter why you decline' },
  },
  {
    kind: 'other',
    label: 'Not like this, but we can offer something else',
    title: 'Send your offer?',
    confirm: 'Send the offer',
    told: 'The order waits until the school has decided.',
    words: { label: 'What can you offer?', hint, missing: 'Enter what you can offer' },
  },
];

/** Accepts an order, declines it or offers something else. */
export const AnswerForm: React.FC<Props> = ({ link, client, onAnswered }) => (
  <FinalAnswerForm
    question="What do you answer?"
    hint="You can answer once by this link"
    missing="Choose what you answer"
    positionHint="Such as centre manager"
    limit={2_000}
    answers={answers}
    onGive={async ({ kind, name, position, words }) => {
      const answer = {
        accept: { kind: 'accept' as const },
        decline: { kind: 'decline' as const, reason: words },
        other: { kind: 'other' as const, text: words },
      }[kind];
      onAnswered(await client.answerOffer({ body: { link, answerer: { name, position }, answer }, key: link.linkId }));
    }}
  />
);
