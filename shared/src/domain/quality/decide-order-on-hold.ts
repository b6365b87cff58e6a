import { leadsTo } from '../machine/transition.ts';
import { samePerson } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import { answerBy } from './answer-deadline.ts';
import {
  type OrderHoldCommand,
  type OrderHoldCommandKind,
  type OrderHoldCommandOf,
  type OrderHoldFacts,
  type OrderOnHold,
  orderHoldTable,
} from './order-on-hold.ts';
import { pausedSentence } from './paused-notice.ts';
import { accept, isByHand, type QualityChange, type QualityDecision, replayed, whyNotClock } from './quality-decision.ts';
import type { OrderHoldWork } from './quality-effect.ts';
import { whyNotText } from './why-not-text.ts';

type Step<Kind extends OrderHoldCommandKind> = (
  present: OrderOnHold,
  command: OrderHoldCommandOf<Kind>,
  facts: OrderHoldFacts,
) => QualityChange<OrderOnHold, OrderHoldWork> | Refusal;

const answers: readonly OrderHoldCommandKind[] = ['continue', 'pause', 'end', 'resume'];

/** The requester of the order, or an approver or contact of the same buyer: nobody else decides about a school's order. */
const whyNotBuyer = (present: OrderOnHold, command: OrderHoldCommand, { buyerMembers }: OrderHoldFacts): Refusal | undefined => {
  if (!isByHand(command))
    return refused('not-a-person', 'Somebody at the school must decide this, signed in. No timer, link or retry can.');
  const mine = buyerMembers.filter(
    ({ buyerRef, person, status }) => buyerRef === present.buyerRef && status === 'active' && samePerson(person, command.by),
  );
  const mayDecide =
    mine.some(({ roles }) => roles.includes('approver') || roles.includes('contact')) ||
    (mine.length > 0 && samePerson(present.requester, command.by));
  return mayDecide ? undefined : refused('not-your-order', 'Only the school that made this order can decide about it.');
};

const putOnHold: Step<'put-on-hold'> = (present, command, facts) => {
  if (!facts.openHolds.includes(command.holdRef)) return refused('hold-not-found', 'This hold does not stand any more.');
  if (present.holdRef === command.holdRef && present.released !== true)
    return refused('hold-already-placed', 'The school was asked about this hold already.');
  const isPaused = present.state === 'paused';
  return {
    state: {
      ...present,
      ...(isPaused ? {} : { state: 'asked', answeredBy: undefined, answeredAt: undefined, reason: undefined }),
      holdRef: command.holdRef,
      released: undefined,
      answerBy: isPaused ? undefined : answerBy(command.now, facts.termDates),
      notice: pausedSentence(facts.phone),
    },
    what: 'Order on hold: the provider is paused for new orders',
    action: 'order-put-on-hold',
    works: isPaused ? [] : [{ kind: 'ask-buyer-about-order', holdRef: command.holdRef }, { kind: 'refresh-hold-cards' }],
    protects: true,
  };
};

const answered = (present: OrderOnHold, command: OrderHoldCommandOf<'continue' | 'pause' | 'end'>): OrderOnHold => ({
  ...present,
  answerBy: undefined,
  answeredBy: command.by,
  answeredAt: command.now,
  reason: command.reason,
});

const toldCommissioners = { kind: 'tell-commissioners', news: 'order-answered' } as const;

/** To go on with a provider that is held needs a reason. */
const goOn: Step<'continue'> = (present, command) => {
  if (present.released) return refused('not-in-this-state', 'The provider is not held any more. Take the order up again instead.');
  return (
    whyNotText(command.reason, '/reason', 'Enter why the placement should go on.') ?? {
      state: { ...answered(present, command), state: 'continued' },
      what: 'The school goes on with the order',
      action: 'order-continued',
      works: [{ kind: 'refresh-hold-cards' }, toldCommissioners],
      comment: command.reason,
    }
  );
};

const whyNotNote = (reason: string | undefined): Refusal | undefined =>
  reason === undefined || reason === '' ? undefined : whyNotText(reason, '/reason', 'Enter a reason, or leave it empty.');

const pause: Step<'pause'> = (present, command) =>
  whyNotNote(command.reason) ?? {
    state: { ...answered(present, command), state: 'paused' },
    what: 'The school pauses the order',
    action: 'order-paused',
    works: [{ kind: 'tell-provider-of-answer', answer: 'paused' }, { kind: 'refresh-hold-cards' }, toldCommissioners],
    comment: command.reason,
    protects: true,
  };

const end: Step<'end'> = (present, command) =>
  whyNotNote(command.reason) ?? {
    state: { ...answered(present, command), state: 'ended' },
    what: 'The school ends the order',
    action: 'order-ended',
    works: [{ kind: 'tell-provider-of-answer', answer: 'ended' }, { kind: 'refresh-hold-cards' }, toldCommissioners],
    comment: command.reason,
    protects: true,
  };

/** Silence decides nothing: the order stays on hold, and the head and the commissioner are told. */
const missAnswer: Step<'miss-answer'> = (present, command) =>
  present.answerBy === undefined || Date.parse(command.now) < Date.parse(present.answerBy)
    ? refused('not-yet-due', 'The school still has time to answer.')
    : {
        state: { ...present, state: 'unanswered' },
        what: 'No answer in time',
        action: 'order-unanswered',
        works: [{ kind: 'tell-head' }, { kind: 'tell-commissioners', news: 'order-unanswered' }],
        protects: true,
      };

/** Follows the lifting of the last hold by a person; looked at again here, for another may have been placed since. */
const release: Step<'release'> = (present, _command, facts) => {
  if (facts.openHolds.length > 0) return refused('provider-held', 'A hold still stands on this provider.');
  if (present.released) return refused('already-recorded', 'This was recorded already.');
  const state = present.state === 'paused' ? 'paused' : 'running';
  return {
    state: { ...present, state, released: true, answerBy: undefined },
    what: state === 'paused' ? 'The provider takes orders again; the order stays paused' : 'The provider takes orders again',
    action: 'order-hold-released',
    works: [{ kind: 'refresh-hold-cards' }, { kind: 'tell-buyer-hold-ended' }],
  };
};

const resume: Step<'resume'> = (present) =>
  present.released
    ? {
        state: { ...present, state: 'running' },
        what: 'The school takes the order up again',
        action: 'order-resumed',
        works: [{ kind: 'tell-provider-of-answer', answer: 'resumed' }],
      }
    : refused('provider-held', 'The provider is still paused for new orders. Go on with a reason, or wait.');

const steps: { readonly [Kind in OrderHoldCommandKind]: Step<Kind> } = {
  'put-on-hold': putOnHold,
  continue: goOn,
  pause,
  end,
  'miss-answer': missAnswer,
  release,
  resume,
};

/** Moves a live order when its provider is held and after (R19). Answers are the buyer's; everything else follows from a hold or from time. */
export const decideOrderOnHold = (
  present: OrderOnHold,
  command: OrderHoldCommand,
  facts: OrderHoldFacts,
): QualityDecision<OrderOnHold, OrderHoldWork> => {
  const replay = replayed<OrderOnHold, OrderHoldWork>(present, command);
  if (replay) return replay;
  const refusal = answers.includes(command.kind) ? whyNotBuyer(present, command, facts) : whyNotClock(command);
  if (refusal) return refusal;
  if (leadsTo(orderHoldTable, present.state, command.kind).length === 0)
    return refused('not-in-this-state', `Not possible while this order is ${present.state}.`);
  const step = steps[command.kind] as Step<OrderHoldCommandKind>;
  const change = step(present, command, facts);
  return 'ok' in change ? change : accept<OrderOnHold, OrderHoldWork>(change, command);
};
