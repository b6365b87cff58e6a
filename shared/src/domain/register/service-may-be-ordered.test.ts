import { aCheck, aFramework, aListing, aLot, aProvider, aRate, aService, currentChecks, head, now } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import type { Hold } from '../quality/hold.ts';
import type { QaCheck } from '../quality/qa-check.ts';
import { type ListingFacts, listingOf, type StandingFact, takesOrders } from './service-may-be-ordered.ts';

const today = localDate('2026-11-24');
const held: Hold = { ref: 'H-1', cause: 'concern', placedBy: head, placedAt: now };
const lifted: Hold = { ...held, lifted: { by: head, at: now, reason: 'Cleared.', clearedBy: [] } };
const standing = (told: Partial<StandingFact> = {}): StandingFact => ({ ref: 'P-0001', status: 'active', holds: [], ...told });
const detailOf = (told: Partial<ListingFacts>) => {
  const listing = listingOf(aListing(told), today);
  return listing.ok ? undefined : listing.detail;
};

describe('R19: whether a provider takes orders', () => {
  test.each<[string, Parameters<typeof takesOrders>, boolean]>([
    ['by its row alone, where nothing was decided', [aProvider(), undefined], true],
    ['by its row and its standing', [aProvider(), standing()], true],
    ['with holds that were lifted', [aProvider(), standing({ holds: [lifted] })], true],
    ['with a hold', [aProvider(), standing({ holds: [lifted, held] })], false],
    ['with a standing that is not active', [aProvider(), standing({ status: 'suspended' })], false],
    ['with a row that is not active', [aProvider({ status: 'paused' }), standing()], false],
    ['with the standing of another', [aProvider(), standing({ ref: 'P-0002' })], false],
  ])('%s', (_how, told, takes) => expect(takesOrders(...told)).toBe(takes));
});

describe('what a school is told of a provider that takes no orders', () => {
  const paused = 'Blackmore Vale: Paused for new orders. Contact the commissioning team.';
  const notTaking = 'Blackmore Vale is not taking new placements through the framework at present.';
  test.each<[string, Partial<ListingFacts>, string]>([
    ['suspended by its row', { provider: aProvider({ status: 'suspended' }) }, paused],
    [
      'suspended by its row, where its standing says otherwise',
      { provider: aProvider({ status: 'suspended' }), standing: standing() },
      paused,
    ],
    ['suspended by a decision', { standing: standing({ status: 'suspended' }) }, paused],
    ['under a hold', { standing: standing({ holds: [held] }) }, paused],
    [
      'paused by itself',
      { provider: aProvider({ status: 'paused' }), standing: standing({ status: 'paused', holds: [lifted] }) },
      notTaking,
    ],
    ['paused by itself, of which nothing was decided', { provider: aProvider({ status: 'paused' }) }, notTaking],
    ['unknown', { provider: undefined }, 'The provider is not taking new placements through the framework at present.'],
  ])('that is %s', (_how, told, sentence) => expect(detailOf(told)).toBe(sentence));

  test('with the phone of the commissioning team where there is one, and no cause', () => {
    expect(detailOf({ standing: standing({ holds: [held] }), teamPhone: ' 01305 000000 ' })).toBe(
      'Blackmore Vale: Paused for new orders. Phone the commissioning team on 01305 000000.',
    );
  });
});

test.each<[string, Partial<ListingFacts>, string]>([
  ['nothing is known of it', { service: undefined }, 'service-not-offered'],
  ['it was withdrawn', { service: aService({ status: 'withdrawn' }) }, 'service-not-offered'],
  ['its framework is not known', { framework: undefined }, 'framework-not-live'],
  ['its framework is in standstill (R28)', { framework: aFramework({ status: 'standstill' }) }, 'framework-not-live'],
  ['its lot is not known', { lot: undefined }, 'lot-not-live'],
  ['its lot is another', { service: aService({ lotKey: 'AP-2026-2' }) }, 'lot-not-live'],
  ['its lot is closed', { lot: aLot({ status: 'closed' }) }, 'lot-not-live'],
  ['its provider is another', { provider: aProvider({ ref: 'P-0002' }) }, 'provider-not-active'],
  ['its provider was not awarded the lot', { provider: aProvider({ lotKeys: [] }) }, 'provider-not-on-lot'],
  ['a check of its provider is missing (R12 to R18)', { qaChecks: currentChecks.slice(1) }, 'qa-not-current'],
  [
    'only another provider has the check',
    { qaChecks: [...currentChecks.slice(1), { ...currentChecks[0], providerRef: 'P-0002' } as QaCheck] },
    'qa-not-current',
  ],
  ['its price was agreed for another lot (R29)', { rates: [aRate({ lotKey: 'AP-2026-2' })] }, 'rate-not-for-lot'],
])('a service may not be ordered where %s', (_why, told, code) => {
  expect(listingOf(aListing(told), today)).toMatchObject({ ok: false, code });
});

test("another provider's failed check holds nobody else", () => {
  const failed = { ...aCheck('insurance', { ref: 'Q-later', outcome: 'failed' }), providerRef: 'P-0002' };
  expect(listingOf(aListing({ qaChecks: [...currentChecks, failed] }), today).ok).toBe(true);
});

test('a service without one price says whether it has none or two', () => {
  expect(detailOf({ rates: [] })).toBe('There is no approved price for this service on Tuesday 24 November 2026.');
  expect(detailOf({ rates: [aRate(), aRate({ ref: 'R-00002' })] })).toBe(
    'Two approved prices overlap for this service. The commissioner must mend the rate card before it can be ordered.',
  );
});

test('what is listed is told whole', () => {
  const { framework, lot, provider, service, rates } = aListing();
  expect(listingOf(aListing(), today)).toStrictEqual({ ok: true, framework, lot, provider, service, rate: rates[0] });
});
