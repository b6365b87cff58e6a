import { compareDates, formatDate, toLondonDate } from '../../days/local-date.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { noticeFault, standstillFrom, standstillIsOver } from '../award/standstill.ts';
import { decider } from '../decider.ts';
import { textFault } from '../text.ts';
import type { FrameworkCommand, FrameworkFacts, PlanFramework } from './framework-command.ts';
import { frameworkMachine } from './framework-machine.ts';
import type { FrameworkTender } from './framework-tender.ts';
import { incompleteTerms, termsFault } from './terms-fault.ts';

/** Decides one command about a framework (R27-R29, R32). */
export const decideFramework = decider<FrameworkTender, PlanFramework, FrameworkCommand, FrameworkFacts>(
  frameworkMachine,
  {
    'plan-framework': ({ ref, terms }, { setting }) =>
      termsFault(terms, setting) ?? { state: { ref, status: 'coming', terms }, what: 'Framework planned' },
  },
  {
    'amend-framework': (present, { terms }, { setting }) =>
      termsFault(terms, setting) ?? { state: { ...present, terms }, what: 'Terms changed' },
    'open-framework': (present, _command, facts) =>
      incompleteTerms(present.terms) ??
      noCompetition(present, facts) ?? {
        state: { ...present, status: 'open' },
        what: 'Opened for applications',
      },
    'close-framework': (present, _command, facts, now) =>
      competitionRuns(present, facts, now) ?? {
        state: { ...present, status: 'pending' },
        what: 'Closed to applications',
      },
    'begin-framework-standstill': (present, { noticePublishedOn }, facts, now) => {
      const fault = undecided(facts) ?? noticeFault(noticePublishedOn, toLondonDate(now), '/noticePublishedOn');
      if (fault) return fault;
      const standstill = standstillFrom(noticePublishedOn, present.terms.standstillWorkingDays);
      return {
        state: { ...present, status: 'standstill', standstill },
        what: standstill.lastDay ? `Standstill until the end of ${formatDate(standstill.lastDay)}` : 'No standstill kept',
        works: [{ kind: 'tell', audience: 'all-applicants', news: 'framework-standstill-begun' }],
      };
    },
    'go-live': (present, _command, facts, now) =>
      notLiveYet(present, facts, now) ?? {
        state: { ...present, status: 'live' },
        what: 'Live',
        works: [{ kind: 'tell', audience: 'commissioners', news: 'framework-went-live' }],
      },
    'expire-framework': (present, _command, _facts, now) =>
      compareDates(toLondonDate(now), present.terms.expiresOn) > 0
        ? { state: { ...present, status: 'expired' }, what: 'Expired' }
        : refused('not-yet', `The framework lasts until the end of ${formatDate(present.terms.expiresOn)}.`),
    'cancel-framework': (present, { reason }) =>
      textFault(reason, 'why the framework is cancelled', '/reason') ?? {
        state: { ...present, status: 'cancelled', cancelledBecause: reason },
        what: 'Cancelled',
        comment: reason,
        works: [{ kind: 'cancel-rounds' }, { kind: 'tell', audience: 'all-applicants', news: 'framework-cancelled' }],
      },
  },
);

const noCompetition = ({ terms }: FrameworkTender, { rounds }: FrameworkFacts): Refusal | undefined =>
  terms.competition || rounds.some(({ status }) => status === 'published' || status === 'open')
    ? undefined
    : refused('no-competition', 'Publish a round with its questions first, or record the competition that was held on a portal.');

const competitionRuns = ({ terms }: FrameworkTender, { rounds }: FrameworkFacts, now: string): Refusal | undefined => {
  const isDone = rounds.every(({ status }) => status === 'closed' || status === 'cancelled' || status === 'draft');
  const elsewhere = terms.competition && Date.parse(terms.competition.closedAt) <= Date.parse(now);
  if (!isDone || elsewhere === false) return refused('not-yet', 'Applications are still being taken.');
  return elsewhere || rounds.some(({ status }) => status === 'closed')
    ? undefined
    : refused('no-competition', 'No round of this framework was held. Publish one, or cancel the framework.');
};

const undecided = ({ undecided: count, awards }: FrameworkFacts): Refusal | undefined => {
  const proposed = awards.filter(({ status }) => status === 'proposed').length;
  if (count + proposed > 0) return refused('applications-undecided', `Decide every application first: ${count + proposed} still wait.`);
  return awards.some(({ status }) => status !== 'rejected' && status !== 'set-aside')
    ? undefined
    : refused(
        'applications-undecided',
        'No award is approved, so there is nothing to stand still for. Approve one, or cancel the framework.',
      );
};

/** P8: nothing is listed before the framework is live, and it goes live only with something to list. */
const notLiveYet = ({ standstill, terms }: FrameworkTender, { awards }: FrameworkFacts, now: string): Refusal | undefined => {
  const today = toLondonDate(now);
  if (!standstill || !standstillIsOver(standstill, today))
    return refused(
      'standstill-not-over',
      `The standstill lasts until the end of ${standstill?.lastDay ? formatDate(standstill.lastDay) : 'its last day'}.`,
    );
  if (compareDates(today, terms.liveFrom) < 0)
    return refused('not-yet', `The first day of the framework is ${formatDate(terms.liveFrom)}.`);
  if (compareDates(today, terms.expiresOn) > 0) return refused('dates-not-allowed', 'The last day of the framework has passed.');
  return awards.some(({ status }) => status === 'in-force')
    ? undefined
    : refused('no-award-in-force', 'At least one award must be in force, with its lots enabled and its prices approved.');
};
