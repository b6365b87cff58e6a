import { addDays, compareDates, type LocalDate } from '../days/local-date.ts';
import { isUndecided } from './check-outcome.ts';
import { holdsOn, holdsUntil, latestCheck, type QaCheck } from './qa-check.ts';
import type { QaStandard } from './standard.ts';
import type { Visit } from './visit.ts';

/** A check that holds no more, or not for long. */
export interface EndingCheck {
  readonly checkRef: string;
  readonly providerRef: string;
  readonly standard: QaStandard;
  readonly mandatory: boolean;
  /** The last day on which it holds, by itself or by a waiver. */
  readonly until: LocalDate;
  /** Whether evidence for a renewal waits to be looked at: then the delay is the council's. */
  readonly evidenceReceived: boolean;
}

/** What a provider was to do by a day that has passed. `of`: the check or the visit. */
export interface OverdueAction {
  readonly cameOf: 'check' | 'visit';
  readonly of: string;
  readonly providerRef: string;
  readonly dueOn: LocalDate;
  readonly evidenceReceived: boolean;
}

/** The morning of a commissioner (the card of 7:30): what ends today comes first. Ids and days only. */
export interface QualityDay {
  /** The last day is today: from tomorrow the provider is held. */
  readonly lapsesToday: readonly EndingCheck[];
  readonly lapsesSoon: readonly EndingCheck[];
  /** Holds no more, and nothing has come in its place. */
  readonly lapsed: readonly EndingCheck[];
  readonly overdueActions: readonly OverdueAction[];
}

/** The checks that count: the latest decided one of each standard of each provider. */
const countingChecks = (checks: readonly QaCheck[]): readonly QaCheck[] => {
  const subjects = new Map(checks.map((check) => [`${check.providerRef} ${check.standard}`, check]));
  return [...subjects.values()].flatMap(({ providerRef, standard }) => {
    const own = checks.filter((check) => check.providerRef === providerRef);
    return latestCheck(own, standard) ?? [];
  });
};

const hasEvidence = (checks: readonly QaCheck[], { providerRef, standard }: QaCheck): boolean =>
  checks.some((check) => check.providerRef === providerRef && check.standard === standard && check.outcome === 'received');

/** The most urgent first, mandatory before others. */
const byUrgency = (a: EndingCheck, b: EndingCheck): number =>
  compareDates(a.until, b.until) || Number(b.mandatory) - Number(a.mandatory) || a.checkRef.localeCompare(b.checkRef);

/** What lapses today, within `days` days, has lapsed, and which actions are overdue; a check that was not passed is none of these. */
export const qualityDay = (checks: readonly QaCheck[], visits: readonly Visit[], today: LocalDate, days: number): QualityDay => {
  const ending = (some: readonly QaCheck[]): readonly EndingCheck[] =>
    some
      .flatMap((check): EndingCheck[] => {
        const until = holdsUntil(check) ?? (check.outcome === 'lapsed' ? check.expiresOn : undefined);
        const { ref: checkRef, providerRef, standard, mandatory } = check;
        return until === undefined
          ? []
          : [{ checkRef, providerRef, standard, mandatory, until, evidenceReceived: hasEvidence(checks, check) }];
      })
      .sort(byUrgency);
  const counting = countingChecks(checks);
  const holding = ending(counting.filter((check) => holdsOn(check, today)));
  return {
    lapsesToday: holding.filter(({ until }) => until === today),
    lapsesSoon: holding.filter(({ until }) => until > today && until <= addDays(today, days)),
    lapsed: ending(counting.filter((check) => !holdsOn(check, today))),
    overdueActions: [...overdueOfChecks(checks, today), ...overdueOfVisits(visits, today)].sort(
      (a, b) => compareDates(a.dueOn, b.dueOn) || a.of.localeCompare(b.of),
    ),
  };
};

const overdueOfChecks = (checks: readonly QaCheck[], today: LocalDate): readonly OverdueAction[] =>
  checks.flatMap(({ ref, providerRef, outcome, actionDueOn }) =>
    actionDueOn !== undefined && actionDueOn < today && (outcome === 'action-required' || isUndecided(outcome))
      ? [{ cameOf: 'check', of: ref, providerRef, dueOn: actionDueOn, evidenceReceived: outcome === 'received' }]
      : [],
  );

const overdueOfVisits = (visits: readonly Visit[], today: LocalDate): readonly OverdueAction[] =>
  visits.flatMap(({ ref, providerRef, actions }) =>
    actions.flatMap(({ dueOn, doneAt, evidence }) =>
      doneAt === undefined && dueOn < today
        ? [{ cameOf: 'visit', of: ref, providerRef, dueOn, evidenceReceived: evidence !== undefined }]
        : [],
    ),
  );
