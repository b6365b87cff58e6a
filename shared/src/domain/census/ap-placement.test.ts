import { aProvider, aService } from '../call-off.fixture.ts';
import { csvText } from '../csv-text.ts';
import { localDate } from '../local-date.ts';
import { readyOrder, runningOrder } from '../orders/order.fixture.ts';
import { censusPlacement, censusTable } from './ap-placement.ts';

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

  test('has the days, the sessions of a week and whether they are a whole week', () => {
    expect(of()).toMatchObject({ startDate: '2027-01-12', endDate: '2027-03-18', sessionsPerWeek: 4, attendancePattern: 'P' });
    const present = runningOrder();
    const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
    const whole = { ...present, request: { ...present.request, pattern: { ...present.request.pattern, days } } };
    expect(of(undefined, whole)).toMatchObject({ sessionsPerWeek: 10, attendancePattern: 'F' });
  });

  test('names what the record does not hold, and leaves it blank in the file', () => {
    const found = of();
    if (!found) throw new Error('It runs in the period.');
    expect(found.toComplete[0]).toContain('Primary reason');
    expect(censusPlacement(runningOrder(), undefined, undefined, spring)?.toComplete[1]).toContain('not on the register');
    expect(csvText(censusTable([found])).split('\r\n')[1]).toBe(
      `${found.pupilRef},,,OTH,,2027-01-12,2027-03-18,P,4,${found.orderNumber},${found.providerName}`,
    );
  });

  test('is left out where it did not begin, or lies outside the period', () => {
    expect(of(undefined, readyOrder())).toBeUndefined();
    expect(of(undefined, undefined, undefined, { from: localDate('2026-09-01'), to: localDate('2027-01-11') })).toBeUndefined();
    expect(of(undefined, undefined, undefined, { from: localDate('2027-03-19'), to: localDate('2027-07-01') })).toBeUndefined();
  });
});
