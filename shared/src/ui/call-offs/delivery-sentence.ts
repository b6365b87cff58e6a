import type { CallOffReply } from '../../contract/call-offs.ts';

type Delivery = CallOffReply['delivery'][number];

/** That the card could not be delivered to somebody, why, and that the e-mail does the same; '' when nothing needs to be said. It blocks nothing. */
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
