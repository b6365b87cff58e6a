import type { CallOffReply } from '../../contract/call-offs.ts';
import { stateSentence } from '../../domain/call-off/state-sentence.ts';
import { formatDate, formatInstant, toLondonDate } from '../../domain/days/local-date.ts';
import type { OrderState } from '../../domain/orders/order.ts';
import { holdSentence } from '../../domain/quality/hold-sentence.ts';
import type { OrderHoldState } from '../../domain/quality/order-hold.ts';
import { oneOf } from '../../domain/texts/one-of.ts';
import { stepWords } from '../words.tsx';

type Step = CallOffReply['steps'][number];
type Entry = CallOffReply['history'][number];

/** What has happened: what, who and when, and what they wrote. */
export interface Past {
  readonly what: string;
  readonly who: string;
  readonly comment?: string;
}

/** All that is to be told of a request's way, each thing once. */
export interface Told {
  readonly past: readonly Past[];
  /** With whom it is, and what is to be known of that; absent once it has ended. */
  readonly now?: { readonly what: string; readonly notes: readonly string[] };
  readonly next: readonly string[];
}

/** The way of a request, the first thing first: what has happened, with whom it is now, and what comes then. */
export const timelineOf = (callOff: CallOffReply): Told => {
  const now = nowOf(callOff);
  return { past: callOff.history.map((entry) => pastOf(entry, callOff)), ...(now === undefined ? {} : { now }), next: nextOf(callOff) };
};

const pastOf = (entry: Entry, { steps, attention }: CallOffReply): Past => {
  const { at, what, by, comment, folded } = entry;
  if (folded !== undefined)
    return {
      what: `${folded} earlier ${folded === 1 ? 'entry' : 'entries'}`,
      who: `Up to ${formatInstant(at)}. The commissioning team can still see them`,
    };
  const step = steps.find((decided) => decided.at === at && decided.by === by);
  const who = [by, ...(step ? capacityOf(step) : []), formatInstant(at)].join(', ');
  // Why an order is held stands where it is held, not here as well.
  const toldBelow = attention.some(({ reason, since }) => reason === 'order-not-sent' && since === at);
  return comment === undefined || toldBelow ? { what, who } : { what, who, comment };
};

const whose = (kind: Step['kind']): string => stepWords[kind].toLowerCase();

/** 'for the school', and where they decided when it was not here. */
const capacityOf = ({ kind, channel }: Step): readonly string[] => [`for ${whose(kind)}`, ...(channel === 'card' ? ['in Teams chat'] : [])];

const nowOf = (callOff: CallOffReply): Told['now'] => {
  const { status, steps, openStep, startDate, requesterName, orderState, hold } = callOff;
  if (status === 'awaiting-approval') {
    const kind = steps[openStep]?.kind;
    const deadline = `Needs a decision by ${formatDate(startDate)}, the first day.`;
    return { what: stateSentence(callOff), notes: [kind === undefined ? deadline : `Decides for ${whose(kind)}. ${deadline}`] };
  }
  if (status === 'returned') {
    const at = steps.find(({ verdict }) => verdict === 'return')?.at;
    return {
      what: `With ${requesterName}${at === undefined ? '' : ` since ${formatDate(toLondonDate(at))}`}`,
      notes: ['To change and send again.'],
    };
  }
  if (hold && hold.state !== 'running')
    return { what: holdSentence({ ...hold, by: hold.answeredBy, isOver: hold.notice === undefined }), notes: [] };
  return status === 'ordered' && orderState !== undefined && goesOn.includes(orderState)
    ? { what: stateSentence(callOff), notes: [] }
    : undefined;
};

/** Orders of which more is to come: how they stand is more than what happened last. */
const goesOn: readonly OrderState[] = ['awaiting-provider', 'accepted', 'active', 'paused', 'notice-given'];

/** Holds on the provider that stop nothing by now. */
const goesOnDespite: readonly OrderHoldState[] = ['running', 'continued'];

/** What comes after each of these. */
const thenFor: Readonly<Partial<Record<OrderState, string>>> = {
  'awaiting-provider': 'Then its answer is recorded here.',
  accepted: 'Then the school records what the start needs, and that the pupil has started.',
  paused: 'Then the school takes the placement up again, or ends it.',
};

const nextOf = ({ status, steps, openStep, providerName, orderState, needsAttention, hold }: CallOffReply): readonly string[] => {
  if (status === 'returned') return ['Then every step is decided afresh.'];
  if (status === 'awaiting-approval')
    return [
      ...steps.slice(openStep + 1).map(({ kind, approvers }) => `Then ${oneOf(approvers)} decides for ${whose(kind)}.`),
      `Then the order goes to ${providerName}.`,
    ];
  const then = orderState === undefined ? undefined : thenFor[orderState];
  return status === 'ordered' && then !== undefined && needsAttention !== 'order-not-sent' && (!hold || goesOnDespite.includes(hold.state))
    ? [then]
    : [];
};
