import { aCheck, aFramework, aLot, aProvider, aRate, aService } from '@ap/shared/domain/call-off/call-off.fixture';
import { mandatoryStandards, type QaStandard } from '@ap/shared/domain/quality/standard';
import { fromFramework } from '@ap/shared/lists/frameworks';
import { fromLot } from '@ap/shared/lists/lots';
import { fromProviderSite } from '@ap/shared/lists/provider-sites';
import { fromProvider } from '@ap/shared/lists/providers';
import { fromQaCheck } from '@ap/shared/lists/qa-checks';
import { fromRate } from '@ap/shared/lists/rate-cards';
import { fromService } from '@ap/shared/lists/services';
import type { Snapshots } from '../../ports/kept.ts';
import { directoryOf } from './directory.ts';
import { listsOfDirectory } from './directory-lists.fixture.ts';

/** One that every provider must hold. */
export const firstStandard: QaStandard = mandatoryStandards[0] as QaStandard;
export const outcodes = { DT1: [50.711, -2.441], DT11: [50.868, -2.172] };
export const clock = { at: '2026-11-24T10:00:00Z', now: () => clock.at };

/** Three providers with two services each, on two lots. */
export const aRegister = () => {
  const register = listsOfDirectory();
  const { put } = register;
  put('frameworks', 1, fromFramework(aFramework()));
  for (const lot of [1, 2]) put('lots', lot, fromLot(aLot({ key: `AP-2026-${lot}`, number: lot })));
  for (const number of [1, 2, 3]) {
    const ref = `P-000${number}`;
    put('providers', number, fromProvider(aProvider({ ref, tradingName: `Provider ${number}`, lotKeys: ['AP-2026-1', 'AP-2026-2'] })));
    put(
      'providerSites',
      number,
      fromProviderSite({ ref: `${ref}-S1`, providerRef: ref, name: 'Barn', postcode: 'DT1 1AA', outcode: 'DT1' }),
    );
    for (const [index, standard] of mandatoryStandards.entries())
      put('qaChecks', number * 100 + index, fromQaCheck(aCheck(standard, { ref: `Q-${number}-${standard}`, providerRef: ref })));
    for (const lot of [1, 2]) {
      const id = number * 10 + lot;
      const service = { ref: `S-000${id}`, providerRef: ref, lotKey: `AP-2026-${lot}`, siteRef: `${ref}-S1`, name: `Service ${id}` };
      put('services', id, fromService(aService(service)));
      put('rateCards', id, fromRate(aRate({ ref: `R-000${id}`, serviceRef: service.ref, lotKey: service.lotKey })));
    }
  }
  return register;
};
export type Register = ReturnType<typeof aRegister>;

export type Kept = Pick<Snapshots, 'loadBytes' | 'saveBytes'>;

export const start = (register: Register, snapshots?: Kept, release = 'this release', layOut?: Parameters<typeof directoryOf>[4]) => {
  const logged: string[] = [];
  const log = { event: (_level: string, name: string) => void logged.push(name) };
  const lists = register.start();
  const keeping = snapshots && { snapshots, of: async () => release, log };
  const directory = directoryOf(lists, { outcodes, towns: {} }, clock, keeping, layOut);
  const everything = { page: 1, pageSize: 50, sort: 'name' } as const;
  return {
    logged,
    lists,
    hash: directory.hash,
    items: async () => (await directory.search(everything)).items,
    found: async () => (await directory.search(everything)).items.map(({ serviceRef }) => serviceRef).sort(),
    learns: async () => {
      await Promise.all(Object.values(lists).map(({ mirror }) => mirror.refresh()));
    },
  };
};
export const all = ['S-00011', 'S-00012', 'S-00021', 'S-00022', 'S-00031', 'S-00032'];
export const without = (provider: number) => all.filter((ref) => !ref.startsWith(`S-000${provider}`));
