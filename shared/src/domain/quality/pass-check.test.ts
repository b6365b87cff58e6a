import { localDate } from '../days/local-date.ts';
import type { CheckCommandOf } from './check-command.ts';
import type { CheckFacts, CheckRecord, Inspection } from './check-record.ts';
import { decideCheck } from './decide-check.ts';
import { ada, aPass, aReceivedCheck, checkFacts, refusalOf, stateAfter, today, worksOf } from './quality.fixture.ts';

type Pass = CheckCommandOf<'pass'>;
const yesterday = localDate('2026-11-23');
const tomorrow = localDate('2026-11-25');
const pass = (told: Partial<Pass> = {}, present: CheckRecord = aReceivedCheck(), facts: Partial<CheckFacts> = {}) =>
  decideCheck(present, aPass(present, told), checkFacts(facts));

test('a pass says who checked, when, what was confirmed and until when it holds; it ends action and waiver, and the directory shows it', () => {
  const present: CheckRecord = {
    ...aReceivedCheck(),
    action: 'Name a deputy',
    actionDueOn: tomorrow,
    waiver: { state: 'approved', reason: 'New lead', until: tomorrow, requestedBy: ada },
    waivedUntil: tomorrow,
    reminded: [56],
  };
  const passed = pass({}, present);
  expect(stateAfter(passed)).toMatchObject({
    outcome: 'passed',
    checkedOn: today,
    checkedBy: 'Ada Marsh',
    expiresOn: '2027-08-31',
    decidedBy: ada,
    decidedAt: '2026-11-24T10:00:00Z',
    confirmed: ['policies-reviewed'],
    confirmation: 'Seen and confirmed by the quality team.',
    inspection: undefined,
    action: undefined,
    actionDueOn: undefined,
    waiver: undefined,
    waivedUntil: undefined,
    reminded: [],
  });
  expect(stateAfter(passed).history.at(-1)).toMatchObject({ what: 'Passed', comment: 'Seen and confirmed by the quality team.' });
  expect(worksOf(passed)).toMatchObject([
    { kind: 'refresh-directory', providerRef: 'P-0001' },
    { kind: 'record-audit', action: 'check-passed' },
  ]);
});

describe('R17: the days of a pass', () => {
  const insured = () => aReceivedCheck('insurance');

  test.each<readonly [string, Partial<Pass>, string]>([
    ['checked tomorrow', { checkedOn: tomorrow }, '/checkedOn'],
    ['checked before the evidence came in', { checkedOn: yesterday }, '/checkedOn'],
    ['over already', { expiresOn: yesterday }, '/expiresOn'],
    ['that rests on nothing', { restsOn: undefined }, '/restsOn'],
    ['that rests on a review to come', { restsOn: tomorrow }, '/restsOn'],
  ])('one %s is refused', (_what, told, field) => {
    expect(refusalOf(pass(told))).toMatchObject({ code: 'dates-not-allowed', field });
  });

  test('a review of today, or a check that holds today only, will do', () => {
    expect(pass({ restsOn: today, expiresOn: today }).ok).toBe(true);
  });

  test('it holds twelve months from the review of the policies, to the day', () => {
    expect(pass({ restsOn: localDate('2026-09-07'), expiresOn: localDate('2027-09-07') }).ok).toBe(true);
    expect(refusalOf(pass({ restsOn: localDate('2026-09-07'), expiresOn: localDate('2027-09-08') }))).toMatchObject({
      code: 'validity-too-long',
      field: '/expiresOn',
    });
  });

  test('what rests on no training or review has no longest time', () => {
    const told = { restsOn: undefined, expiresOn: localDate('2036-01-01') };
    expect(pass(told, insured()).ok).toBe(true);
  });

  test('a check of which no evidence is recorded may have been made on an earlier day', () => {
    expect(pass({ checkedOn: yesterday }, { ...insured(), evidence: undefined }).ok).toBe(true);
    expect(refusalOf(pass({ checkedOn: tomorrow }, { ...insured(), evidence: undefined })).field).toBe('/checkedOn');
  });
});

describe('R20: registration of a school', () => {
  const registration = () => aReceivedCheck('registration');
  const inspection: Inspection = { body: 'Ofsted', on: today, link: 'https://reports.ofsted.gov.uk/1' };
  const school = { registeredSchool: true };
  const inspected = (told: Partial<Inspection>) => pass({ inspection: { ...inspection, ...told } }, registration(), school);

  test('shows the last inspection: who, when, and where to read it', () => {
    expect(stateAfter(inspected({})).inspection).toStrictEqual(inspection);
    expect(refusalOf(pass({}, registration(), school))).toMatchObject({ code: 'inspection-required', field: '/inspection' });
    expect(refusalOf(inspected({ on: tomorrow }))).toMatchObject({ code: 'dates-not-allowed', field: '/inspection/on' });
    expect(refusalOf(inspected({ link: 'http://x' })).field).toBe('/inspection/link');
    expect(pass({}, registration()).ok).toBe(true);
  });

  test.each(['Outstanding', 'It requires improvement.', 'inadequate', 'Rated good.', "judged  'Good'", 'graded “good”'])(
    'keeps no grade: %s',
    (confirmation) => {
      expect(refusalOf(pass({ confirmation }, registration()))).toMatchObject({ code: 'grade-not-kept', field: '/confirmation' });
      expect(pass({ confirmation }).ok).toBe(true);
    },
  );
});
