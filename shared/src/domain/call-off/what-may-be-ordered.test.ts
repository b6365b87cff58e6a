import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { mandatoryStandards } from '../quality/standard.ts';
import { aCheck, accepted, aFramework, aListing, aLot, aProvider, aRate, aService, currentChecks } from './call-off.fixture.ts';
import { refusedWith, submit } from './submission.fixture.ts';

describe('what may be ordered', () => {
  test.each([
    ['nothing is known of the service', { service: undefined }, 'service-not-offered at /serviceRef'],
    ['the service was withdrawn', { service: aService({ status: 'withdrawn' }) }, 'service-not-offered at /serviceRef'],
    ['the framework is missing', { framework: undefined }, 'framework-not-live'],
    ['the framework is in standstill (R28)', { framework: aFramework({ status: 'standstill' }) }, 'framework-not-live'],
    ['the framework begins tomorrow', { framework: aFramework({ liveFrom: localDate('2026-11-25') }) }, 'framework-not-live'],
    ['the framework ended yesterday (R29)', { framework: aFramework({ expiresOn: localDate('2026-11-23') }) }, 'framework-not-live'],
    ['the lot is missing', { lot: undefined }, 'lot-not-live'],
    ['the lot is closed', { lot: aLot({ status: 'closed' }) }, 'lot-not-live'],
    ['the lot ended yesterday', { lot: aLot({ expiresOn: localDate('2026-11-23') }) }, 'lot-not-live'],
    ['the lot is of another framework', { lot: aLot({ frameworkRef: 'AP-2018' }) }, 'lot-not-live'],
    ['the service is on another lot', { service: aService({ lotKey: 'AP-2026-2' }) }, 'lot-not-live'],
    ['the provider is missing', { provider: undefined }, 'provider-not-active'],
    ['the provider is another', { provider: aProvider({ ref: 'P-0002' }) }, 'provider-not-active'],
    ['the provider is suspended (R19)', { provider: aProvider({ status: 'suspended' }) }, 'provider-not-active'],
    ['the provider has paused', { provider: aProvider({ status: 'paused' }) }, 'provider-not-active'],
    ['the provider was not awarded the lot', { provider: aProvider({ lotKeys: ['AP-2026-2'] }) }, 'provider-not-on-lot'],
    ['no rate is approved', { rates: [aRate({ status: 'draft' })] }, 'no-live-rate'],
    ['the rate ends before the start', { rates: [aRate({ effectiveTo: localDate('2027-01-11') })] }, 'no-live-rate'],
    ['the rate was agreed for another lot (R29)', { rates: [aRate({ lotKey: 'AP-2026-2' })] }, 'rate-not-for-lot'],
    ['two approved rates overlap', { rates: [aRate(), aRate({ ref: 'R-00002', price: pence(9_000) })] }, 'no-live-rate'],
  ])('nothing when %s', (_why, told, expected) => {
    expect(refusedWith(submit({ listing: aListing(told) }))).toBe(expected);
  });

  test('on the last day of the framework a call-off may still be made', () => {
    const framework = aFramework({ expiresOn: localDate('2027-03-18') });
    expect(submit({ listing: aListing({ framework }) }, {}, { now: '2027-01-12T09:00:00Z' }).ok).toBe(true);
  });

  test('the price is the one of the start date, not of today', () => {
    const rates = [
      aRate({ effectiveTo: localDate('2026-12-31') }),
      aRate({ ref: 'R-00002', effectiveFrom: localDate('2027-01-01'), price: pence(9_000) }),
    ];
    const { state } = accepted(submit({ listing: aListing({ rates }) }, {}, { shownGross: pence(162_000) }));
    expect(state.price).toMatchObject({ rateRef: 'R-00002', unitPrice: 9_000 });
  });

  test('a direct award states a basis that the framework permits (R30)', () => {
    expect(refusedWith(submit({}, { basis: 'continuity' }))).toBe('direct-award-not-allowed at /basis');
    const listing = aListing({ framework: aFramework({ permittedBases: ['continuity'] }) });
    expect(refusedWith(submit({ listing }, { basis: 'continuity' }))).toBe('text-required at /basisReason');
    expect(submit({ listing }, { basis: 'continuity', basisReason: 'A place there since September.' }).ok).toBe(true);
  });
});

describe('quality assurance (R12 to R18): no call-off to a provider without every current check', () => {
  const without = (standard: (typeof mandatoryStandards)[number], ...instead: ReturnType<typeof aCheck>[]) =>
    aListing({ qaChecks: [...currentChecks.filter((check) => check.standard !== standard), ...instead] });

  test.each(mandatoryStandards)('%s was never checked', (standard) => {
    expect(refusedWith(submit({ listing: without(standard) }))).toBe('qa-not-current');
  });

  test.each(mandatoryStandards)('%s lapsed yesterday', (standard) => {
    const listing = without(standard, aCheck(standard, { expiresOn: localDate('2026-11-23') }));
    expect(refusedWith(submit({ listing }))).toBe('qa-not-current');
  });

  test('a check holds to the end of its last day', () => {
    expect(submit({ listing: without('insurance', aCheck('insurance', { expiresOn: localDate('2026-11-24') })) }).ok).toBe(true);
  });

  test('a check without a date of expiry is not current: what cannot be read is refused', () => {
    expect(refusedWith(submit({ listing: without('policies', aCheck('policies', { expiresOn: undefined })) }))).toBe('qa-not-current');
  });

  test.each(['failed', 'action-required'] as const)('a check that %s after one that passed holds the provider at once', (outcome) => {
    const later = aCheck('staff-checks', { ref: 'Q-later', outcome, checkedOn: localDate('2026-11-20') });
    expect(refusedWith(submit({ listing: aListing({ qaChecks: [...currentChecks, later] }) }))).toBe('qa-not-current');
  });

  test.each(['failed', 'action-required'] as const)(
    'a check that %s and whose date nobody wrote down holds the provider too',
    (outcome) => {
      const undated = aCheck('staff-checks', { ref: 'Q-0', outcome, checkedOn: undefined });
      expect(refusedWith(submit({ listing: aListing({ qaChecks: [...currentChecks, undated] }) }))).toBe('qa-not-current');
    },
  );

  test('a visit that is only scheduled takes nothing away', () => {
    const planned = aCheck('staff-checks', { ref: 'Q-later', outcome: 'scheduled', checkedOn: localDate('2026-12-20') });
    expect(submit({ listing: aListing({ qaChecks: [...currentChecks, planned] }) }).ok).toBe(true);
  });

  test("another provider's checks say nothing of this one", () => {
    const foreign = currentChecks.map((check) => ({ ...check, providerRef: 'P-0002' }));
    expect(refusedWith(submit({ listing: aListing({ qaChecks: foreign }) }))).toBe('qa-not-current');
  });
});
