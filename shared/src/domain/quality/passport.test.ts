import { addDays, type LocalDate, localDate } from '../days/local-date.ts';
import type { CheckRecord } from './check-record.ts';
import { type PassportState, passportForCommissioners, passportOf } from './passport.ts';
import { ada, aPassedCheck, aReceivedCheck, today } from './quality.fixture.ts';
import { firstStandards, type StandardRow } from './standards-catalogue.ts';

const insurance: StandardRow = {
  key: 'insurance',
  kind: 'framework',
  title: 'Insurance',
  source: 'Terms of the framework',
  edition: 'As published',
  reissue: 'every-year',
  wordingKnown: true,
  checkedOn: localDate('2026-09-07'),
  checkedBy: 'Quality team',
};
const dueDays = 42;
const until = (expiresOn: LocalDate, told: Partial<CheckRecord> = {}): CheckRecord => ({
  ...aPassedCheck('insurance'),
  expiresOn,
  ...told,
});
const lapsed = until(addDays(today, -1), { outcome: 'lapsed' });

test.each<[string, CheckRecord | undefined, PassportState]>([
  ['was never checked', undefined, 'never-checked'],
  ['is looked at for the first time', aReceivedCheck('insurance'), 'never-checked'],
  ['ends in 43 days', until(addDays(today, 43)), 'holds'],
  ['ends in 42 days', until(addDays(today, 42)), 'ends-soon'],
  ['ends today', until(today), 'ends-soon'],
  ['ended yesterday, before the clock has run', until(addDays(today, -1)), 'lapsed'],
  ['lapsed', lapsed, 'lapsed'],
  ['is waived until today', { ...lapsed, waivedUntil: today }, 'waived'],
  ['was waived until yesterday', { ...lapsed, waivedUntil: addDays(today, -1) }, 'lapsed'],
  ['holds longer than its waiver', until(addDays(today, 43), { waivedUntil: addDays(today, 7) }), 'holds'],
  ['holds as long as its waiver', until(addDays(today, 43), { waivedUntil: addDays(today, 43) }), 'holds'],
  ['was not passed', { ...lapsed, outcome: 'failed', expiresOn: undefined, actionDueOn: today }, 'not-passed'],
  [
    'waits for something to be put right',
    { ...lapsed, outcome: 'action-required', expiresOn: undefined, actionDueOn: today },
    'action-required',
  ],
])('R15 to R18: a standard that %s', (_, check, state) => {
  expect(passportOf([insurance], check ? [check] : [], today, dueDays).map((line) => line.state)).toEqual([state]);
});

test('R16: every school reads that it was checked, by whom, when and until when, and no more', () => {
  expect(passportOf([insurance], [until(today, { waivedUntil: addDays(today, 7) })], today, dueDays)).toStrictEqual([
    {
      standard: 'insurance',
      code: undefined,
      title: 'Insurance',
      wordingKnown: true,
      mandatory: true,
      state: 'waived',
      checkedOn: today,
      checkedBy: 'Ada Marsh',
      until: addDays(today, 7),
    },
  ]);
});

describe('commissioners read more', () => {
  const read = (...checks: readonly CheckRecord[]) => passportForCommissioners([insurance], checks, today, dueDays);

  test('the words, where the evidence lies, the inspection, and the renewal under way', () => {
    const inspection = { body: 'Ofsted', on: today, link: 'https://reports.example/1' } as const;
    const renewal = aReceivedCheck('insurance', 'Q-00002');
    const elsewhere = { ...renewal, ref: 'Q-00003', standard: 'policies' as const, outcome: 'scheduled' as const };
    expect(read(elsewhere, renewal, until(addDays(today, 43), { inspection }))).toMatchObject([
      {
        state: 'holds',
        confirmation: 'Seen and confirmed by the quality team.',
        evidenceLink: 'https://council.example/evidence/1',
        inspection,
        renewal: 'received',
        textOverdue: false,
      },
    ]);
  });

  test('of a standard that is looked at for the first time, that it is', () => {
    expect(read(aReceivedCheck('insurance'))[0]).toMatchObject({ state: 'never-checked', renewal: 'received' });
  });

  test('nothing is a renewal of itself, nor a check that was decided', () => {
    const answered = { ...aReceivedCheck('insurance'), checkedOn: today, actionDueOn: today };
    expect(read(answered)[0]).toMatchObject({ state: 'action-required', renewal: undefined });
    expect(read(until(addDays(today, 43)), { ...lapsed, ref: 'Q-00000', checkedOn: addDays(today, -400) })[0]?.renewal).toBeUndefined();
  });

  test('nothing of a standard that was never checked, but that its text must be looked at again', () => {
    const old = { ...insurance, checkedOn: localDate('2025-09-07') };
    expect(passportForCommissioners([old], [], today, dueDays)).toMatchObject([
      {
        state: 'never-checked',
        confirmation: undefined,
        evidenceLink: undefined,
        inspection: undefined,
        renewal: undefined,
        textOverdue: true,
      },
    ]);
    const typed = { ...until(today), evidence: undefined };
    expect(passportForCommissioners([old], [typed], today, dueDays)[0]?.evidenceLink).toBeUndefined();
  });
});

test('R15: there is a line for every standard, the mandatory ones first', () => {
  const admissions = aPassedCheck('admissions', 'Q-00002');
  for (const lines of [passportOf, passportForCommissioners].map((passport) => passport(firstStandards, [admissions], today, dueDays))) {
    expect(new Set(lines.map(({ standard }) => standard))).toEqual(new Set(firstStandards.map(({ key }) => key)));
    expect(lines.map(({ mandatory }) => mandatory)).toEqual(lines.map((_, index) => index < 8));
    expect(lines.filter(({ state }) => state !== 'never-checked').map(({ standard }) => standard)).toEqual(['admissions']);
  }
  const text = JSON.stringify(passportOf(firstStandards, [admissions], today, dueDays));
  for (const secret of ['Seen and confirmed', 'https://', ada.email]) expect(text).not.toContain(secret);
});
