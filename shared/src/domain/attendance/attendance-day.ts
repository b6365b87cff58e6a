import { type Aggregate, replayOf, type Sealed, seal, unwritten } from '../call-off/aggregate.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Command } from '../call-off/decision.ts';
import { isBefore } from '../days/instants.ts';
import { addDays, formatDate, instantAtLondon, type LocalDate, toLondonDate } from '../days/local-date.ts';
import type { TermDates } from '../days/term-dates.ts';
import { runsOrders } from '../orders/order-life.ts';
import type { Membership } from '../people/membership.ts';
import { type Person, type PersonKey, personKey } from '../people/person.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { AttendanceAction } from './attendance-action.ts';
import type { AttendancePolicy } from './attendance-policy.ts';
import { type Half, type PlannedSession, sessionsOn } from './planned-session.ts';
import type { ProviderMark } from './provider-mark.ts';
import type { AttendanceCode } from './suggest-code.ts';

/** What is known of one session. Instants are ISO. */
export interface SessionRecord {
  readonly mark?: ProviderMark | undefined;
  readonly markedAt?: string | undefined;
  /** When the school was told that nobody had reported. */
  readonly unreportedAt?: string | undefined;
  /** When the school told ahead that the pupil would not come. */
  readonly toldAbsentAt?: string | undefined;
  readonly code?: AttendanceCode | undefined;
  readonly confirmedBy?: Person | undefined;
  readonly confirmedAt?: string | undefined;
}

/** What is to be done after a step in the record. */
export type AttendanceWork =
  /** Where the pupil is not: the school's attendance contact is told on the same day. `mark`: what was reported; it is not told once it is another. */
  | { readonly kind: 'tell-absence'; readonly half: Half; readonly mark: 'absent' | 'cancelled' }
  | { readonly kind: 'tell-absence-corrected'; readonly half: Half }
  | { readonly kind: 'tell-unreported'; readonly half: Half }
  | { readonly kind: 'record-audit'; readonly action: AttendanceAction; readonly actor: PersonKey };

/** The two sessions of one order on one day: one list item. It is made by the first thing that is told of either, and names no pupil. */
export interface AttendanceDay extends Aggregate<AttendanceWork> {
  readonly callOffRef: string;
  readonly orderNumber: string;
  readonly buyerRef: string;
  readonly providerRef: string;
  readonly date: LocalDate;
  readonly am: SessionRecord;
  readonly pm: SessionRecord;
}

export type AttendanceDecision = Sealed<AttendanceDay, AttendanceWork> | Refusal;

/** One record for each order and day. */
export const attendanceRef = (orderNumber: string, date: LocalDate): string => `${orderNumber}-${date}`;

/** Days after a session on which the provider can still report it, as long as the school has not confirmed it. */
export const reportableDays = 7;

/** What a step rests on, read from the lists at that moment. */
export interface AttendanceFacts {
  readonly callOff: CallOff;
  readonly termDates: readonly TermDates[];
  readonly policy: AttendancePolicy;
}

export interface SessionCommand extends Command {
  readonly date: LocalDate;
  readonly half: Half;
}

interface Step {
  readonly told: SessionRecord;
  readonly what: string;
  readonly action: AttendanceAction;
  readonly works?: readonly AttendanceWork[];
}

const begin = ({ callOff }: AttendanceFacts, date: LocalDate): AttendanceDay => {
  const orderNumber = callOff.order?.number ?? '';
  return {
    ...unwritten,
    ref: attendanceRef(orderNumber, date),
    callOffRef: callOff.ref,
    orderNumber,
    buyerRef: callOff.request.buyerRef,
    providerRef: callOff.providerRef,
    date,
    am: {},
    pm: {},
  };
};

const sessionName = ({ date, half }: Pick<SessionCommand, 'date' | 'half'>): string =>
  `${half === 'am' ? 'the morning' : 'the afternoon'} of ${formatDate(date)}`;

const plannedOf = (facts: AttendanceFacts, { date, half }: SessionCommand): PlannedSession | undefined =>
  sessionsOn(facts.callOff, date, facts.termDates).find((session) => session.half === half);

const notPlanned = (command: SessionCommand): Refusal =>
  refused('session-not-planned', `No session is planned for ${sessionName(command)}.`, '/date');

/** When a session begins: an instant. */
const startOf = ({ startsAt }: AttendancePolicy, { date, half }: SessionCommand): string => instantAtLondon(date, startsAt[half]);

const sealed = (present: AttendanceDay, command: SessionCommand, { told, what, action, works = [] }: Step): AttendanceDecision =>
  seal<AttendanceDay, AttendanceWork>(
    {
      state: { ...present, [command.half]: told },
      what: `${command.half === 'am' ? 'Morning' : 'Afternoon'}: ${what}`,
      works: [{ kind: 'record-audit', action, actor: personKey(command.by) }, ...works],
      // Where a child is finds room in a record that is full to everything else.
      protects: true,
    },
    command,
  ) ?? refused('record-full', 'There is no room left in the record of this day. Ring the school.');

export interface ReportSession extends SessionCommand {
  /** `undefined` takes back what was reported. */
  readonly mark: ProviderMark | undefined;
}

const alerts = (mark: ProviderMark | undefined): mark is 'absent' | 'cancelled' => mark === 'absent' || mark === 'cancelled';

/**
 * R22: the provider reports a session of today, or of the last seven days, until the school has confirmed it. An absence, and a session that it cancels,
 * are told to the school at once; so is that either was a mistake.
 */
export const reportSession = (found: AttendanceDay | undefined, command: ReportSession, facts: AttendanceFacts): AttendanceDecision => {
  const replay = found && replayOf<AttendanceDay, AttendanceWork>(found, command);
  if (replay) return replay;
  const { date, half, mark } = command;
  const today = toLondonDate(command.now);
  if (date > today || date < addDays(today, -reportableDays))
    return refused(
      'dates-not-allowed',
      'A session is reported on its day, or within seven days after it. Ring the school about any other.',
      '/date',
    );
  if (!plannedOf(facts, command)) return notPlanned(command);
  const present = found ?? begin(facts, date);
  const before = present[half];
  if (before.confirmedAt !== undefined)
    return refused('session-confirmed', `The school has confirmed ${sessionName(command)}. Ring the school to change it.`);
  if (before.mark === mark)
    return refused('session-unchanged', mark === undefined ? 'Nothing was reported yet.' : `This session is reported as ${mark} already.`);
  const works: AttendanceWork[] = alerts(mark)
    ? [{ kind: 'tell-absence', half, mark }]
    : alerts(before.mark)
      ? [{ kind: 'tell-absence-corrected', half }]
      : [];
  return sealed(present, command, {
    told: { ...before, mark, markedAt: mark === undefined ? undefined : command.now },
    what: mark === undefined ? 'report taken back' : `reported ${mark}`,
    action: mark === undefined ? 'session-report-undone' : 'session-reported',
    works,
  });
};

/** Whether the time in Settings has passed and nobody has reported a session, nor told of the absence ahead. */
export const isUnreported = (session: PlannedSession, told: SessionRecord | undefined, policy: AttendancePolicy, now: string): boolean =>
  told?.mark === undefined &&
  told?.toldAbsentAt === undefined &&
  told?.confirmedAt === undefined &&
  !isBefore(now, instantAtLondon(session.date, policy.reportBy[session.half]));

/** R22: a session of today that nobody reported in time is told to the school like an absence, once. It is never taken for presence. */
export const noteUnreported = (found: AttendanceDay | undefined, command: SessionCommand, facts: AttendanceFacts): AttendanceDecision => {
  const replay = found && replayOf<AttendanceDay, AttendanceWork>(found, command);
  if (replay) return replay;
  const session = plannedOf(facts, command);
  if (!session || command.date !== toLondonDate(command.now)) return notPlanned(command);
  const present = found ?? begin(facts, command.date);
  const before = present[command.half];
  if (before.unreportedAt !== undefined || !isUnreported(session, before, facts.policy, command.now))
    return refused('session-unchanged', 'There is nothing to tell of this session.');
  return sealed(present, command, {
    told: { ...before, unreportedAt: command.now },
    what: 'not reported in time',
    action: 'session-unreported',
    works: [{ kind: 'tell-unreported', half: command.half }],
  });
};

export interface SchoolFacts extends AttendanceFacts {
  readonly buyerMembers: readonly Membership[];
}

const notTheSchools = ({ callOff, buyerMembers }: SchoolFacts, command: Command): Refusal | undefined =>
  runsOrders(callOff, buyerMembers, command.by)
    ? undefined
    : refused('not-yours', `Only ${callOff.buyerName} can do this: the pupil is on its register.`);

export interface ConfirmSession extends SessionCommand {
  readonly code: AttendanceCode;
}

/** R25: the school says which code stands in its own register. It may be another than was suggested, and it may be corrected. */
export const confirmSession = (found: AttendanceDay | undefined, command: ConfirmSession, facts: SchoolFacts): AttendanceDecision => {
  const replay = found && replayOf<AttendanceDay, AttendanceWork>(found, command);
  if (replay) return replay;
  const refusal = notTheSchools(facts, command);
  if (refusal) return refusal;
  if (!plannedOf(facts, command)) return notPlanned(command);
  if (isBefore(command.now, startOf(facts.policy, command)))
    return refused('dates-not-allowed', 'This session has not begun yet.', '/date');
  const present = found ?? begin(facts, command.date);
  const before = present[command.half];
  if (before.code === command.code) return refused('session-unchanged', `This session is confirmed as ${command.code} already.`, '/code');
  return sealed(present, command, {
    told: { ...before, code: command.code, confirmedBy: command.by, confirmedAt: command.now },
    what: `confirmed as ${command.code}`,
    action: 'session-confirmed',
  });
};

/** The way back from a confirmation: the session stands as the provider reported it, and a code is suggested again. */
export const takeBackCode = (found: AttendanceDay | undefined, command: SessionCommand, facts: SchoolFacts): AttendanceDecision => {
  const replay = found && replayOf<AttendanceDay, AttendanceWork>(found, command);
  if (replay) return replay;
  const refusal = notTheSchools(facts, command);
  if (refusal) return refusal;
  const before = found?.[command.half];
  if (!found || before?.code === undefined) return refused('session-unchanged', `No code is confirmed for ${sessionName(command)}.`);
  return sealed(found, command, {
    told: { ...before, code: undefined, confirmedBy: undefined, confirmedAt: undefined },
    what: `${before.code} taken back`,
    action: 'session-confirmation-undone',
  });
};

/** The school tells the provider ahead that the pupil will not come: its time decides what is owed for the session. */
export const tellAbsenceAhead = (found: AttendanceDay | undefined, command: SessionCommand, facts: SchoolFacts): AttendanceDecision => {
  const replay = found && replayOf<AttendanceDay, AttendanceWork>(found, command);
  if (replay) return replay;
  const refusal = notTheSchools(facts, command);
  if (refusal) return refusal;
  if (!plannedOf(facts, command)) return notPlanned(command);
  if (!isBefore(command.now, startOf(facts.policy, command)))
    return refused('dates-not-allowed', 'This session has begun. Ring the provider.', '/date');
  const present = found ?? begin(facts, command.date);
  const before = present[command.half];
  if (before.toldAbsentAt !== undefined) return refused('session-unchanged', 'The provider can see this absence already.');
  return sealed(present, command, {
    told: { ...before, toldAbsentAt: command.now },
    what: 'absence told ahead',
    action: 'absence-told-ahead',
  });
};
