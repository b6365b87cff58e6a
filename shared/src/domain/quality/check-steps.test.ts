import { aCheck } from '../call-off/call-off.fixture.ts';
import { stateRoom } from '../call-off/call-off-room.ts';
import { localDate } from '../days/local-date.ts';
import { adoptCheck } from './adopt-check.ts';
import type { CheckCommand } from './check-command.ts';
import { type CheckRecord, scheduleCheck } from './check-record.ts';
import { decideCheck } from './decide-check.ts';
import {
  ada,
  aReceivedCheck,
  aScheduledCheck,
  byClock,
  byHand,
  checkFacts,
  now,
  refusalOf,
  stateAfter,
  today,
  worksOf,
} from './quality.fixture.ts';

const yesterday = localDate('2026-11-23');
const decide = (present: CheckRecord, command: CheckCommand) => decideCheck(present, command, checkFacts());
const requested = (dueOn = today) => decide(aScheduledCheck(), { ...byHand(ada), kind: 'request-evidence', dueOn });
const acted = (told: { action?: string; dueOn?: typeof today } = {}, present = aReceivedCheck()) =>
  decide(present, { ...byHand(ada), kind: 'require-action', action: 'Name a deputy.', dueOn: today, ...told });
const received = (present: CheckRecord, told: { link?: string; now?: string } = {}) =>
  decide(present, { ...byHand(ada), kind: 'receive-evidence', ...told });
const audit = (action: string) => expect.objectContaining({ kind: 'record-audit', action });

test('a check is planned for today or later, which nobody is told of', () => {
  const schedule = (scheduledFor: typeof today) =>
    scheduleCheck({ ...byHand(ada), ref: 'Q-00001', providerRef: 'P-0001', standard: 'policies', scheduledFor }, checkFacts());
  expect(worksOf(schedule(today))).toEqual([audit('check-scheduled')]);
  expect(stateAfter(schedule(today)).history).toEqual([{ at: now, by: 'Ada Marsh', what: 'Check planned' }]);
  expect(refusalOf(schedule(yesterday))).toMatchObject({ code: 'dates-not-allowed', field: '/scheduledFor' });
});

test('a check that was typed or imported begins with nothing confirmed or reminded, mandatory by its standard whatever was typed', () => {
  const typed = aCheck('insurance', { mandatory: false });
  expect(adoptCheck(typed)).toStrictEqual({
    ...typed,
    mandatory: true,
    version: 0,
    history: [],
    outbox: [],
    lastCommands: [],
    confirmed: [],
    reminded: [],
  });
  expect(adoptCheck(aCheck('admissions')).mandatory).toBe(false);
});

test('a planned check is mandatory by its standard, and nothing of it is decided, confirmed or reminded', () => {
  expect(aScheduledCheck()).toMatchObject({ outcome: 'scheduled', mandatory: true, scheduledFor: today, confirmed: [], reminded: [] });
});

test('evidence is asked for by a day that is today or later', () => {
  expect(stateAfter(requested())).toMatchObject({ outcome: 'evidence-requested', evidenceDueOn: today });
  expect(worksOf(requested())).toEqual([{ kind: 'ask-provider-for-evidence' }, audit('check-evidence-requested')]);
  expect(refusalOf(requested(yesterday))).toMatchObject({ code: 'dates-not-allowed', field: '/dueOn' });
});

test('R16: of evidence only that it came in, who recorded it, and where it lies', () => {
  const link = 'https://council.example/evidence/1';
  const present = stateAfter(requested());
  expect(stateAfter(received(present, { link })).evidence).toStrictEqual({ recordedBy: ada, recordedAt: now, link });
  expect(stateAfter(received(present)).evidence).toStrictEqual({ recordedBy: ada, recordedAt: now, link: undefined });
  expect(worksOf(received(present))).toEqual([audit('check-evidence-received')]);
  expect(refusalOf(received(present, { link: 'ftp://x' }))).toMatchObject({ code: 'link-not-allowed', field: '/link' });
});

test('evidence for an action counts until the due date, that day included', () => {
  const present = stateAfter(acted());
  expect(received(present).ok).toBe(true);
  expect(refusalOf(received(present, { now: '2026-11-25T00:00:00Z' })).code).toBe('action-overdue');
});

test('an action says what to put right and by when; the provider is told, and the check holds on no day until then', () => {
  expect(stateAfter(acted())).toMatchObject({
    outcome: 'action-required',
    checkedOn: today,
    checkedBy: 'Ada Marsh',
    expiresOn: undefined,
    decidedBy: ada,
    decidedAt: now,
    action: 'Name a deputy.',
    actionDueOn: today,
  });
  expect(worksOf(acted())).toEqual([
    { kind: 'tell-provider-what-to-do' },
    { kind: 'refresh-directory', providerRef: 'P-0001' },
    audit('check-action-required'),
  ]);
  expect(refusalOf(acted({ action: '' }))).toMatchObject({ code: 'reason-required', field: '/action' });
  expect(refusalOf(acted({ dueOn: yesterday }))).toMatchObject({ code: 'dates-not-allowed', field: '/dueOn' });
});

test('R19: a check that was not passed holds its provider at once, and commissioners are told; one that is not mandatory holds nobody', () => {
  const fail = (reason: string, present = aReceivedCheck()) => decide(present, { ...byHand(ada), kind: 'fail', reason });
  expect(stateAfter(fail('No policy.'))).toMatchObject({ outcome: 'failed', checkedOn: today, checkedBy: 'Ada Marsh', decidedBy: ada });
  expect(stateAfter(fail('No policy.')).history.at(-1)?.comment).toBe('No policy.');
  const told = [{ kind: 'tell-commissioners', news: 'check-failed' }, audit('check-failed')];
  expect(worksOf(fail('No policy.'))).toEqual([
    { kind: 'place-hold', providerRef: 'P-0001', cause: 'check-failed', about: 'Q-00001' },
    { kind: 'refresh-directory', providerRef: 'P-0001' },
    ...told,
  ]);
  expect(worksOf(fail('No policy.', { ...aReceivedCheck(), mandatory: false }))).toEqual(told);
  expect(refusalOf(fail(' '))).toMatchObject({ code: 'reason-required', field: '/reason' });
});

describe('a record in which there is no room for more', () => {
  const full = (present: CheckRecord): CheckRecord => ({ ...present, confirmation: 'x'.repeat(stateRoom - 20_000) });
  const lapsing = { ...aReceivedCheck(), outcome: 'due', expiresOn: yesterday } as const;

  test('takes what protects a child all the same: an action, a failure, an end by time', () => {
    expect(acted({}, full(aReceivedCheck())).ok).toBe(true);
    expect(decide(full(aReceivedCheck()), { ...byHand(ada), kind: 'fail', reason: 'No policy.' }).ok).toBe(true);
    expect(decide(full(lapsing), { ...byClock(), kind: 'lapse' }).ok).toBe(true);
    expect(decide(full(stateAfter(acted())), { ...byClock('2026-11-25T10:00:00Z'), kind: 'miss-action' }).ok).toBe(true);
    const waived = { ...stateAfter(acted()), waivedUntil: yesterday } as const;
    const waiver = { state: 'approved', reason: 'New lead', until: yesterday, requestedBy: ada } as const;
    expect(decide(full({ ...waived, waiver }), { ...byClock(), kind: 'end-waiver' }).ok).toBe(true);
  });

  test('takes nothing else', () => {
    expect(refusalOf(received(full(stateAfter(requested())))).code).toBe('record-full');
  });
});

test('a step that its outcome does not allow is refused in words', () => {
  expect(refusalOf(received(aScheduledCheck()))).toMatchObject({ code: 'not-in-this-state' });
  expect(refusalOf(acted({}, stateAfter(requested()))).detail).toBe('Not possible while this check is evidence requested.');
});
