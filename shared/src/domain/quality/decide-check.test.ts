import { senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { theProduct } from '../people/person.ts';
import type { CheckCommand } from './check-command.ts';
import { scheduleCheck } from './check-record.ts';
import { decideCheck } from './decide-check.ts';
import {
  ada,
  afterCommands,
  aPass,
  aPassedCheck,
  aReceivedCheck,
  aScheduledCheck,
  ben,
  byClock,
  byHand,
  checkFacts,
  refusalOf,
  stateAfter,
  today,
  worksOf,
} from './quality.fixture.ts';

const pass = (present = aReceivedCheck(), told: Parameters<typeof aPass>[1] = {}, facts = checkFacts()) =>
  decideCheck(present, aPass(present, told), facts);

describe('a check is planned, asked for, received and decided', () => {
  test('R15: by a commissioner only, and what is mandatory follows from the standard', () => {
    const plan = { ref: 'Q-1', providerRef: 'P-0001', standard: 'insurance' as const, scheduledFor: today };
    expect(stateAfter(scheduleCheck({ ...byHand(ada), ...plan }, checkFacts()))).toMatchObject({ outcome: 'scheduled', mandatory: true });
    expect(refusalOf(scheduleCheck({ ...byHand(senco), ...plan }, checkFacts())).code).toBe('not-a-commissioner');
    const past = { ...plan, scheduledFor: localDate('2026-11-23') };
    expect(refusalOf(scheduleCheck({ ...byHand(ada), ...past }, checkFacts()))).toMatchObject({ field: '/scheduledFor' });
  });

  test('who recorded the evidence, and who decided, is kept; the evidence is not', () => {
    const passed = stateAfter(pass(aReceivedCheck(), { by: ben }));
    expect(passed).toMatchObject({ outcome: 'passed', checkedOn: today, checkedBy: 'Ben Brook', decidedBy: ben });
    // Of what came in there is who recorded it, when, and where it lies.
    expect(passed.evidence).toStrictEqual({ recordedBy: ada, recordedAt: expect.any(String), link: 'https://council.example/evidence/1' });
  });

  test.each([
    'http://council.example/a',
    'data:application/pdf;base64,AAAA',
    'https://a b.example',
    `https://a.example/${'x'.repeat(400)}`,
  ])('evidence is a link to where it lies: not %s', (link) => {
    const asked = afterCommands(aScheduledCheck(), { ...byHand(ada), kind: 'request-evidence', dueOn: today });
    expect(refusalOf(decideCheck(asked, { ...byHand(ada), kind: 'receive-evidence', link }, checkFacts())).code).toBe('link-not-allowed');
  });

  test('R40: no text of it names a pupil', () => {
    expect(refusalOf(pass(aReceivedCheck(), { confirmation: 'Seen for Jack Smith.' }))).toMatchObject({
      code: 'text-names-a-pupil',
      field: '/confirmation',
    });
  });
});

describe('R16: the staff checks', () => {
  test.each(['staff-checks', 'barred-list-dbs', 'section-128'] as const)('%s is passed when each part is confirmed', (standard) => {
    const received = aReceivedCheck(standard);
    expect(refusalOf(pass(received, { confirmed: ['identity'] }))).toMatchObject({ code: 'not-confirmed', field: '/confirmed' });
    expect(stateAfter(pass(received)).outcome).toBe('passed');
  });

  test('that it was confirmed is said in a sentence', () => {
    expect(refusalOf(pass(aReceivedCheck('staff-checks'), { confirmation: ' ' }))).toMatchObject({ field: '/confirmation' });
  });
});

describe('R17: the safeguarding lead', () => {
  test('training holds for two years from the day of the training, not from that of the check', () => {
    const received = aReceivedCheck('safeguarding-lead');
    const restsOn = localDate('2025-03-10');
    expect(refusalOf(pass(received, { restsOn, expiresOn: localDate('2027-03-11') }))).toMatchObject({
      code: 'validity-too-long',
      detail: 'This holds for 24 months: until Wednesday 10 March 2027 at the latest (R17).',
    });
    expect(stateAfter(pass(received, { restsOn, expiresOn: localDate('2027-03-10') })).expiresOn).toBe('2027-03-10');
    expect(refusalOf(pass(received, { restsOn: undefined })).field).toBe('/restsOn');
  });

  test('policies hold for a year from their review', () => {
    const received = aReceivedCheck('policies');
    expect(refusalOf(pass(received, { restsOn: localDate('2026-08-30'), expiresOn: localDate('2027-08-31') })).code).toBe(
      'validity-too-long',
    );
  });
});

describe('R18: insurance', () => {
  test("needs public and employer's liability, and professional indemnity of who offers therapy", () => {
    const received = aReceivedCheck('insurance');
    expect(refusalOf(pass(received, { confirmed: ['public-liability'] })).code).toBe('not-confirmed');
    const both = { confirmed: ['public-liability', 'employers-liability'] } as const;
    expect(stateAfter(pass(received, both)).outcome).toBe('passed');
    expect(refusalOf(pass(received, both, checkFacts({ offersTherapy: true }))).detail).toBe('Not confirmed yet: professional indemnity.');
  });

  test('when it has lapsed the provider is held by the clock', () => {
    const due = afterCommands(aPassedCheck('insurance'), { ...byClock('2027-08-01T07:30:00Z'), kind: 'become-due' });
    const lapse = (at: string, told: Parameters<typeof checkFacts>[0] = {}) =>
      decideCheck(due, { ...byClock(at), kind: 'lapse' }, checkFacts(told));
    expect(refusalOf(lapse('2027-08-31T22:59:00Z')).code).toBe('not-yet-due');
    expect(worksOf(lapse('2027-08-31T23:00:00Z'))).toContainEqual({
      kind: 'place-hold',
      providerRef: 'P-0001',
      cause: 'check-lapsed',
      about: 'Q-00001',
    });
    const renewal = { ...aPassedCheck('insurance', 'Q-00002'), checkedOn: localDate('2027-08-20'), expiresOn: localDate('2028-08-31') };
    const kinds = (told: Parameters<typeof checkFacts>[0]) =>
      worksOf(lapse('2027-09-02T07:30:00Z', told)).map((work) => Object.values(work)[0]);
    expect(kinds({ others: [{ ...renewal, decidedAt: '2027-08-31T22:00:00Z' }] })).not.toContain('place-hold');
    // Renewed a day late: there was a gap, and one person alone must not close it by being faster than the clock.
    expect(kinds({ others: [{ ...renewal, decidedAt: '2027-09-01T07:00:00Z' }] })).toContain('place-hold');
    // An earlier policy that runs longer renews nothing: the latest one is what counts.
    const earlier = { ...renewal, checkedOn: localDate('2025-08-20') };
    expect(kinds({ others: [{ ...earlier, decidedAt: '2025-08-20T12:00:00Z' }] })).toContain('place-hold');
  });
});

describe('R19: an action has a due date', () => {
  const acting = () =>
    afterCommands(aReceivedCheck(), {
      ...byHand(ada),
      kind: 'require-action',
      action: 'Review the policies.',
      dueOn: localDate('2026-12-01'),
    });
  const evidence: CheckCommand = { ...byHand(ada), kind: 'receive-evidence' };

  test('evidence counts until that day, and the provider stays held until it has been looked at', () => {
    const answered = stateAfter(decideCheck(acting(), { ...evidence, now: '2026-12-01T23:59:00Z' }, checkFacts()));
    expect(answered).toMatchObject({ outcome: 'received', actionDueOn: '2026-12-01' });
    expect(refusalOf(decideCheck(acting(), { ...evidence, now: '2026-12-02T00:00:00Z' }, checkFacts())).code).toBe('action-overdue');
  });

  test('after it the clock fails the check and holds the provider', () => {
    const miss = (at: string) => decideCheck(acting(), { ...byClock(at), kind: 'miss-action' }, checkFacts());
    expect(refusalOf(miss('2026-12-01T12:00:00Z')).code).toBe('not-yet-due');
    expect(stateAfter(miss('2026-12-02T07:30:00Z')).outcome).toBe('failed');
    expect(worksOf(miss('2026-12-02T07:30:00Z'))).toContainEqual(expect.objectContaining({ kind: 'place-hold', cause: 'check-failed' }));
  });
});

describe('R20: a registered school', () => {
  const received = aReceivedCheck('registration');
  const inspection = { body: 'Ofsted', on: localDate('2025-02-11'), link: 'https://reports.example/2500001' } as const;
  const school = checkFacts({ registeredSchool: true });

  test('shows who inspected it last, when, and where to read it', () => {
    expect(refusalOf(pass(received, {}, school)).code).toBe('inspection-required');
    expect(stateAfter(pass(received, { inspection }, school)).inspection).toEqual(inspection);
    expect(refusalOf(pass(received, { inspection: { ...inspection, on: localDate('2026-11-25') } }, school)).field).toBe('/inspection/on');
    expect(refusalOf(pass(received, { inspection: { ...inspection, link: 'ofsted' } }, school)).field).toBe('/inspection/link');
  });

  test.each(['Registered and rated good.', 'Outstanding in 2019.', 'Requires improvement'])('keeps no grade: "%s"', (confirmation) => {
    expect(refusalOf(pass(received, { confirmation, inspection }, school)).code).toBe('grade-not-kept');
  });
});

describe('the clock', () => {
  test('says that a check is due, and reminds once for each of the days', () => {
    const passed = aPassedCheck();
    expect(refusalOf(decideCheck(passed, { ...byClock('2027-07-19T07:00:00Z'), kind: 'become-due' }, checkFacts())).code).toBe(
      'not-yet-due',
    );
    const due = stateAfter(decideCheck(passed, { ...byClock('2027-07-20T07:00:00Z'), kind: 'become-due' }, checkFacts()));
    const remind = (present: typeof due, at: string) => decideCheck(present, { ...byClock(at), kind: 'remind' }, checkFacts());
    expect(refusalOf(remind(due, '2027-08-02T07:00:00Z')).code).toBe('not-yet-due');
    const reminded = stateAfter(remind(due, '2027-08-03T07:00:00Z'));
    expect(refusalOf(remind(reminded, '2027-08-16T07:00:00Z')).code).toBe('not-yet-due');
    // The clock stood still for a fortnight: one reminder makes up for two.
    const late = stateAfter(remind(reminded, '2027-08-25T07:00:00Z'));
    expect(late.reminded).toEqual([28, 14, 7]);
    expect(refusalOf(remind(late, '2027-08-29T07:00:00Z')).code).toBe('not-yet-due');
  });

  test('a check that becomes due late is said once: word that it is due makes up for the reminders before it', () => {
    const due = stateAfter(decideCheck(aPassedCheck(), { ...byClock('2027-08-20T07:00:00Z'), kind: 'become-due' }, checkFacts()));
    expect(due.reminded).toEqual([28, 14]);
    expect(refusalOf(decideCheck(due, { ...byClock('2027-08-20T07:00:00Z'), kind: 'remind' }, checkFacts())).code).toBe('not-yet-due');
    expect(stateAfter(decideCheck(due, { ...byClock('2027-08-24T07:00:00Z'), kind: 'remind' }, checkFacts())).reminded).toEqual([
      28, 14, 7,
    ]);
  });

  test('nobody does by hand what the clock does, and the clock does nothing else', () => {
    const due = afterCommands(aPassedCheck(), { ...byClock('2027-08-01T07:30:00Z'), kind: 'become-due' });
    expect(refusalOf(decideCheck(due, { ...byHand(ada, { now: '2027-09-01T07:00:00Z' }), kind: 'lapse' }, checkFacts())).code).toBe(
      'not-the-clock',
    );
    for (const told of [byClock(), byHand(theProduct), byHand(ada, { channel: 'link' })])
      expect(refusalOf(decideCheck(aReceivedCheck(), { ...told, kind: 'fail', reason: 'No.' }, checkFacts())).code).toBe('not-a-person');
  });
});
