import { localDate } from '../days/local-date.ts';
import { censusChecks } from './census-checks.ts';

const today = localDate('2027-01-21');
const aRow = (told: Partial<Parameters<typeof censusChecks>[0][number]> = {}) => ({
  orderNumber: 'AP-000001',
  pupilRef: 'P-0147',
  providerName: 'Blackmore Vale',
  urn: '',
  ukprn: '',
  startDate: localDate('2027-01-12'),
  endDate: localDate('2027-03-18'),
  sessionsPerWeek: 4,
  over: false,
  ...told,
});
const another = (told: Parameters<typeof aRow>[0] = {}) => aRow({ orderNumber: 'AP-000002', providerName: 'Hollow Oak', ...told });
const told = (...rows: readonly ReturnType<typeof aRow>[]) => censusChecks(rows, today);

describe('R26: what a school looks at before it returns its placements', () => {
  test('nothing where there is nothing', () => expect(told(aRow({ urn: '113855' }), another({ ukprn: '10012345' }))).toEqual([]));

  test('a URN or UKPRN of another form', () => {
    expect(told(aRow({ urn: '1138556' }))).toEqual([
      { about: 'AP-000001', sentence: 'The URN of Blackmore Vale is not six digits: 1138556. Ask the commissioning team to mend it.' },
    ]);
    expect(told(aRow({ ukprn: '20012345' }))[0]?.sentence).toBe(
      'The UKPRN of Blackmore Vale is not eight digits that begin with 1: 20012345. Ask the commissioning team to mend it.',
    );
    for (const ukprn of ['1001234', '100123456', '1001234A']) expect(told(aRow({ ukprn }))).toHaveLength(1);
    for (const urn of ['11385', 'A13855', '113855 ']) expect(told(aRow({ urn }))).toHaveLength(1);
  });

  test('a last day that is past while nobody recorded the end', () => {
    const endDate = localDate('2027-01-20');
    expect(told(aRow({ endDate }))[0]?.sentence).toMatch(/^Its last day was Wed 20 January 2027|^Its last day was .*20 Jan/);
    expect(told(aRow({ endDate, over: true }))).toEqual([]);
    expect(told(aRow({ endDate: today }))).toEqual([]);
  });

  test('two placements of a pupil at a time that come to more sessions than a week has', () => {
    expect(told(aRow({ sessionsPerWeek: 6 }), another({ sessionsPerWeek: 4 }))).toEqual([]);
    const both = told(aRow({ sessionsPerWeek: 6 }), another({ sessionsPerWeek: 5, pupilRef: 'p-0147 ' }));
    expect(both).toEqual([
      {
        about: 'AP-000001 and AP-000002',
        sentence: 'Pupil P-0147 would have 11 sessions a week, and a week has 10. Look at the days of both.',
      },
    ]);
    const next = { sessionsPerWeek: 10, startDate: localDate('2027-03-19'), endDate: localDate('2027-04-01') };
    expect(told(aRow({ sessionsPerWeek: 10 }), another(next))).toEqual([]);
    expect(told(another(next), aRow({ sessionsPerWeek: 10 }))).toEqual([]);
    expect(told(aRow({ sessionsPerWeek: 10 }), another({ ...next, startDate: localDate('2027-03-18') }))).toHaveLength(1);
    expect(told(aRow({ sessionsPerWeek: 10 }), another({ sessionsPerWeek: 10, pupilRef: 'P-0148' }))).toEqual([]);
  });

  test('a placement that looks as if it was made twice', () => {
    expect(told(aRow(), another({ providerName: 'Blackmore Vale' }))).toEqual([
      {
        about: 'AP-000001 and AP-000002',
        sentence: 'Both are for pupil P-0147 at Blackmore Vale from the same day. Look whether one was made twice.',
      },
    ]);
    expect(told(aRow(), another({ providerName: 'Blackmore Vale', startDate: localDate('2027-01-13') }))).toEqual([]);
  });
});
