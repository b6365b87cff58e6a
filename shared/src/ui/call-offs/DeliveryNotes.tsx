import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { Notice } from '../states/Notice.tsx';

type Delivery = CallOffReply['delivery'][number];

/** Says to whom the card could not be delivered, why, and that the e-mail does the same. It blocks nothing. */
export const DeliveryNotes = ({ delivery }: { delivery: readonly Delivery[] }): React.ReactElement | null => {
  const notes = delivery.map(deliverySentence).filter((sentence) => sentence !== '');
  if (notes.length === 0) return null;
  return <Notice title="Not everybody was told in Teams">{notes.join(' ')}</Notice>;
};

/** '' when nothing needs to be said. */
export const deliverySentence = ({ name, card, mail, sentence }: Delivery): string => {
  if (sentence !== undefined) return sentence;
  if (card === 'not-delivered') return `The card could not be delivered to ${name}: the app is not installed for them. ${mailWords[mail]}`;
  if (card === 'not-sent') return `The card to ${name} could not be sent. ${mailWords[mail]}`;
  return mail === 'not-sent' ? `The e-mail to ${name} could not be sent.` : '';
};

const mailWords: Readonly<Record<Delivery['mail'], string>> = {
  sent: 'The e-mail was sent.',
  waiting: 'The e-mail is on its way.',
  'not-sent': 'The e-mail could not be sent either: tell them yourself.',
};
