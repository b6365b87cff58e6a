import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { formatDate } from '@ap/shared/domain/days/local-date';
import { holdSentence } from '@ap/shared/domain/quality/hold-sentence';
import { answersTo, type HoldAnswer, type OrderHold } from '@ap/shared/domain/quality/order-hold';
import { pausedSentence } from '@ap/shared/domain/quality/paused-notice';
import type { ActionData, AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { fact, line, plain } from '../cards/card-text.ts';
import { executeAction } from '../cards/execute-action.ts';
import { newCard } from '../cards/new-card.ts';

export const holdVerbs = [
  'ask-continue-order',
  'continue-order',
  'ask-pause-order',
  'pause-order',
  'ask-end-order',
  'end-order',
  'resume-order',
  'back-to-order',
] as const;
export type HoldVerb = (typeof holdVerbs)[number];
export type HoldFace = 'order' | 'confirm-continue' | 'confirm-pause' | 'confirm-end';

const buttons: Readonly<Record<HoldAnswer, readonly [title: string, verb: HoldVerb]>> = {
  continue: ['Go on', 'ask-continue-order'],
  pause: ['Pause', 'ask-pause-order'],
  end: ['End', 'ask-end-order'],
  resume: ['Take it up again', 'resume-order'],
};

/** How the order stands, in a sentence. */
export const sentenceOf = (hold: OrderHold): string => holdSentence({ ...hold, by: hold.answeredBy?.name, isOver: hold.released === true });

const headingOf = (callOff: CallOff, hold: OrderHold): string => {
  const number = `Order ${callOff.order?.number ?? callOff.ref}`;
  return hold.state === 'asked' || hold.state === 'unanswered' ? `${number}: what is to happen?` : number;
};

/** More would not be seen on a phone; the mail leads to the page as well. */
const mostActions = 3;

const facts = (callOff: CallOff): readonly CardElement[] => [
  fact('Service', `${callOff.serviceName}, ${callOff.providerName}`),
  fact('For', callOff.buyerName),
  fact('Dates', `${formatDate(callOff.request.startDate, 'short')} to ${formatDate(callOff.request.endDate, 'short')}`),
];

const questions = {
  'confirm-continue': ['Why should the placement go on?', 'Go on', 'continue-order', 'Enter why the placement should go on'],
  'confirm-pause': ['Why it is paused, if you wish', 'Pause', 'pause-order', ''],
  'confirm-end': ['Why it ends, if you wish', 'End', 'end-order', ''],
} as const;

/** The card of the school about a live order whose provider was held: fixed words of the provider, and what the school can decide. Never a cause. */
export const holdCard = (callOff: CallOff, face: HoldFace, pageUrl: string, commandKey: string, notice?: string): AdaptiveCard => {
  const hold: OrderHold = callOff.hold ?? { state: 'running' };
  const title = headingOf(callOff, hold);
  const data: ActionData = { ref: callOff.ref, commandKey };
  const isOver = hold.released === true || hold.state === 'running';
  const head = [
    ...(notice === undefined ? [] : [line(plain(notice, 500), { color: 'Attention', weight: 'Bolder' })]),
    line(plain(title), { size: 'Large', weight: 'Bolder', style: 'heading' }),
    ...(isOver ? [] : [line(plain(`${callOff.providerName}: ${hold.notice ?? pausedSentence(undefined)}`), { weight: 'Bolder' })]),
  ];
  const otherwise = 'Open the order in the AP Framework app to decide.';
  if (face !== 'order') {
    const [label, button, verb, missing] = questions[face];
    return newCard({
      title,
      otherwise,
      body: [
        ...head,
        line('Do not include any information that would allow anyone to identify pupils, such as names or specific characteristics.', {
          isSubtle: true,
        }),
        {
          type: 'Input.Text',
          id: 'comment',
          label,
          isMultiline: true,
          maxLength: 1000,
          ...(missing === '' ? {} : { errorMessage: missing }),
        },
      ],
      actions: [
        executeAction(button, verb, data, face === 'confirm-end' ? 'destructive' : undefined),
        executeAction('Back', 'back-to-order', data),
      ],
    });
  }
  return newCard({
    title,
    otherwise,
    body: [...head, line(plain(sentenceOf(hold), 1_200)), ...facts(callOff)],
    actions: [
      ...answersTo(hold).map((answer) => executeAction(...buttons[answer], data)),
      { type: 'Action.OpenUrl' as const, title: 'Open the order', url: pageUrl },
    ].slice(0, mostActions),
  });
};
