import { aFramework, aLot } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { directAwardBases, frameworkIsLive, frameworkStatuses, isProvedByOthers } from './framework.ts';
import { lotExpiry, lotIsLive } from './lot.ts';

const day = localDate('2026-11-24');

describe('R28, R29: on which days a call-off may be made', () => {
  test('while the framework is live, and in no other state', () => {
    expect(frameworkStatuses.filter((status) => frameworkIsLive(aFramework({ status }), day))).toEqual(['live']);
  });

  test('from its first day to its last, both included', () => {
    const days = ['2026-08-31', '2026-09-01', '2030-08-31', '2030-09-01'].map(localDate);
    expect(days.map((on) => frameworkIsLive(aFramework(), on))).toEqual([false, true, true, false]);
  });

  test('of an open lot of this framework, to the last day of the lot, which may be its own', () => {
    expect(lotIsLive(aLot(), aFramework(), day)).toBe(true);
    expect(lotIsLive(aLot({ status: 'closed' }), aFramework(), day)).toBe(false);
    expect(lotIsLive(aLot({ frameworkRef: 'AP-2018' }), aFramework(), day)).toBe(false);
    expect(lotExpiry(aLot(), aFramework())).toBe('2030-08-31');
    const short = aLot({ expiresOn: localDate('2026-11-24') });
    expect(lotExpiry(short, aFramework())).toBe('2026-11-24');
    expect(['2026-11-24', '2026-11-25'].map((on) => lotIsLive(short, aFramework(), localDate(on)))).toEqual([true, false]);
  });
});

test('R30: the lowest price and the only match are proved by who else there is; the rest the school states', () => {
  expect(directAwardBases.filter(isProvedByOthers)).toEqual(['lowest-price', 'only-match']);
});
