import { deciderName } from '@ap/shared/domain/approvals/approval-step';
import { evidenceSentence } from '@ap/shared/domain/call-off/award-basis';
import { type CallOff, openStep } from '@ap/shared/domain/call-off/call-off';
import { formatDate, formatInstant } from '@ap/shared/domain/days/local-date';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { formatMoney } from '@ap/shared/domain/money/money';
import { paidThroughSentence, payerNames } from '@ap/shared/domain/money/payer';
import { type PersonId, samePerson } from '@ap/shared/domain/people/person';
import { whyThisProvider } from '@ap/shared/domain/register/framework';
import type { ActionData, ActionExecute, AdaptiveCard, CardAction, CardElement } from '../cards/adaptive-card.ts';
import { fact, line, plain } from '../cards/card-text.ts';
import { executeAction } from '../cards/execute-action.ts';
import { newCard } from '../cards/new-card.ts';

export const approvalVerbs = ['ask-approve', 'approve', 'ask-reject', 'reject', 'ask-return', 'return', 'back'] as const;
export type ApprovalVerb = (typeof approvalVerbs)[number];

/** What a person's card asks at the moment: the request itself, or one of the questions that follow a first click. */
export type CardFace = 'request' | 'confirm-approve' | 'confirm-reject' | 'confirm-return';

export interface CardContext {
  /** Page of this request, where the same decision can be made. */
  readonly pageUrl: string;
  /** The directory, where others are found when the provider takes no orders. */
  readonly othersUrl?: string;
  /** A refusal to show on top, in words. */
  readonly notice?: string;
}

/** Where the buttons of an approver's card lead. */
export interface CardLinks {
  readonly page: (ref: string) => string;
  /** The directory, by a search. */
  readonly others: (search: string) => string;
}

/** Where others are found, while the provider of a request takes no orders. */
export const othersOf = ({ providerPaused }: CallOff, links: CardLinks): Pick<CardContext, 'othersUrl'> =>
  providerPaused ? { othersUrl: links.others(providerPaused.search) } : {};

const card = (title: string, body: readonly CardElement[], actions: readonly CardAction[]): AdaptiveCard =>
  newCard({ title, otherwise: 'Open the request in the AP Framework app to decide.', body, actions });

const open = (pageUrl: string): CardAction => ({ type: 'Action.OpenUrl', title: 'Open the request', url: pageUrl });

const execute = (title: string, verb: ApprovalVerb, data: ActionData, style?: ActionExecute['style']): ActionExecute =>
  executeAction(title, verb, data, style);

/** The facts that a decision needs. No flag about the pupil, no reference: those stay on the signed-in page. */
const facts = (callOff: CallOff): readonly CardElement[] => [
  fact('For', callOff.buyerName),
  fact('Asked by', callOff.requester.name),
  fact('Service', `${callOff.serviceName}, ${callOff.providerName}`),
  fact('Lot', callOff.lotName),
  fact('Dates', `${formatDate(callOff.request.startDate, 'short')} to ${formatDate(callOff.request.endDate, 'short')}`),
  fact('Units', callOff.price.unitsSentence),
  ...(callOff.request.blockRef === undefined
    ? [
        fact('Why this provider', whyThisProvider(callOff.request)),
        ...(callOff.award ? [fact('How it was proved', evidenceSentence(callOff.award))] : []),
        fact('Paid by', payerNames[callOff.request.payer]),
      ]
    : [fact('Paid through', paidThroughSentence(callOff.request.blockRef))]),
  fact(callOff.request.blockRef === undefined ? 'Total' : 'Value', bothTotals(callOff.price)),
];

/** After the first day nobody can approve it any more. */
const due = (callOff: CallOff): CardElement => fact('Decide by', `${formatDate(callOff.request.startDate)}, the first day`);

const noticeOf = (notice: string | undefined): readonly CardElement[] =>
  notice === undefined ? [] : [line(plain(notice, 500), { color: 'Attention', weight: 'Bolder' })];

/** The card of one approver: what is asked, or how it was decided. `commandKey` makes one click one command, however often it is sent. */
export const approvalCard = (
  callOff: CallOff,
  viewer: PersonId,
  face: CardFace,
  context: CardContext,
  commandKey: string,
): AdaptiveCard => {
  const step = openStep(callOff);
  const waits =
    callOff.status === 'awaiting-approval' && (callOff.approvals[step]?.approvers ?? []).some((approver) => samePerson(approver, viewer));
  return waits
    ? askingCard(callOff, face, context, { ref: callOff.ref, round: callOff.round, step, commandKey })
    : decidedCard(callOff, context);
};

/** R19: a request whose provider takes no orders can be sent back or rejected, not approved; it says so, and leads to others. */
const staleCard = (callOff: CallOff, sentence: string, context: CardContext, data: ActionData): AdaptiveCard => {
  const heading = `${callOff.ref} cannot be approved for now`;
  return card(
    heading,
    [
      ...noticeOf(context.notice),
      line(plain(heading), { size: 'Large', weight: 'Bolder', style: 'heading' }),
      line(plain(`${callOff.providerName}: ${sentence}`), { color: 'Attention', weight: 'Bolder' }),
      line('Ask for changes, so that the requester can choose another provider, or leave it until new orders can be made again.'),
      ...facts(callOff),
    ],
    [
      execute('Ask for changes', 'ask-return', data),
      execute('Reject', 'ask-reject', data, 'destructive'),
      ...(context.othersUrl === undefined
        ? []
        : [{ type: 'Action.OpenUrl', title: 'Find other provision', url: context.othersUrl } as const]),
    ],
  );
};

const askingCard = (callOff: CallOff, face: CardFace, context: CardContext, data: ActionData): AdaptiveCard => {
  const stale = callOff.providerPaused;
  if (stale && (face === 'request' || face === 'confirm-approve')) return staleCard(callOff, stale.sentence, context, data);
  const heading = `Approve ${callOff.ref}?`;
  const head = [...noticeOf(context.notice), line(plain(heading), { size: 'Large', weight: 'Bolder', style: 'heading' })];
  switch (face) {
    case 'request':
      return card(
        heading,
        [...head, ...facts(callOff), due(callOff)],
        [
          execute('Approve', 'ask-approve', data, 'positive'),
          execute('Ask for changes', 'ask-return', data),
          execute('Reject', 'ask-reject', data, 'destructive'),
        ],
      );
    case 'confirm-approve':
      return card(
        heading,
        [
          ...head,
          line(
            `You are about to approve **${plain(bothTotals(callOff.price))}** for ${plain(callOff.buyerName)}. An order is made when every step is approved.`,
          ),
          ...facts(callOff),
        ],
        [execute(`Approve ${formatMoney(callOff.price.gross)}`, 'approve', data, 'positive'), execute('Back', 'back', data)],
      );
    case 'confirm-reject':
      return questionCard(
        heading,
        head,
        'Tell the requester why you reject this.',
        execute('Reject', 'reject', data, 'destructive'),
        execute('Back', 'back', data),
      );
    case 'confirm-return':
      return questionCard(
        heading,
        head,
        'Tell the requester what to change.',
        execute('Send back for changes', 'return', data),
        execute('Back', 'back', data),
      );
  }
};

const questionCard = (heading: string, head: readonly CardElement[], label: string, go: ActionExecute, back: ActionExecute): AdaptiveCard =>
  card(
    heading,
    [
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
        errorMessage: 'Enter a comment that tells the requester why',
      },
    ],
    [go, back],
  );

/** How it stands now, for everyone who no longer decides: nobody keeps a live button on a decided request. */
const decidedCard = (callOff: CallOff, context: CardContext): AdaptiveCard => {
  const heading = headingOf(callOff);
  const decisions = callOff.approvals.flatMap((step) =>
    step.state === 'decided'
      ? [
          line(
            `${verdictWords[step.verdict]} by ${plain(deciderName(step))} on ${plain(formatInstant(step.at))}${step.comment ? `: ${plain(step.comment, 1000)}` : '.'}`,
          ),
        ]
      : [],
  );
  return card(
    heading,
    [
      ...noticeOf(context.notice),
      line(plain(heading), { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...decisions,
      ...facts(callOff),
    ],
    [open(context.pageUrl)],
  );
};

const verdictWords = { approve: 'Approved', reject: 'Rejected', return: 'Sent back for changes' } as const;

const headingOf = (callOff: CallOff): string => {
  switch (callOff.status) {
    case 'awaiting-approval':
      return `${callOff.ref} is with the next approver`;
    case 'returned':
      return `${callOff.ref} was sent back for changes`;
    case 'rejected':
      return `${callOff.ref} was rejected`;
    case 'withdrawn':
      return `${callOff.ref} was withdrawn by the requester`;
    case 'ordered':
      return `${callOff.ref} was approved: order ${callOff.order?.number ?? ''}`;
  }
};
