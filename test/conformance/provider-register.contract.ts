import { aCheck, aFramework, aListing, aLot, aProvider, aRate, aService } from '@ap/shared/domain/call-off/call-off.fixture';
import { type ProviderStanding, unmoved } from '@ap/shared/domain/quality/provider-standing';
import type { ProviderSite } from '@ap/shared/domain/register/provider';
import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import { type Age, nothingKnown, type ProviderRegister } from '../../functions/src/ports/providers.ts';

export type ToldFacts = ListingFacts & { readonly site?: ProviderSite | undefined };

let count = 0;
/** One service with all that belongs to it, under references that nobody else has. */
const told = (): ToldFacts & { readonly ref: string } => {
  count += 1;
  const mark = String(count).padStart(3, '0');
  const [ref, providerRef, lotKey, frameworkRef, siteRef] = [`S-9${mark}`, `P-9${mark}`, `AP-9${mark}-1`, `AP-9${mark}`, `PS-9${mark}`];
  const standing: ProviderStanding = { ...unmoved(providerRef, 'active'), version: 1 };
  return {
    ref,
    ...aListing({
      framework: aFramework({ ref: frameworkRef }),
      lot: aLot({ key: lotKey, frameworkRef }),
      provider: aProvider({ ref: providerRef }),
      service: aService({ ref, providerRef, lotKey, siteRef }),
      standing,
      rates: [aRate({ ref: `R-9${mark}`, serviceRef: ref, lotKey })],
      qaChecks: [
        aCheck('safeguarding-lead', { ref: `Q-9${mark}-1`, providerRef }),
        aCheck('insurance', { ref: `Q-9${mark}-2`, providerRef }),
      ],
    }),
    site: { ref: siteRef, providerRef, name: 'The Old Dairy', outcode: 'DT1', postcode: 'DT1 1XX' },
  };
};
const ages: readonly Age[] = ['fresh', 'known'];

/** What every register of providers does; `open` is given what the lists say. */
export const providerRegisterContract = (open: (facts: ToldFacts) => Promise<ProviderRegister>): void => {
  test('the facts of sending are the provider of the service, how it stands, its checks, and the one rate alone', async () => {
    const { ref, ...facts } = told();
    const [rate] = facts.rates;
    const other = aRate({ ref: `${rate?.ref}-2`, serviceRef: ref, lotKey: facts.lot?.key ?? '', unit: 'hour' });
    const register = await open({ ...facts, rates: [...facts.rates, other] });
    const byRef = (checks: ListingFacts['qaChecks']) => [...checks].sort((one, two) => one.ref.localeCompare(two.ref));
    const { provider, standing, qaChecks, rates } = await register.sendingFacts(ref, rate?.ref ?? '');
    expect({ provider, standing, rates }).toEqual({ provider: facts.provider, standing: facts.standing, rates: [rate] });
    expect(byRef(qaChecks)).toEqual(facts.qaChecks);
    expect((await register.sendingFacts(ref, 'R-0')).rates).toEqual([]);
    expect(await register.sendingFacts(`${ref}0`, rate?.ref ?? '')).toMatchObject({ provider: undefined, qaChecks: [], rates: [] });
  });

  describe.each(ages)('%s facts', (age) => {
    test('are all that belongs to the service', async () => {
      const { ref, ...facts } = told();
      // The team's phone is of the council, not of the service.
      const { teamPhone: _teamPhone, ...found } = await (await open(facts)).facts(ref, age);
      const byRef = (checks: ListingFacts['qaChecks']) => [...checks].sort((one, other) => one.ref.localeCompare(other.ref));
      expect({ ...found, qaChecks: byRef(found.qaChecks) }).toEqual(facts);
    });

    test('of a service that is not on the register are none', async () => {
      const { ref, ...facts } = told();
      const register = await open(facts);
      expect(await register.facts(`${ref}0`, age)).toEqual(nothingKnown);
      expect(await register.facts(ref.toLowerCase(), age)).toEqual(nothingKnown);
    });

    test.each<[string, (facts: ToldFacts) => Partial<ToldFacts>, object]>([
      ['provider', () => ({ provider: undefined }), { provider: undefined }],
      ['lot: nor the framework then', () => ({ lot: undefined }), { lot: undefined, framework: undefined }],
      ['framework', () => ({ framework: undefined }), { framework: undefined }],
      ['rate', () => ({ rates: [] }), { rates: [] }],
      ['check', () => ({ qaChecks: [] }), { qaChecks: [] }],
      ['standing', () => ({ standing: undefined }), { standing: undefined }],
      ['place', ({ service }) => ({ site: undefined, service: service && { ...service, siteRef: undefined } }), { site: undefined }],
    ])('that lack something lack just that: no %s', async (_what, without, lacking) => {
      const { ref, ...facts } = told();
      const less = { ...facts, ...without(facts) };
      const found = await (await open(less)).facts(ref, age);
      expect(found).toMatchObject(lacking);
      expect(found.service).toEqual(less.service);
    });

    test.each<[string, (facts: ToldFacts) => Partial<ToldFacts>, object]>([
      ['provider', ({ provider }) => ({ provider: provider && { ...provider, ref: `${provider.ref}-X` } }), { provider: undefined }],
      ['service, for its rate', ({ rates }) => ({ rates: rates.map((rate) => ({ ...rate, serviceRef: 'S-90000' })) }), { rates: [] }],
      [
        'provider, for its checks',
        ({ qaChecks }) => ({ qaChecks: qaChecks.map((check) => ({ ...check, providerRef: 'P-90000' })) }),
        { qaChecks: [] },
      ],
    ])('are never those of another %s', async (_what, other, lacking) => {
      const { ref, ...facts } = told();
      expect(await (await open({ ...facts, ...other(facts) })).facts(ref, age)).toMatchObject(lacking);
    });
  });
};
