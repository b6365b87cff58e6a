import { replayOf, type Sealed, seal } from '../call-off/aggregate.ts';
import type { Command } from '../call-off/decision.ts';
import { addMonths, compareDates, formatDate, type LocalDate, toLondonDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { commissionersOf, type Membership } from '../people/membership.ts';
import { personKey, samePerson } from '../people/person.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Ledger, LedgerWork, PupilsElsewhere } from './ledger.ts';
import type { LedgerAction } from './ledger-actions.ts';
import type { Allowed, Override } from './override.ts';

export type LimitCommand = Command &
  (
    | { readonly kind: 'record-override'; readonly allowed: Allowed; readonly until: LocalDate; readonly reason: string }
    | { readonly kind: 'end-override'; readonly overrideRef: string; readonly reason: string }
    | { readonly kind: 'record-pupils-elsewhere'; readonly elsewhere: PupilsElsewhere; readonly reason: string }
  );

export interface LimitCommandFacts {
  readonly councilMembers: readonly Membership[];
}

export type LimitDecision = Sealed<Ledger, LedgerWork> | Refusal;

/**
 * What a commissioner records about a limit: that it may be passed up to a point and a day (R12, R34), that this holds no more, or how many pupils a
 * provider declares from elsewhere. Shares are kept apart and never stand in the way.
 */
export const decideLimit = (present: Ledger, command: LimitCommand, { councilMembers }: LimitCommandFacts): LimitDecision => {
  const replay = replayOf<Ledger, LedgerWork>(present, command);
  if (replay) return replay;
  if (!commissionersOf(councilMembers).some((person) => samePerson(person, command.by)))
    return refused('not-yours', 'Only a commissioner of the council can decide this.');
  const refusal = whyNotReason(command.reason);
  if (refusal) return refusal;
  switch (command.kind) {
    case 'record-override':
      return recordOverride(present, command);
    case 'end-override':
      return endOverride(present, command);
    case 'record-pupils-elsewhere':
      return recordElsewhere(present, command);
  }
};

type Of<Kind extends LimitCommand['kind']> = Extract<LimitCommand, { kind: Kind }>;

const longestMonths = 12;
const mostPupils = 500;

const recordOverride = (present: Ledger, command: Of<'record-override'>): LimitDecision => {
  const { allowed, until, reason } = command;
  const today = toLondonDate(command.now);
  const expected = { 'framework-value': 'value', 'registration-load': 'pupils', budget: undefined }[present.id.kind];
  if (allowed.kind !== expected)
    return refused(
      'number-not-allowed',
      'A budget is changed in the list Budgets. Of a framework allow a value, of a provider pupils.',
      '/allowed',
    );
  const numbers = allowed.kind === 'value' ? [allowed.upTo] : [allowed.pupils, allowed.withPlan];
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0))
    return refused('number-not-allowed', 'Enter whole numbers of nought or more.', '/allowed');
  if (allowed.kind === 'pupils' && (allowed.pupils > mostPupils || allowed.withPlan > allowed.pupils))
    return refused('number-not-allowed', `Enter at most ${mostPupils} pupils, of whom no more can have a plan than there are.`, '/allowed');
  if (compareDates(until, today) < 0 || compareDates(until, addMonths(today, longestMonths)) > 0)
    return refused('dates-not-allowed', `Enter a last day from today on, at most ${longestMonths} months ahead.`, '/until');
  const override: Override = {
    ref: `${present.ref}-O${present.overrides.length + 1}`,
    allowed,
    reason: reason.trim(),
    by: command.by,
    at: command.now,
    until,
  };
  const what =
    allowed.kind === 'value'
      ? `Allowed up to ${formatMoney(allowed.upTo)} until ${formatDate(until)}`
      : `Allowed up to ${allowed.pupils} full-time pupils, ${allowed.withPlan} of them with a plan or looked after, until ${formatDate(until)}`;
  return sealed({ ...present, overrides: [...present.overrides, override] }, command, what, 'override-recorded');
};

const endOverride = (present: Ledger, command: Of<'end-override'>): LimitDecision => {
  const found = present.overrides.find(({ ref }) => ref === command.overrideRef);
  if (!found || found.endedAt !== undefined)
    return refused('change-already-decided', 'There is no such override, or it was ended before.', '/overrideRef');
  const ended = { ...found, endedBy: command.by, endedAt: command.now };
  const overrides = present.overrides.map((each) => (each.ref === found.ref ? ended : each));
  return sealed({ ...present, overrides }, command, 'Override ended', 'override-ended');
};

const recordElsewhere = (present: Ledger, command: Of<'record-pupils-elsewhere'>): LimitDecision => {
  const { pupils, withPlan, asAt } = command.elsewhere;
  if (present.id.kind !== 'registration-load')
    return refused('number-not-allowed', 'Only a provider has pupils from elsewhere.', '/elsewhere');
  const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0 && number <= mostPupils;
  if (!isCount(pupils) || !isCount(withPlan) || withPlan > pupils)
    return refused(
      'number-not-allowed',
      `Enter at most ${mostPupils} pupils, of whom no more can have a plan than there are.`,
      '/elsewhere',
    );
  if (compareDates(asAt, toLondonDate(command.now)) > 0)
    return refused('dates-not-allowed', 'Enter the day on which the provider declared this, today at the latest.', '/elsewhere/asAt');
  const what = `Provider declares ${pupils} full-time pupils from elsewhere, ${withPlan} of them with a plan or looked after`;
  return sealed({ ...present, elsewhere: { pupils, withPlan, asAt } }, command, what, 'pupils-elsewhere-recorded');
};

const sealed = (changed: Ledger, command: LimitCommand, what: string, action: LedgerAction): LimitDecision =>
  sealedWithoutShares(changed, command, { what, action, comment: command.reason.trim() });

/** What a decision about a limit is: a line for people, its name in the audit chain, and what else follows. */
interface Decided {
  readonly what: string;
  readonly action: LedgerAction;
  readonly comment?: string;
  readonly works?: readonly LedgerWork[];
}

/** Sealed without the shares, which have room of their own. */
export const sealedWithoutShares = (changed: Ledger, command: Command, { what, action, comment, works = [] }: Decided): LimitDecision => {
  const record = seal<Ledger, LedgerWork>(
    {
      state: { ...changed, shares: [] },
      what,
      comment,
      works: [{ kind: 'record-audit', action, actor: personKey(command.by) }, ...works],
    },
    command,
    0,
  );
  return record
    ? { ...record, state: { ...record.state, shares: changed.shares } }
    : refused('record-full', 'There is no room left in the record of this limit. Tell whoever keeps the app.');
};

const whyNotReason = (reason: string): Refusal | undefined => {
  if (!reason.trim()) return refused('comment-required', 'Enter the reason.', '/reason');
  if (reason.length > 2_000) return refused('text-too-long', 'Enter 2,000 characters or fewer.', '/reason');
  const screened = screenFreeText(reason);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, '/reason');
};
