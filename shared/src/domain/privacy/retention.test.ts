import { localDate } from '../local-date.ts';
import { type DatedKind, type Kept, defaultRetentionPolicy as policy, retentionOf, retentionRules } from './retention.ts';

const ended = localDate('2026-12-18');
const placement = (told: Partial<Kept> = {}): Kept =>
  ({ kind: 'placement', ref: 'CO-1', lastDay: ended, pupilErased: false, ...told }) as Kept;
const dated = (kind: DatedKind, day: string): Kept => ({ kind, ref: 'R', lastDay: localDate(day) });
const on = (day: string, kept: Kept) => retentionOf(kept, policy, localDate(day));

describe('R41 how long a record is kept', () => {
  test.each<[string, string, Kept, object]>([
    ['a placement, on the last day of its six years', '2032-12-18', placement(), { act: 'keep', until: '2032-12-18' }],
    ['the day after', '2032-12-19', placement(), { act: 'erase-pupil', by: 'placement', since: '2032-12-19' }],
    [
      'once its pupil is erased the money stays',
      '2032-12-19',
      placement({ pupilErased: true } as Partial<Kept>),
      { act: 'keep', until: '2033-03-31' },
    ],
    [
      'six financial years and the current one',
      '2033-03-31',
      placement({ pupilErased: true } as Partial<Kept>),
      { act: 'keep', until: '2033-03-31' },
    ],
    ['the day after those', '2033-04-01', placement(), { act: 'delete', by: 'money', since: '2033-04-01' }],
    [
      'a placement that ended in the spring',
      '2033-04-01',
      placement({ lastDay: localDate('2026-03-31') } as Partial<Kept>),
      { act: 'delete', by: 'money', since: '2032-04-01' },
    ],
    [
      'a placement that ended on the first day of a financial year',
      '2033-04-01',
      placement({ lastDay: localDate('2026-04-01'), pupilErased: true } as Partial<Kept>),
      { act: 'delete', by: 'money', since: '2033-04-01' },
    ],
    [
      'what is still needed, before its time',
      '2027-12-19',
      placement({ needed: 'It is held.' } as Partial<Kept>),
      { act: 'keep', until: '2032-12-18' },
    ],
    [
      'a request that came to nothing',
      '2027-12-19',
      placement({ kind: 'came-to-nothing' } as Partial<Kept>),
      { act: 'erase-pupil', by: 'came-to-nothing' },
    ],
    ['an enquiry on its day', '2027-11-30', { kind: 'enquiry', ref: 'EN-1', keepUntil: localDate('2027-11-30') }, { act: 'keep' }],
    [
      'an enquiry after it',
      '2027-12-01',
      { kind: 'enquiry', ref: 'EN-1', keepUntil: localDate('2027-11-30') },
      { act: 'delete', by: 'enquiry' },
    ],
    [
      'a draft of yesterday',
      '2026-11-28',
      { kind: 'draft', ref: 'd', savedOn: localDate('2026-11-27') },
      { act: 'keep', until: '2027-02-25' },
    ],
    ['an invoice in its sixth financial year on', '2034-03-31', dated('invoice', '2027-05-04'), { act: 'keep', until: '2034-03-31' }],
    ['an invoice after that', '2034-04-01', dated('invoice', '2027-05-04'), { act: 'delete', by: 'invoice' }],
    ['an application that won nothing, three years on', '2030-01-28', dated('unsuccessful-application', '2027-01-28'), { act: 'keep' }],
    ['the day after', '2030-01-29', dated('unsuccessful-application', '2027-01-28'), { act: 'delete', since: '2030-01-29' }],
    ['one that won, while its framework runs', '2029-01-01', dated('awarded-application', '2031-03-31'), { act: 'keep' }],
    ['six years after its end', '2037-03-31', dated('awarded-application', '2031-03-31'), { act: 'keep', until: '2037-03-31' }],
    ['and the day after', '2037-04-01', dated('awarded-application', '2031-03-31'), { act: 'delete' }],
    ['a concern that was put right, on its last day', '2033-02-01', dated('concern', '2027-02-01'), { act: 'keep', until: '2033-02-01' }],
    ['a concern that was put right', '2033-02-02', dated('concern', '2027-02-01'), { act: 'delete', by: 'concern' }],
    ['one about harm to a child', '2102-02-01', dated('harm', '2027-02-01'), { act: 'keep', until: '2102-02-01' }],
    ['a member who was removed a year ago', '2028-02-02', dated('member', '2027-02-01'), { act: 'delete', by: 'member' }],
    ['a member who was removed lately', '2028-02-01', dated('member', '2027-02-01'), { act: 'keep' }],
    ['an old draft', '2027-02-26', { kind: 'draft', ref: 'd', savedOn: localDate('2026-11-27') }, { act: 'delete', by: 'draft' }],
  ])('%s', (_what, day, kept, verdict) => {
    expect(on(day, kept)).toMatchObject(verdict);
  });

  test('what is open, held or in dispute stays for all its age, and says why', () => {
    const needed = 'AP-000001: the placement is active.';
    expect(on('2050-01-01', placement({ needed } as Partial<Kept>))).toEqual({ act: 'keep', because: needed });
    expect(on('2050-01-01', { ...dated('invoice', '2027-05-04'), needed } as Kept)).toEqual({ act: 'keep', because: needed });
  });

  test('what nothing needs any more goes when its time has come', () => {
    expect(on('2050-01-01', { ...dated('invoice', '2027-05-04'), needed: undefined } as Kept)).toMatchObject({ act: 'delete' });
  });

  test('nothing is held unless the council says so', () => expect(policy.held).toEqual([]));

  test('each class says what is kept, how long and why; pupils are erased where the money stays, all else is deleted', () => {
    expect(Object.entries(retentionRules).map(([by, { act, period }]) => [by, act, period(policy)])).toEqual([
      ['placement', 'erase-pupil', '6 years after its last day'],
      ['money', 'delete', '6 financial years after the one of its last day'],
      ['came-to-nothing', 'erase-pupil', '12 months after it was over'],
      ['enquiry', 'delete', 'until its own day "Kept until": twelve months after it was over'],
      ['invoice', 'delete', '6 financial years after the one of its date'],
      ['unsuccessful-application', 'delete', '36 months after the last award of its round, or its close where there was none'],
      ['awarded-application', 'delete', '6 years after the end of its framework'],
      ['concern', 'delete', '6 years after it was closed'],
      ['harm', 'delete', '75 years after it was closed'],
      ['member', 'delete', '12 months after the last change of the row'],
      ['draft', 'delete', '90 days after it was last saved'],
    ]);
    for (const { what, why } of Object.values(retentionRules)) expect([what, why]).not.toContain('');
  });

  test('a council may keep the pupil for a shorter time than the money', () => {
    expect(retentionOf(placement(), { ...policy, placementYears: 1 }, localDate('2027-12-19'))).toMatchObject({ act: 'erase-pupil' });
  });
});
