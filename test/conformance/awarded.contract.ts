import { aProvider, aRate, aService } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import type { Rate } from '@ap/shared/domain/money/rate-card';
import type { Provider } from '@ap/shared/domain/register/provider';
import type { Service } from '@ap/shared/domain/register/service';
import type { AwardedRegister } from '../../functions/src/ports/providers.ts';

/** The lists as they are afterwards. */
export interface AwardedLists {
  readonly register: AwardedRegister;
  readonly provider: (ref: string) => Promise<Provider | undefined>;
  readonly service: (ref: string) => Promise<Service | undefined>;
  readonly rates: (serviceRef: string) => Promise<readonly Rate[]>;
}

let count = 0;
const lots = (...keys: readonly string[]) => ({
  lots: keys.map((lotKey) => ({ lotKey, qualityPoints: 0, pricePoints: 0, total: 0 })),
});

/** What every register does with what an award makes so: it sets what must be there, once or twice. `open` is given a prospective provider. */
export const awardedContract = (open: (provider: Provider) => Promise<AwardedLists>): void => {
  const opened = async () => {
    count += 1;
    const provider = aProvider({
      ref: `P-8${String(count).padStart(3, '0')}`,
      status: 'prospective',
      lotKeys: ['AP-2027-9'],
      legalName: `Award ${count}`,
    });
    const service = aService({ ref: `S-${provider.ref}-AP-2027-1-1`, providerRef: provider.ref, lotKey: 'AP-2027-1' });
    return { ...(await open(provider)), providerNow: provider, serviceNow: service };
  };

  test('a prospective provider is awarded the lots that it won, not those that it hoped for, and a second award adds to them', async () => {
    const { register, provider, providerNow } = await opened();
    expect(await register.admit(providerNow.ref, lots('AP-2027-1'))).toBe(true);
    expect(await register.admit(providerNow.ref, lots('AP-2027-1'))).toBe(true);
    expect(await provider(providerNow.ref)).toEqual({ ...providerNow, status: 'awarded', lotKeys: ['AP-2027-1'] });
    await register.admit(providerNow.ref, lots('AP-2027-2'));
    expect((await provider(providerNow.ref))?.lotKeys).toEqual(['AP-2027-1', 'AP-2027-2']);
  });

  test('a provider that is not there is not made', async () => {
    const { register, provider } = await opened();
    expect(await register.admit('P-8ZZZ', lots('AP-2027-1'))).toBe(false);
    expect(await provider('P-8ZZZ')).toBeUndefined();
  });

  test('a service is entered once, and never over the service of another provider', async () => {
    const { register, service, serviceNow } = await opened();
    expect(await register.enterService(serviceNow)).toBe(true);
    expect(await register.enterService({ ...serviceNow, summary: 'Later.' })).toBe(true);
    expect(await service(serviceNow.ref)).toEqual(serviceNow);
    expect(await register.enterService({ ...serviceNow, providerRef: 'P-0001' })).toBe(false);
  });

  test('a rate is what it is said to be, and one row however often it is said', async () => {
    const { register, rates, serviceNow, providerNow } = await opened();
    const rate = aRate({
      ref: `R-PB-AP-2027-${providerNow.ref}-1`,
      serviceRef: serviceNow.ref,
      approvedBy: 'AW-1',
      groupFrom: 1,
      groupTo: 3,
    });
    await register.enterService(serviceNow);
    await register.putRate(rate);
    await register.putRate(rate);
    expect(await rates(serviceNow.ref)).toEqual([rate]);
    await register.putRate({ ...rate, price: pence(9_000) });
    expect(await rates(serviceNow.ref)).toEqual([{ ...rate, price: 9_000 }]);
  });
};
