import { toLondonDate } from '../days/local-date.ts';
import { leadsTo } from '../machine/transition.ts';
import { type Refusal, refused } from '../refusal.ts';
import { whyNotLink } from './evidence-link.ts';
import { accept, type QualityChange, type QualityDecision, replayed, whyNotCommissioner } from './quality-decision.ts';
import {
  type Visit,
  type VisitAction,
  type VisitCommand,
  type VisitCommandKind,
  type VisitCommandOf,
  type VisitFacts,
  visitTable,
} from './visit.ts';
import { whyNotText } from './why-not-text.ts';

type Step<Kind extends VisitCommandKind> = (present: Visit, command: VisitCommandOf<Kind>) => QualityChange<Visit> | Refusal;

const move: Step<'move'> = (present, command) =>
  command.plannedFor < toLondonDate(command.now)
    ? refused('dates-not-allowed', 'Enter a day that is today or later.', '/plannedFor')
    : { state: { ...present, plannedFor: command.plannedFor }, what: 'Visit moved', action: 'visit-moved', works: [] };

const record: Step<'record'> = (present, command) =>
  command.heldOn > toLondonDate(command.now)
    ? refused('dates-not-allowed', 'Enter the day of the visit, today at the latest.', '/heldOn')
    : (whyNotText(command.findings, '/findings', 'Enter what was found.') ?? {
        state: { ...present, status: 'held', heldOn: command.heldOn, heldBy: command.by, findings: command.findings },
        what: 'Visit held',
        action: 'visit-held',
        works: [],
        comment: command.findings,
      });

const cancel: Step<'cancel'> = (present, command) =>
  whyNotText(command.reason, '/reason', 'Enter why the visit does not take place.') ?? {
    state: { ...present, status: 'cancelled' },
    what: 'Visit cancelled',
    action: 'visit-cancelled',
    works: [],
    comment: command.reason,
  };

const addAction: Step<'add-action'> = (present, command) => {
  const refusal = whyNotText(command.text, '/text', 'Enter what the provider has to do.');
  if (refusal) return refusal;
  if (command.dueOn < toLondonDate(command.now)) return refused('dates-not-allowed', 'Enter a due date that is today or later.', '/dueOn');
  const action: VisitAction = { ref: `${present.ref}-A${present.actions.length + 1}`, text: command.text, dueOn: command.dueOn };
  return {
    state: { ...present, actions: [...present.actions, action] },
    what: 'Action agreed',
    action: 'visit-action-added',
    works: [{ kind: 'tell-provider-what-to-do', actionRef: action.ref }],
    comment: command.text,
  };
};

/** The same visit with one open action changed, or why there is none such. */
const changed = (present: Visit, actionRef: string, change: Partial<VisitAction>): Visit | Refusal => {
  const action = present.actions.find(({ ref }) => ref === actionRef);
  if (!action) return refused('action-not-found', 'There is no such action of this visit.', '/actionRef');
  if (action.doneAt !== undefined) return refused('already-recorded', 'This action is done already.', '/actionRef');
  return { ...present, actions: present.actions.map((each) => (each === action ? { ...each, ...change } : each)) };
};

/** Evidence is taken after the due date as well: the action stays overdue until a commissioner has looked. */
const evidenceAction: Step<'evidence-action'> = (present, command) => {
  const refusal = command.link === undefined ? undefined : whyNotLink(command.link, '/link');
  if (refusal) return refusal;
  const state = changed(present, command.actionRef, { evidence: { recordedBy: command.by, recordedAt: command.now, link: command.link } });
  return 'ok' in state ? state : { state, what: 'Evidence for an action received', action: 'visit-action-evidenced', works: [] };
};

const finishAction: Step<'finish-action'> = (present, command) => {
  const state = changed(present, command.actionRef, { doneBy: command.by, doneAt: command.now });
  return 'ok' in state ? state : { state, what: 'Action done', action: 'visit-action-done', works: [] };
};

const close: Step<'close'> = (present) =>
  present.actions.some(({ doneAt }) => doneAt === undefined)
    ? refused('actions-open', 'Some actions of this visit are not done.')
    : { state: { ...present, status: 'closed' }, what: 'Visit closed', action: 'visit-closed', works: [] };

const steps: { readonly [Kind in VisitCommandKind]: Step<Kind> } = {
  move,
  record,
  cancel,
  'add-action': addAction,
  'evidence-action': evidenceAction,
  'finish-action': finishAction,
  close,
};

/** Moves a visit along its table: a commissioner's, by hand. */
export const decideVisit = (present: Visit, command: VisitCommand, facts: VisitFacts): QualityDecision<Visit> => {
  const replay = replayed(present, command);
  if (replay) return replay;
  const refusal = whyNotCommissioner(command, facts.councilMembers);
  if (refusal) return refusal;
  if (leadsTo(visitTable, present.status, command.kind).length === 0)
    return refused('not-in-this-state', `Not possible while this visit is ${present.status}.`);
  const step = steps[command.kind] as Step<VisitCommandKind>;
  const change = step(present, command);
  return 'ok' in change ? change : accept(change, command);
};
