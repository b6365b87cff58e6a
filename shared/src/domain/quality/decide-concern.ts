import { toLondonDate } from '../days/local-date.ts';
import { leadsTo } from '../machine/transition.ts';
import { type Refusal, refused } from '../refusal.ts';
import {
  type Concern,
  type ConcernCommand,
  type ConcernCommandKind,
  type ConcernCommandOf,
  type ConcernFacts,
  concernTable,
  leadOf,
  type OtherConcern,
} from './concern.ts';
import { accept, type QualityChange, type QualityDecision, replayed, whyNotClock, whyNotCommissioner } from './quality-decision.ts';
import { whyNotText } from './why-not-text.ts';

type Step<Kind extends ConcernCommandKind> = (
  present: Concern,
  command: ConcernCommandOf<Kind>,
  facts: ConcernFacts,
) => QualityChange<Concern> | Refusal;

/** Two reported at the same moment did not see each other: the sweep joins the later to the earlier. One that has others with it leads them on. */
const join: Step<'join'> = (present, _command, facts) => {
  const lead = leadOf([...facts.others, present], present.providerRef);
  if (!lead || lead.ref === present.ref || present.joined.length > 0)
    return refused('nothing-to-join', 'No earlier concern about this provider is open.');
  return {
    state: { ...present, status: 'joined', leadRef: lead.ref },
    what: 'Looked into with an earlier concern',
    action: 'concern-joined',
    works: [{ kind: 'take-in-concern', leadRef: lead.ref }],
    protects: true,
  };
};

const takeIn: Step<'take-in'> = (present, command, facts) => {
  const other = facts.others.find(({ ref }) => ref === command.joinedRef);
  if (other?.status !== 'joined' || other.leadRef !== present.ref)
    return refused('nothing-to-join', 'There is no such concern that belongs to this one.');
  if (present.joined.includes(other.ref)) return refused('already-recorded', 'This concern was taken in already.');
  return {
    state: { ...present, joined: [...present.joined, other.ref] },
    what: 'Another concern about this provider was reported',
    action: 'concern-taken-in',
    works: [{ kind: 'tell-commissioners', news: 'concern-reported' }],
    protects: true,
  };
};

const startEnquiry: Step<'start-enquiry'> = (present, command) => ({
  state: { ...present, status: 'under-enquiry', enquiryBy: command.by },
  what: 'Enquiry begun',
  action: 'concern-enquiry-started',
  works: [],
});

/** One person, one action. That orders start again needs a second: the provider's own record sees to that. */
const pauseOrders: Step<'pause-orders'> = (present, command) =>
  present.pausedBy
    ? refused('hold-already-placed', 'New orders are paused for this concern already.')
    : {
        state: { ...present, pausedBy: command.by },
        what: 'New orders paused',
        action: 'concern-orders-paused',
        works: [
          { kind: 'place-hold', providerRef: present.providerRef, cause: 'concern', about: present.ref },
          { kind: 'refresh-directory', providerRef: present.providerRef },
        ],
        protects: true,
      };

const recordLadoReferral: Step<'record-lado-referral'> = (present, command) => {
  if (command.on > toLondonDate(command.now))
    return refused('dates-not-allowed', 'Enter the day of the referral, today at the latest.', '/on');
  if (present.ladoReferral) return refused('already-recorded', 'A referral to the designated officer is recorded already.');
  const reference = command.reference?.trim();
  if (reference && !/^[A-Za-z\d/-]{1,30}$/u.test(reference))
    return refused(
      'text-too-long',
      'Enter their reference in letters, digits, hyphens and slashes, 30 at most, or leave it empty.',
      '/reference',
    );
  return {
    state: { ...present, ladoReferral: { on: command.on, reference: reference || undefined, recordedBy: command.by } },
    what: 'Referral to the designated officer recorded',
    action: 'concern-lado-referral-recorded',
    works: [],
    protects: true,
  };
};

/** Where an adult may have harmed a child, nobody closes the enquiry before the designated officer was told. */
const close: Step<'close'> = (present, command) => {
  if (present.category === 'adult-may-have-harmed' && !present.ladoReferral)
    return refused('lado-referral-required', 'Record the referral to the designated officer (LADO) first.');
  return (
    whyNotText(command.text, '/text', 'Enter how the enquiry ended, without any detail of a child.') ?? {
      state: { ...present, status: 'closed', outcome: command.outcome, outcomeText: command.text, closedBy: command.by },
      what: 'Closed',
      action: 'concern-closed',
      works: present.joined.map((concernRef) => ({ kind: 'close-joined-concern', concernRef })),
      comment: command.text,
    }
  );
};

/** Follows the closing of the concern that leads, if that had taken this one in: who closed that one closed this one. */
const closeJoined: Step<'close-joined'> = (present, _command, facts) => {
  const lead = facts.others.find(({ ref }) => ref === present.leadRef);
  if (!lead || !hadTakenIn(lead, present) || lead.outcome === undefined || lead.closedBy === undefined)
    return refused('not-in-this-state', 'The concern that this one is looked into with has not been closed.');
  if (present.category === 'adult-may-have-harmed' && !present.ladoReferral)
    return refused('lado-referral-required', 'Record the referral to the designated officer (LADO) first.');
  return {
    state: { ...present, status: 'closed', outcome: lead.outcome, closedBy: lead.closedBy },
    what: 'Closed with the concern that it was looked into with',
    action: 'concern-closed',
    works: [],
  };
};

const hadTakenIn = (lead: OtherConcern, present: Concern): boolean => lead.status === 'closed' && (lead.joined ?? []).includes(present.ref);

/** The concern that should have led was closed at the same moment, without a look at this one: this one is open again. */
const part: Step<'part'> = (present, _command, facts) => {
  const lead = facts.others.find(({ ref }) => ref === present.leadRef);
  if (lead?.status !== 'closed' || hadTakenIn(lead, present))
    return refused('not-in-this-state', 'The concern that this one is looked into with leads it still.');
  return {
    state: { ...present, status: 'open', leadRef: undefined },
    what: 'Looked into by itself: the earlier concern was closed without it',
    action: 'concern-parted',
    works: [{ kind: 'tell-commissioners', news: 'concern-reported' }],
    protects: true,
  };
};

const steps: { readonly [Kind in ConcernCommandKind]: Step<Kind> } = {
  join,
  'take-in': takeIn,
  'start-enquiry': startEnquiry,
  'pause-orders': pauseOrders,
  'record-lado-referral': recordLadoReferral,
  close,
  'close-joined': closeJoined,
  part,
};

const byTheProduct: readonly ConcernCommandKind[] = ['join', 'take-in', 'close-joined', 'part'];

/** Moves a concern along its table. Everything that needs judgement is a commissioner's, by hand. */
export const decideConcern = (present: Concern, command: ConcernCommand, facts: ConcernFacts): QualityDecision<Concern> => {
  const replay = replayed(present, command);
  if (replay) return replay;
  const refusal = byTheProduct.includes(command.kind) ? whyNotClock(command) : whyNotCommissioner(command, facts.councilMembers);
  if (refusal) return refusal;
  if (leadsTo(concernTable, present.status, command.kind).length === 0)
    return refused('not-in-this-state', `Not possible while this concern is ${present.status.replaceAll('-', ' ')}.`);
  const step = steps[command.kind] as Step<ConcernCommandKind>;
  const change = step(present, command, facts);
  return 'ok' in change ? change : accept(change, command);
};
