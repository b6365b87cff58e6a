import { aProvider, aService } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { readyOrder, runningOrder } from '../orders/order.fixture.ts';
import { csvText } from '../texts/csv-text.ts';
import { censusCodes, censusPlacement, censusTable, censusToDo, notStartedBy, notStartedSentence } from './ap-placement.ts';

const spring = { from: localDate('2027-01-01'), to: localDate('2027-01-21') };
const of = (provider = aProvider({ urn: undefined, ukprn: undefined }), told = runningOrder(), service = aService(), period = spring) =>
  censusPlacement(told, provider, service, period);

describe('R26: a placement for the school census', () => {
  test('has a URN, else a UKPRN, else a setting type: exactly one of them', () => {
    const pick = (told: Parameters<typeof aProvider>[0], service = aService()) => {
      const found = of(aProvider({ urn: undefined, ukprn: undefined, ...told }), runningOrder(), service);
      return [found?.urn, found?.ukprn, found?.settingType];
    };
    expect(pick({ urn: '113855', ukprn: '10012345' })).toEqual(['113855', '', '']);
    expect(pick({ ukprn: '10012345' })).toEqual(['', '10012345', '']);
    expect(pick({})).toEqual(['', '', 'OTH']);
    expect(pick({ organisationType: 'college' })).toEqual(['', '', 'NFE']);
    expect(pick({}, { ...aService(), type: 'tuition', maxGroup: 1 })).toEqual(['', '', 'OOT']);
  });

  test('a setting type is one-on-one tuition for one pupil at a time, and of no other service', () => {
    const typeOf = (told: Partial<ReturnType<typeof aService>>) => of(undefined, undefined, { ...aService(), ...told })?.settingType;
    expect(typeOf({ type: 'tuition', maxGroup: 1 })).toBe('OOT');
    expect(typeOf({ type: 'tuition', maxGroup: 2 })).toBe('OTH');
    expect(typeOf({ type: 'tuition', maxGroup: undefined })).toBe('OTH');
    expect(typeOf({ type: 'mentoring', maxGroup: 1 })).toBe('OTH');
  });

  test('is whole: what the school has to look at itself is named', () => {
    expect(of()).toEqual({
      ref: 'CO-7K3M-9QXT',
      orderNumber: 'AP-000042',
      pupilRef: 'P-0147',
      providerName: 'Blackmore Vale',
      urn: '',
      ukprn: '',
      settingType: 'OTH',
      startDate: '2027-01-12',
      endDate: '2027-03-18',
      attendancePattern: 'P',
      sessionsPerWeek: 4,
      over: false,
      toComplete: [
        'Primary reason for the placement: it is not kept here.',
        'Setting type: it follows from the kind of provider. Look whether another fits better.',
      ],
    });
    const reasonOnly = ['Primary reason for the placement: it is not kept here.'];
    expect(of(aProvider({ urn: '113855' }))?.toComplete).toEqual(reasonOnly);
    expect(of(aProvider({ urn: undefined, ukprn: '10012345' }))?.toComplete).toEqual(reasonOnly);
    // With a URN nobody misses the service.
    expect(censusPlacement(runningOrder(), aProvider({ urn: '113855' }), undefined, spring)?.toComplete).toEqual(reasonOnly);
    const unknown = [...reasonOnly, 'URN, UKPRN or setting type: the provider or its service is not on the register any more.'];
    for (const [provider, service] of [
      [undefined, aService()],
      [aProvider({ urn: undefined, ukprn: undefined }), undefined],
    ])
      expect(censusPlacement(runningOrder(), provider as never, service as never, spring)).toMatchObject({
        settingType: '',
        toComplete: unknown,
      });
  });

  test('is a whole week from ten sessions on', () => {
    const present = runningOrder();
    const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
    const whole = { ...present, request: { ...present.request, pattern: { ...present.request.pattern, days } } };
    expect(of(undefined, whole)).toMatchObject({ sessionsPerWeek: 10, attendancePattern: 'F' });
    const mornings = {
      ...present,
      request: { ...present.request, pattern: { ...present.request.pattern, days, sessions: 'am' as const } },
    };
    expect(of(undefined, mornings)).toMatchObject({ sessionsPerWeek: 5, attendancePattern: 'P' });
  });

  test('ends on the day on which it ended, else on the last day of its notice, else as planned', () => {
    const present = runningOrder();
    const ends = (told: object) => of(undefined, { ...present, order: { ...present.order, ...told } as never })?.endDate;
    const notice = { lastDay: localDate('2027-02-12') };
    expect(ends({ notice, end: { on: localDate('2027-02-05') } })).toBe('2027-02-05');
    expect(ends({ notice })).toBe('2027-02-12');
    expect(ends({})).toBe('2027-03-18');
  });

  test('has the sessions of the latest pattern that began in the period, and says so where they were changed in it', () => {
    const present = runningOrder();
    const mornings = { ...present.request.pattern, sessions: 'am' as const };
    const part = (from: string, to: string, pattern = present.request.pattern) => ({ from: localDate(from), to: localDate(to), pattern });
    const planned = (parts: readonly ReturnType<typeof part>[], period = spring) => {
      const plan = { ...present.price, parts };
      const found = of(undefined, { ...present, order: { ...present.order, plan } as never }, aService(), period);
      return [found?.sessionsPerWeek, found?.toComplete.slice(2)];
    };
    const changed = ['Sessions per week: they were changed in the period. The latest are given.'];
    const two = (first: string, second: string) => [part('2027-01-12', first), part(second, '2027-03-18', mornings)];
    expect(planned(two('2027-01-20', '2027-01-21'))).toEqual([2, changed]);
    const twice = [part('2027-01-12', '2027-01-14'), part('2027-01-15', '2027-01-19', mornings), part('2027-01-20', '2027-03-18')];
    expect(planned(twice)).toEqual([4, changed]);
    expect(planned(two('2027-01-21', '2027-01-22'))).toEqual([4, []]);
    // Changed on the day before the period, and on its first day.
    expect(planned(two('2027-01-31', '2027-02-01'), { from: localDate('2027-02-01'), to: localDate('2027-02-28') })).toEqual([2, []]);
    expect(planned(two('2027-02-01', '2027-02-02'), { from: localDate('2027-02-01'), to: localDate('2027-02-28') })).toEqual([2, changed]);
    // A pause changes nothing.
    expect(planned([part('2027-01-12', '2027-01-14'), part('2027-01-19', '2027-03-18')])).toEqual([4, []]);
    expect(planned([])).toEqual([4, []]);
  });

  test('says so where the council arranged it, and where its end is recorded', () => {
    const present = runningOrder({ arrangedBy: 'council' });
    expect(of(undefined, present)?.toComplete).toContain('Arranged by the council: look whether the school or the council returns it.');
    const ended = { ...present, order: { ...present.order, end: { on: localDate('2027-02-05') } } as never };
    expect(of(undefined, ended)?.over).toBe(true);
  });

  test('an order that was to start by then, without a recorded start, is named: it is not in the file', () => {
    const by = (from: string, to: string, told = readyOrder()) => notStartedBy(told, { from: localDate(from), to: localDate(to) });
    expect(by('2027-01-01', '2027-01-12')).toBe('AP-000042');
    expect(by('2027-01-01', '2027-01-11')).toBeUndefined();
    expect(by('2027-03-18', '2027-07-01')).toBe('AP-000042');
    expect(by('2027-03-19', '2027-07-01')).toBeUndefined();
    expect(by('2027-01-01', '2027-01-21', runningOrder())).toBeUndefined();
    expect(by('2027-01-01', '2027-01-21', { ...readyOrder(), order: undefined })).toBeUndefined();
    const ready = readyOrder();
    expect(by('2027-01-01', '2027-01-21', { ...ready, order: { ...ready.order!, startedOn: localDate('2027-01-12') } })).toBeUndefined();
  });

  test('what is to do and what the codes mean are sheets beside it', () => {
    const found = of();
    const rows = censusToDo(found ? [found] : [], [{ about: 'AP-000042', sentence: 'Look at it.' }], ['AP-000043']);
    expect(rows.map(([about]) => about)).toEqual(['Order', 'AP-000042', 'AP-000042', 'AP-000042', 'AP-000043']);
    expect(rows.at(-1)?.[1]).toBe(notStartedSentence);
    expect(censusCodes.map(([, code]) => code)).toEqual(['Code', 'NFE', 'OOT', 'OTH', 'WBP', 'F', 'P']);
  });

  test('is a row of the file under its headings; what the record does not hold is left blank', () => {
    const found = of();
    if (!found) throw new Error('It runs in the period.');
    expect(
      csvText(censusTable([found]))
        .trim()
        .split('\r\n'),
    ).toEqual([
      'Pupil reference,URN,UKPRN,Setting type,Primary reason,Start date,End date,"Attendance pattern (F full-time, P part-time)",Sessions per week,Order,Provider',
      'P-0147,,,OTH,,2027-01-12,2027-03-18,P,4,AP-000042,Blackmore Vale',
    ]);
  });

  test('is left out where it did not begin, or lies outside the period, whose first and last day are in it', () => {
    expect(of(undefined, readyOrder())).toBeUndefined();
    expect(of(undefined, { ...runningOrder(), order: undefined })).toBeUndefined();
    const lies = (from: string, to: string) =>
      of(undefined, undefined, undefined, { from: localDate(from), to: localDate(to) }) !== undefined;
    expect(lies('2026-09-01', '2027-01-11')).toBe(false);
    expect(lies('2026-09-01', '2027-01-12')).toBe(true);
    expect(lies('2027-03-18', '2027-07-01')).toBe(true);
    expect(lies('2027-03-19', '2027-07-01')).toBe(false);
  });
});
