import { formatInstant, isInstant } from '../../days/local-date.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { decider } from '../decider.ts';
import { firstFault, textFault } from '../text.ts';
import { criteriaFault } from './criteria.ts';
import { takesRounds } from './framework-takes-rounds.ts';
import { questionSetFault } from './question-set-fault.ts';
import { isPastClose, type Round } from './round.ts';
import type { PlanRound, RoundCommand, RoundFacts } from './round-command.ts';
import { roundMachine } from './round-machine.ts';
import { timesFault } from './round-times.ts';

/** Decides one command about an application round (rows 9, 10 and 17 of the feature table). */
export const decideRound = decider<Round, PlanRound, RoundCommand, RoundFacts>(
  roundMachine,
  {
    'plan-round': ({ ref, frameworkRef, plan }, { framework }) =>
      criteriaFault(plan.lots, framework.lotKeys) ?? { state: { ref, status: 'draft', frameworkRef, ...plan }, what: 'Round planned' },
  },
  {
    'amend-round': (present, { plan }, { framework }) =>
      criteriaFault(plan.lots, framework.lotKeys) ?? { state: { ...present, ...plan }, what: 'Round changed' },
    'publish-round': (present, _command, facts, now) =>
      firstFault(
        frameworkFault(facts),
        criteriaFault(present.lots, facts.framework.lotKeys),
        questionSetFault(
          present.questionSet,
          present.lots.map(({ lotKey }) => lotKey),
        ),
        timesFault(present, now),
      ) ?? {
        state: { ...present, status: 'published' },
        what: `Published: open from ${formatInstant(present.opensAt)} until ${formatInstant(present.closesAt)}`,
      },
    'open-round': (present, _command, _facts, now) =>
      Date.parse(now) < Date.parse(present.opensAt)
        ? refused('not-yet', `The round opens on ${formatInstant(present.opensAt)}.`)
        : { state: { ...present, status: 'open' }, what: 'Opened' },
    'extend-round': (present, { closesAt, reason }, _facts, now) => {
      const fault = textFault(reason, 'why the round is extended', '/reason');
      if (fault) return fault;
      if (isPastClose(present, now)) return refused('round-late', `The round closed on ${formatInstant(present.closesAt)}.`);
      if (!isInstant(closesAt) || Date.parse(closesAt) <= Date.parse(present.closesAt))
        return refused('dates-not-allowed', `Enter a time after ${formatInstant(present.closesAt)}.`, '/closesAt');
      return {
        state: { ...present, closesAt },
        what: `Extended until ${formatInstant(closesAt)}`,
        comment: reason,
        works: [{ kind: 'tell', audience: 'all-applicants', news: 'round-extended' }],
      };
    },
    'close-round': (present, _command, _facts, now) =>
      isPastClose(present, now)
        ? {
            state: { ...present, status: 'closed' },
            what: 'Closed',
            works: [{ kind: 'enter-applications' }, { kind: 'tell', audience: 'panel', news: 'round-closed' }],
          }
        : refused('not-yet', `The round closes on ${formatInstant(present.closesAt)}.`),
    'cancel-round': (present, { reason }) =>
      textFault(reason, 'why the round is cancelled', '/reason') ?? {
        state: { ...present, status: 'cancelled' },
        what: 'Cancelled',
        comment: reason,
        works: [{ kind: 'tell', audience: 'all-applicants', news: 'round-cancelled' }],
      },
  },
);

const frameworkFault = ({ framework }: RoundFacts): Refusal | undefined => {
  const { status } = framework;
  if (takesRounds(framework)) return undefined;
  return refused(
    'framework-not-ready-for-rounds',
    status === 'live' ? 'A closed framework takes no new providers.' : `The framework is ${status}, so no round can be published.`,
  );
};
