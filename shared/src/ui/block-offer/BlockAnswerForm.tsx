import * as React from 'react';
import type { BlockOfferReply } from '../../contract/block-offers.ts';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import { type FinalAnswer, FinalAnswerForm } from '../final-answer/FinalAnswerForm.tsx';
import type { GivenLink } from '../given-link.ts';

interface Props {
  readonly link: GivenLink;
  readonly client: ClientOf<typeof linkApi>;
  readonly onAnswered: (offer: BlockOfferReply) => void;
}

const answers: readonly FinalAnswer<'accept' | 'decline'>[] = [
  {
    kind: 'accept',
    label: 'Accept: we provide all of it at this price',
    title: 'Accept the purchase?',
    confirm: 'Accept the purchase',
    told: 'Each buyer gets its own order.',
  },
  {
    kind: 'decline',
    label: 'Decline: we cannot provide it',
    title: 'Decline the purchase?',
    confirm: 'Decline the purchase',
    told: 'The buyers are told, and nobody owes anything.',
    words: { label: 'Why do you decline?', hint: 'The buyers read it', missing: 'Enter why you decline' },
  },
];

/** Accepts or declines the whole purchase. */
export const BlockAnswerForm: React.FC<Props> = ({ link, client, onAnswered }) => (
  <FinalAnswerForm
    question="What do you answer?"
    hint="You can answer once by this link"
    missing="Choose what you answer"
    positionHint="Such as centre manager"
    limit={2_000}
    answers={answers}
    onGive={async ({ kind, name, position, words }) => {
      const answer = kind === 'accept' ? { kind } : { kind, reason: words };
      onAnswered(await client.answerBlockOffer({ body: { link, answerer: { name, position }, answer }, key: link.linkId }));
    }}
  />
);
