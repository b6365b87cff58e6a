import { localDate } from '../days/local-date.ts';
import { newestSeptember, overdueRules, type RuleText, whyOverdue } from './rule-text.ts';
import { mandatoryStandards, neverWaived, qaStandards } from './standard.ts';
import { firstStandards, titleNotVerified } from './standards-catalogue.ts';

const aRule = (told: Partial<RuleText> = {}): RuleText => ({
  key: 'safeguarding-lead',
  text: 'A named lead.',
  source: 'Keeping children safe in education',
  edition: '2026',
  reissue: 'each-september',
  checkedOn: localDate('2026-09-07'),
  checkedBy: 'Quality team',
  ...told,
});

describe('R15: the standards are rows of data', () => {
  const national = firstStandards.filter(({ kind }) => kind === 'national');

  test('there are 21, six of them in part 1, each once', () => {
    expect(national).toHaveLength(21);
    expect(national.filter(({ part }) => part === 1).map(({ code }) => code)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']);
    expect(new Set(firstStandards.map(({ key }) => key))).toEqual(new Set(qaStandards));
    expect(firstStandards).toHaveLength(qaStandards.length);
  });

  test('a standard whose wording nobody has read says so and has no text, code or part of our making', () => {
    for (const row of national.filter(({ wordingKnown }) => !wordingKnown)) {
      expect(row.title).toBe(titleNotVerified);
      expect(row.text).toBeUndefined();
      if (!row.code?.startsWith('1.')) expect([row.code, row.part]).toEqual([undefined, undefined]);
    }
    expect(national.filter(({ wordingKnown }) => wordingKnown).map(({ code }) => code)).toEqual(['1.1']);
  });

  test('beside the single national standards there are the other parts as wholes, what the law says, and the terms of the framework', () => {
    const rest = firstStandards.filter(({ kind }) => kind !== 'national');
    expect(rest.map(({ kind, key, part, reissue }) => [kind, key, part, reissue])).toEqual([
      ['part', 'health-and-safety', 2, 'every-year'],
      ['part', 'admissions', 3, 'every-year'],
      ['part', 'quality-of-education', 4, 'every-year'],
      ['law', 'barred-list-dbs', undefined, 'each-september'],
      ['law', 'section-128', undefined, 'each-september'],
      ['law', 'registration', undefined, 'every-year'],
      ['law', 'safeguarding-lead', undefined, 'each-september'],
      ['law', 'policies', undefined, 'each-september'],
      ['framework', 'insurance', undefined, 'every-year'],
    ]);
    expect(firstStandards.find(({ key }) => key === 'insurance')?.title).toBe('Insurance');
  });

  test('every mandatory standard has a text, and no row is taken for checked before somebody has checked it', () => {
    for (const key of mandatoryStandards) expect(firstStandards.find((row) => row.key === key)?.wordingKnown).toBe(true);
    expect(overdueRules(firstStandards, localDate('2026-11-24'))).toHaveLength(firstStandards.length);
  });

  test('what is never waived is mandatory', () => {
    for (const key of neverWaived) expect(mandatoryStandards).toContain(key);
  });
});

describe('a text ages', () => {
  test.each([
    ['2026-08-31', '2025-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['2027-01-01', '2026-09-01'],
  ])('on %s the newest September is that of %s', (today, september) => {
    expect(newestSeptember(localDate(today))).toBe(september);
  });

  test.each<[string, Partial<RuleText>, string, string | undefined]>([
    ['checked after the newest September', {}, '2027-08-31', undefined],
    ['checked before the newest September', { checkedOn: localDate('2026-08-31') }, '2026-09-01', 'newer-edition'],
    ['checked on the day of the newest September', { checkedOn: localDate('2026-09-01') }, '2027-08-31', undefined],
    ['a September has passed since', {}, '2027-09-01', 'newer-edition'],
    ['never checked', { checkedOn: undefined }, '2026-11-24', 'never-checked'],
    ['checked by somebody who is not named', { checkedBy: undefined }, '2026-11-24', 'never-checked'],
    ['checked by nobody', { checkedBy: ' ' }, '2026-11-24', 'never-checked'],
    ['a threshold of last year', { reissue: 'every-two-years' }, '2027-11-24', undefined],
    ['a threshold of two years ago', { reissue: 'every-two-years' }, '2028-09-07', 'newer-edition'],
    ['a yearly text of a year ago', { reissue: 'every-year' }, '2027-09-07', 'newer-edition'],
  ])('%s', (_what, told, today, expected) => {
    expect(whyOverdue(aRule(told), localDate(today))).toBe(expected);
  });

  test('the overdue come in the order of need: never checked, then the oldest', () => {
    const rows = [
      aRule({ key: 'b', checkedOn: localDate('2026-08-01') }),
      aRule({ key: 'c', checkedOn: undefined }),
      aRule({ key: 'a', checkedOn: localDate('2025-08-01') }),
      aRule({ key: 'd' }),
    ];
    expect(overdueRules(rows, localDate('2026-11-24')).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  });
});
