import { aMembership, chair, councilTenant, currentChecks, head, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import type { Membership } from '../people/membership.ts';
import { type Person, theProduct } from '../people/person.ts';
import type { Refusal } from '../refusal.ts';
import type { CheckCommand } from './check-command.ts';
import { type CheckFacts, type CheckRecord, scheduleCheck } from './check-record.ts';
import { neededConfirmations } from './confirmation.ts';
import { decideCheck } from './decide-check.ts';
import type { ProviderFacts } from './provider-standing.ts';
import type { QualityCommand, QualityDecision } from './quality-decision.ts';
import { defaultQualityPolicy } from './quality-policy.ts';
import type { QaStandard } from './standard.ts';

const council = (digit: string, name: string): Person => ({
  tenantId: councilTenant,
  objectId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@council.example`,
});

/** Three commissioners: whatever needs a second person can be done in more than one way. */
export const ada = council('1', 'Ada Marsh');
export const ben = council('2', 'Ben Brook');
export const cyd = council('3', 'Cyd Marsh');
export const commissioners: readonly Membership[] = [ada, ben, cyd].map((person) =>
  aMembership(person, ['commissioner'], { buyerRef: 'CD-SEND' }),
);
/** A provider in whose way nothing stands, but for what is told. */
export const providerFacts = (told: Partial<ProviderFacts> = {}): ProviderFacts => ({
  councilMembers: commissioners,
  checks: currentChecks,
  concerns: [],
  agreementCountersigned: true,
  liveRate: true,
  debarmentClear: true,
  ...told,
});
/** Everybody who may try something in these tests. */
export const everybody: readonly Person[] = [ada, ben, cyd, senco, head, chair, theProduct];

export const now = '2026-11-24T10:00:00Z';
export const today = localDate('2026-11-24');

let commands = 0;
const anId = (): string => {
  commands += 1;
  return `quality-${commands}`;
};

/** What every command has: by hand on a page, now, under an id of its own. */
export const byHand = (by: Person, told: Partial<QualityCommand> = {}): QualityCommand => ({
  id: anId(),
  by,
  now,
  receipted: new Set(),
  channel: 'page',
  ...told,
});
export const byClock = (at: string = now): QualityCommand => byHand(theProduct, { channel: 'clock', now: at });

/** The state after an accepted decision; throws with the refusal where there is none. */
export const stateAfter = <S>(decision: QualityDecision<S, object>): S => {
  if (decision.ok) return decision.state;
  throw new Error(`Refused: ${decision.code} ${decision.field ?? ''} ${decision.detail}`);
};
export const worksOf = <S>(decision: QualityDecision<S, object>): readonly object[] => {
  if (!decision.ok) throw new Error(`Refused: ${decision.code} ${decision.detail}`);
  return decision.effects.map(({ id: _id, version: _version, madeAt: _madeAt, ...work }) => work);
};
export const refusalOf = <S>(decision: QualityDecision<S, object>): Refusal => {
  if (!decision.ok) return decision;
  throw new Error('Accepted.');
};

export const checkFacts = (told: Partial<CheckFacts> = {}): CheckFacts => ({
  councilMembers: commissioners,
  policy: defaultQualityPolicy,
  others: [],
  offersTherapy: false,
  registeredSchool: false,
  safeguardingPause: false,
  ...told,
});

export const aScheduledCheck = (standard: QaStandard = 'policies', ref = 'Q-00001'): CheckRecord =>
  stateAfter(scheduleCheck({ ...byHand(ada), ref, providerRef: 'P-0001', standard, scheduledFor: today }, checkFacts()));

/** The check after these commands, each accepted. */
export const afterCommands = (start: CheckRecord, ...given: readonly CheckCommand[]): CheckRecord =>
  given.reduce((present, command) => stateAfter(decideCheck(present, command, checkFacts())), start);

export const aReceivedCheck = (standard: QaStandard = 'policies', ref?: string): CheckRecord =>
  afterCommands(
    aScheduledCheck(standard, ref),
    { ...byHand(ada), kind: 'request-evidence', dueOn: localDate('2026-12-08') },
    { ...byHand(ada), kind: 'receive-evidence', link: 'https://council.example/evidence/1' },
  );

/** A pass of a check, by Ada, with everything confirmed. */
export const aPass = (present: CheckRecord, told: Partial<Extract<CheckCommand, { kind: 'pass' }>> = {}): CheckCommand => ({
  ...byHand(ada),
  kind: 'pass',
  checkedOn: today,
  expiresOn: localDate('2027-08-31'),
  restsOn: localDate('2026-09-07'),
  confirmed: neededConfirmations(present.standard, true),
  confirmation: 'Seen and confirmed by the quality team.',
  ...told,
});

export const aPassedCheck = (standard: QaStandard = 'policies', ref?: string): CheckRecord => {
  const received = aReceivedCheck(standard, ref);
  return stateAfter(decideCheck(received, aPass(received), checkFacts()));
};
