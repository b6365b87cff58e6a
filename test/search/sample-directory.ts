import { councilTenantId } from '@ap/local/sample/ids';
import { samplePeople } from '@ap/local/sample/people';
import type { DirectoryQueryInput, DirectoryReply } from '@ap/shared/contract/directory';
import { senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { type LocalDate, localDate } from '@ap/shared/domain/days/local-date';
import { qaStanding } from '@ap/shared/domain/quality/qa-check';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { decodeFields } from '@ap/shared/lists/codec';
import { frameworks, toFramework } from '@ap/shared/lists/frameworks';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { lots, toLot } from '@ap/shared/lists/lots';
import { providerSites, toProviderSite } from '@ap/shared/lists/provider-sites';
import { providers, toProvider } from '@ap/shared/lists/providers';
import { qaChecks, toQaCheck } from '@ap/shared/lists/qa-checks';
import { rateCards, toRate } from '@ap/shared/lists/rate-cards';
import { services, toService } from '@ap/shared/lists/services';
import { buildIndex } from '@ap/shared/search/directory-index';
import { listedDocument } from '@ap/shared/search/listed-document';
import outcodes from '../../functions/src/adapters/geography/outcodes.json' with { type: 'json' };
import towns from '../../functions/src/adapters/geography/towns.json' with { type: 'json' };
import { searchDirectory } from '../../functions/src/directory/search-directory.ts';
import { readDataCsv } from '../../infra/tenant/src/read-csv.ts';
import { sampleRegister } from '../../infra/tenant/src/sample/sample-register.ts';
import { memoryBuyers } from '../ports/memory-buyers.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const today: LocalDate = localDate('2026-11-24');

/** The directory over the sample register, searched as the API searches it, by a person without an area of their own. */
export const sampleDirectory = (): ((text: string, more?: DirectoryQueryInput) => Promise<DirectoryReply>) => {
  const register = sampleRegister({ seed: 'ap', today, schools: readDataCsv('dorset-schools.csv'), councilTenantId, people: samplePeople });
  const read = <L extends ListDefinition>(list: L): readonly Fields<L>[] =>
    (register.find(({ list: title }) => title === list.title)?.rows ?? []).flatMap((row) => {
      const decoded = decodeFields(list, row);
      return decoded.ok ? [decoded.fields] : [];
    });
  const byRef = <T extends { readonly ref: string }>(items: readonly T[]) => new Map(items.map((item) => [item.ref, item]));
  const known = {
    frameworks: byRef(read(frameworks).map(toFramework)),
    lots: new Map(
      read(lots)
        .map(toLot)
        .map((lot) => [lot.key, lot]),
    ),
    providers: byRef(read(providers).map(toProvider)),
    sites: byRef(read(providerSites).map(toProviderSite)),
  };
  const rates = read(rateCards).map(toRate);
  const checks = read(qaChecks).map(toQaCheck);
  const documents = read(services)
    .map(toService)
    .flatMap((service) => {
      const lot = known.lots.get(service.lotKey);
      const own = checks.filter(({ providerRef }) => providerRef === service.providerRef);
      const listing = listingOf(
        {
          service,
          lot,
          framework: lot && known.frameworks.get(lot.frameworkRef),
          provider: known.providers.get(service.providerRef),
          rates: rates.filter(({ serviceRef }) => serviceRef === service.ref),
          standing: undefined,
          qaChecks: own,
        },
        today,
      );
      return listing.ok ? [listedDocument(listing, known.sites.get(service.siteRef ?? '')?.outcode, qaStanding(own, today), today)] : [];
    });
  const centroids = new Map(Object.entries(outcodes).map(([outcode, [lat = 0, lon = 0]]) => [outcode, { lat, lon }]));
  const index = buildIndex(documents, centroids);
  const { policies, unmetNeeds, log } = memoryWorld().ports;
  const ask = searchDirectory({
    directory: {
      search: async (query) => ({ ...index.search(query), freshAt: `${today}T09:00:00Z` }),
      centroid: (outcode) => centroids.get(outcode),
      towns: new Map(Object.entries(towns).map(([town, outcode]) => [town.toLowerCase(), outcode])),
    },
    buyers: memoryBuyers({ buyers: () => [], members: () => [], write: () => undefined }),
    policies,
    unmetNeeds,
    log,
    clock: { now: () => `${today}T09:00:00Z` },
  });
  return (text, more) => ask({ caller: callerOf(senco), params: undefined, query: { text, ...more }, body: undefined, key: '' });
};
