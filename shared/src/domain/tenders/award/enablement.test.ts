import fc from 'fast-check';
import { aLot, aProvider, aService, currentChecks } from '../../call-off/call-off.fixture.ts';
import { localDate } from '../../days/local-date.ts';
import type { Rate } from '../../money/rate-card.ts';
import { theProduct } from '../../people/person.ts';
import type { Provider } from '../../register/provider.ts';
import { listingOf } from '../../register/service-may-be-ordered.ts';
import { aFrameworkThatIs, someTerms } from '../framework/framework.fixture.ts';
import { toFrameworkInUse } from '../framework/framework-tender.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { decidePriceBook } from '../prices/decide-price-book.ts';
import { type PriceBook, ratesOf } from '../prices/price-book.ts';
import { tenderRoles } from '../role.ts';
import { anAwardThatIs, aReservedBook, awardFacts, decidedAt, lotPrices } from './award.fixture.ts';
import { carriedOut } from './carried-out.fixture.ts';
import { admitProvider, enablementWorks, isCarriedOut } from './enablement.ts';

/** The three lists over which no transaction spans. */
interface Lists {
  readonly book: PriceBook;
  readonly provider: Provider;
  readonly rates: readonly Rate[];
}

const award = anAwardThatIs('countersigned');
const { services } = awardFacts();
const untouched: Lists = {
  book: aReservedBook(award),
  // Active by an earlier award, so that nothing but this award keeps it from being ordered.
  provider: aProvider({ ref: 'P-0042', lotKeys: [] }),
  rates: [],
};

const steps = ['confirm-prices', 'admit-provider', 'publish-rate-1', 'publish-rate-2'] as const;
type Step = (typeof steps)[number];

/** Performs one effect, as a retry would: the same command id each time. A rate that is not approved yet cannot be published. */
const perform = (lists: Lists, step: Step): Lists => {
  if (step === 'admit-provider') return { ...lists, provider: admitProvider(lists.provider, award) };
  if (step === 'confirm-prices') {
    const command = {
      id: `confirm-${award.ref}`,
      by: theProduct,
      receipted: new Set<string>(),
      kind: 'confirm-prices',
      awardRef: award.ref,
    } as const;
    const decision = decidePriceBook(lists.book, command, { roles: tenderRoles, terms: someTerms(), award: 'countersigned' }, decidedAt);
    return { ...lists, book: acceptedTender(decision).state };
  }
  const rate = ratesOf(lists.book)[step === 'publish-rate-1' ? 0 : 1];
  return rate && !lists.rates.some(({ ref }) => ref === rate.ref) ? { ...lists, rates: [...lists.rates, rate] } : lists;
};

const framework = toFrameworkInUse(aFrameworkThatIs('live'));
const listed = ({ provider, rates }: Lists): readonly string[] =>
  lotPrices
    .filter(({ serviceRef, lotKey }) => {
      const facts = {
        framework,
        lot: aLot({ key: lotKey, frameworkRef: framework.ref }),
        provider,
        service: aService({ ref: serviceRef, providerRef: provider.ref, lotKey }),
        standing: undefined,
        qaChecks: currentChecks.map((check) => ({ ...check, providerRef: provider.ref })),
        rates,
      };
      return listingOf(facts, localDate('2027-04-05')).ok;
    })
    .map(({ serviceRef }) => serviceRef);

test('countersigning asks for everything that must be written, and names no person and no price', () => {
  expect(enablementWorks(award)).toEqual([
    { kind: 'confirm-prices', bookRef: 'PB-AP-2027-P-0042' },
    { kind: 'admit-provider', providerRef: 'P-0042' },
    { kind: 'enter-services' },
    { kind: 'confirm-in-force' },
  ]);
});

test('in whatever order and however often the effects are performed, nothing is listed that is not whole, and all ends in the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 20 }), (tried) => {
      let lists = untouched;
      for (const step of tried) {
        const before = listed(lists);
        lists = perform(lists, step);
        for (const serviceRef of listed(lists)) {
          const price = lotPrices.find((line) => line.serviceRef === serviceRef);
          expect(lists.provider.lotKeys).toContain(price?.lotKey);
          expect(lists.rates).toContainEqual(expect.objectContaining({ serviceRef, price: price?.price, status: 'approved' }));
        }
        // What is listed stays listed: no step takes back what another did.
        expect(listed(lists)).toEqual(expect.arrayContaining([...before]));
        if (!isCarriedOut(award, { ...lists, services })) expect(listed(lists).length).toBeLessThan(lotPrices.length);
      }
      for (const step of steps) lists = perform(lists, step);
      expect(isCarriedOut(award, { ...lists, services })).toBe(true);
      expect(listed(lists)).toEqual(['S-00001', 'S-00002']);
      const again = steps.reduce(perform, lists);
      expect(again).toEqual(lists);
    }),
  );
});

test('a prospective provider is awarded, and what another decision made of it stays', () => {
  expect(carriedOut().provider).toMatchObject({ status: 'awarded', lotKeys: ['AP-2027-1', 'AP-2027-2'] });
  for (const status of ['awarded', 'active', 'paused', 'suspended', 'removed'] as const)
    expect(admitProvider(aProvider({ status, lotKeys: ['AP-2027-1'] }), award)).toMatchObject({
      status,
      lotKeys: ['AP-2027-1', 'AP-2027-2'],
    });
  const hopeful = aProvider({ status: 'prospective', lotKeys: ['AP-2027-1', 'AP-2027-3'] });
  expect(admitProvider(hopeful, award)).toMatchObject({ status: 'awarded', lotKeys: ['AP-2027-1', 'AP-2027-2'] });
  const done = carriedOut().provider;
  expect(admitProvider(done, award)).toBe(done);
});
