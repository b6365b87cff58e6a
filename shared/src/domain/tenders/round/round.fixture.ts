import { acceptedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { commissioner, given, tenderNow } from '../tender.fixture.ts';
import type { LotCriteria } from './criteria.ts';
import { decideRound } from './decide-round.ts';
import { methodStatements } from './method-statements.ts';
import type { Question, QuestionSet } from './question.ts';
import type { Round } from './round.ts';
import type { PlanRound, RoundCommand, RoundFacts, RoundPlan } from './round-command.ts';

/** A year ago nobody applied; the round is open for the whole of December 2026. */
export const opensAt = '2026-12-01T09:00:00Z';
export const whileOpen = '2026-12-10T12:00:00Z';
export const closesAt = '2026-12-31T12:00:00Z';

/** Quality 90, price 10, hours compared. */
export const aLotCriteria = (told: Partial<LotCriteria> = {}): LotCriteria => ({
  lotKey: 'AP-2027-1',
  qualityWeight: 90,
  priceWeight: 10,
  passMark: 50,
  priceUnit: 'hour',
  ...told,
});

/** An insurance question that fails whoever says no. */
export const insured: Question = {
  key: 'insured',
  text: 'Do you hold public liability insurance of at least £5 million?',
  lots: 'every',
  mandatory: true,
  kind: 'yes-no',
  marking: { kind: 'pass-or-fail', passes: 'yes' },
};

/** The four method statements, the insurance question, and one for the second lot only. */
export const someQuestions: QuestionSet = {
  version: 'AP-2027-1',
  questions: [
    ...methodStatements.questions,
    insured,
    {
      key: 'therapists',
      text: 'Where are your therapists registered?',
      lots: ['AP-2027-2'],
      mandatory: true,
      kind: 'text',
      mostWords: 100,
      marking: { kind: 'pass-or-fail', passes: 'judged' },
    },
  ],
};

export const aPlan = (told: Partial<RoundPlan> = {}): RoundPlan => ({
  opensAt,
  clarificationsCloseAt: '2026-12-18T17:00:00Z',
  closesAt,
  lots: [aLotCriteria(), aLotCriteria({ lotKey: 'AP-2027-2' })],
  questionSet: someQuestions,
  ...told,
});

export const roundFacts = (told: Partial<RoundFacts['framework']> = {}): RoundFacts => ({
  roles: tenderRoles,
  framework: { status: 'coming', kind: 'closed', lotKeys: ['AP-2027-1', 'AP-2027-2'], ...told },
});

export const planRound = (plan: Partial<RoundPlan> = {}): PlanRound => ({
  ...given(commissioner),
  kind: 'plan-round',
  ref: 'RD-2027',
  frameworkRef: 'AP-2027',
  plan: aPlan(plan),
});

export const tryRound = (
  present: Round | undefined,
  command: PlanRound | RoundCommand,
  told: Partial<RoundFacts['framework']> = {},
  now = tenderNow,
) => decideRound(present, command, roundFacts(told), now);

export const aDraftRound = (plan: Partial<RoundPlan> = {}): Round => acceptedTender(tryRound(undefined, planRound(plan))).state;

export const aPublishedRound = (plan: Partial<RoundPlan> = {}): Round =>
  acceptedTender(tryRound(aDraftRound(plan), { ...given(commissioner), kind: 'publish-round' })).state;
