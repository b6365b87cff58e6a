import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import { anOffer } from '../application/application.fixture.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import {
  afterStandstill,
  anAwardThatIs,
  aProfile,
  aReservedBook,
  awardFacts,
  countersign,
  importAward,
  tryAward,
} from './award.fixture.ts';
import { awardedServices, type NamedService } from './awarded-service.ts';
import { carriedOut } from './carried-out.fixture.ts';
import { isCarriedOut } from './enablement.ts';

const named = (told: Partial<NamedService> = {}): NamedService => ({
  lotKey: 'AP-2027-1',
  serviceName: 'Day programme',
  profile: aProfile(),
  ...told,
});
const awarded = (offers = [anOffer()], services: readonly NamedService[] = [named()]) => {
  const made = awardedServices('P-0042', offers, services);
  if ('ok' in made) throw new Error(made.detail);
  return made;
};

describe('a service of an award', () => {
  test('gets its reference when it is awarded, one for each name and lot, however often it is priced', () => {
    const offers = [
      anOffer(),
      anOffer({ unit: 'day', price: pence(15_000), serviceName: ' day PROGRAMME ' }),
      anOffer({ serviceName: 'Mentoring' }),
      anOffer({ lotKey: 'AP-2027-2' }),
    ];
    const { prices, services } = awarded(offers, [
      named(),
      named({ serviceName: 'Mentoring', profile: aProfile({ summary: 'One to one.' }) }),
      named({ lotKey: 'AP-2027-2' }),
    ]);
    expect(services.map(({ summary }) => summary)).toEqual([aProfile().summary, 'One to one.', aProfile().summary]);
    expect(prices.map(({ serviceRef, unit, price }) => [serviceRef, unit, price])).toEqual([
      ['S-P-0042-AP-2027-1-1', 'hour', 4_000],
      ['S-P-0042-AP-2027-1-1', 'day', 15_000],
      ['S-P-0042-AP-2027-1-2', 'hour', 4_000],
      ['S-P-0042-AP-2027-2-1', 'hour', 4_000],
    ]);
    expect(services.map(({ ref, name, status }) => [ref, name, status])).toEqual([
      ['S-P-0042-AP-2027-1-1', 'Day programme', 'offered'],
      ['S-P-0042-AP-2027-1-2', 'Mentoring', 'offered'],
      ['S-P-0042-AP-2027-2-1', 'Day programme', 'offered'],
    ]);
    expect(awarded(offers.slice(0, 1))).toEqual(awarded(offers.slice(0, 1)));
  });

  test('R38: bears the VAT that the provider stated of it', () => {
    const stated = { vatTreatment: 'exempt-education', vatStatedBy: 'Finance manager', vatStatedOn: localDate('2026-11-02') } as const;
    expect(awarded([anOffer()], [named({ profile: aProfile(stated) })]).services).toMatchObject([stated]);
  });

  test('may be one that is in the list already: nothing is described again', () => {
    const { prices, services } = awarded([anOffer()], [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', serviceRef: 'S-00001' }]);
    expect(prices.map(({ serviceRef }) => serviceRef)).toEqual(['S-00001']);
    expect(services).toEqual([]);
  });

  test.each<[string, readonly NamedService[], string, string]>([
    ['nobody described', [], 'service-not-known', '/services'],
    ['is both in the list and described', [named({ serviceRef: 'S-00001' })], 'service-not-known', '/services/0'],
    ['nobody priced', [named(), named({ serviceName: 'Mentoring' })], 'service-not-known', '/services/1/serviceName'],
    ['has no summary', [named({ profile: aProfile({ summary: '' }) })], 'text-required', '/services/0/profile/summary'],
    [
      'names a pupil',
      [named({ profile: aProfile({ summary: 'UPN A123456789012' }) })],
      'text-names-a-pupil',
      '/services/0/profile/summary',
    ],
    [
      'has its ages the wrong way round',
      [named({ profile: aProfile({ ageFrom: 16 }) })],
      'number-not-allowed',
      '/services/0/profile/ageFrom',
    ],
    ['is for no key stage', [named({ profile: aProfile({ keyStages: [] }) })], 'text-required', '/services/0/profile/keyStages'],
    [
      'has VAT that nobody stated (R38)',
      [named({ profile: aProfile({ vatTreatment: 'exempt-education' }) })],
      'text-required',
      '/services/0/profile/vatStatedBy',
    ],
    ['is for no need', [named({ profile: aProfile({ needs: [] }) })], 'text-required', '/services/0/profile/needs'],
  ])('that %s is refused', (_what, services, code, field) => {
    expect(awardedServices('P-0042', [anOffer()], services)).toMatchObject({ ok: false, code, field });
  });

  test('that nobody priced is named', () => {
    const refused = awardedServices('P-0042', [anOffer()], [named(), named({ serviceName: 'Mentoring' })]);
    expect(refused).toMatchObject({ detail: 'Nothing is priced under the name Mentoring.' });
  });

  test('is awarded without being in any list, and the award is in force only once it is in one', () => {
    const second = { lotKey: 'AP-2027-2', qualityPoints: 6_300, pricePoints: 1_000, total: 7_300 };
    const { prices, services } = awarded([anOffer({ lotKey: 'AP-2027-2' })], [named({ lotKey: 'AP-2027-2' })]);
    const begin = importAward({ lots: [second], prices, services });
    const listed = { services: [] };
    const imported = acceptedTender(tryAward(undefined, begin, listed)).state;
    expect(imported.services).toEqual(services);
    expect(refusedTender(tryAward(undefined, { ...begin, services: [] }, listed)).code).toBe('service-not-known');
    const signed = anAwardThatIs('signed', begin);
    const { state } = acceptedTender(tryAward(signed, countersign(), { ...listed, book: aReservedBook(signed) }, afterStandstill));
    const { provider } = carriedOut();
    const rates = prices.map((price) => ({
      ...price,
      ref: 'R-1',
      status: 'approved' as const,
      effectiveFrom: awardFacts().framework.terms.liveFrom,
      effectiveTo: awardFacts().framework.terms.expiresOn,
    }));
    expect(isCarriedOut(state, { provider, rates, services: [] })).toBe(false);
    expect(isCarriedOut(state, { provider, rates, services })).toBe(true);
  });

  test('whose reference another provider has is not awarded', () => {
    const { prices, services } = awarded();
    const taken = services.map((service) => ({ ...service, providerRef: 'P-0001' }));
    const lots = [{ lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 800, total: 8_000 }];
    expect(refusedTender(tryAward(undefined, importAward({ lots, prices, services }), { services: taken })).code).toBe('service-not-known');
  });
});
