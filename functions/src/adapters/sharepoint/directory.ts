import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { toFramework } from '@ap/shared/lists/frameworks';
import { toLot } from '@ap/shared/lists/lots';
import { toProviderSite } from '@ap/shared/lists/provider-sites';
import { toProvider } from '@ap/shared/lists/providers';
import { toQaCheck } from '@ap/shared/lists/qa-checks';
import { toStanding } from '@ap/shared/lists/quality/provider-standings';
import { toRate } from '@ap/shared/lists/rate-cards';
import { toService } from '@ap/shared/lists/services';
import { buildIndex, type DirectoryIndex } from '@ap/shared/search/directory-index';
import type { ServiceDocument } from '@ap/shared/search/document';
import { listedDocument } from '@ap/shared/search/listed-document';
import type { Clock } from '../../ports/clock.ts';
import type { Directory } from '../../ports/providers.ts';
import type { KeptLists } from './mirrors.ts';

type DirectoryLists = Pick<
  KeptLists,
  'frameworks' | 'lots' | 'providers' | 'providerSites' | 'services' | 'rateCards' | 'qaChecks' | 'providerStandings'
>;

/** Where places are: the centre of each outcode in degrees, and the outcode of each town. */
interface Geography {
  readonly outcodes: Readonly<Record<string, readonly number[]>>;
  readonly towns: Readonly<Record<string, string>>;
}

/** The directory from the mirrored lists. The index is made anew when a list changed or the day did, for what is listed today depends on both. */
export const directoryOf = (lists: DirectoryLists, { outcodes, towns }: Geography, clock: Clock): Directory => {
  const centroids = new Map(
    Object.entries(outcodes).flatMap(([outcode, [lat, lon]]) =>
      lat === undefined || lon === undefined ? [] : [[outcode, { lat, lon }] as const],
    ),
  );
  const mirrors = [
    lists.frameworks,
    lists.lots,
    lists.providers,
    lists.providerStandings,
    lists.providerSites,
    lists.services,
    lists.rateCards,
    lists.qaChecks,
  ].map(({ mirror }) => mirror);
  let built: { readonly of: string; readonly index: DirectoryIndex } | undefined;

  const current = async (): Promise<DirectoryIndex> => {
    await Promise.all(mirrors.map((mirror) => mirror.rows()));
    const of = [toLondonDate(clock.now()), ...mirrors.map((mirror) => mirror.generation())].join('/');
    if (built?.of !== of) built = { of, index: buildIndex(await documents(lists, clock.now()), centroids) };
    return built.index;
  };

  return {
    search: async (query) => {
      const index = await current();
      return { ...index.search(query), freshAt: new Date(Math.min(...mirrors.map((mirror) => mirror.freshAt()))).toISOString() };
    },
    centroid: (outcode) => centroids.get(outcode.toUpperCase()),
    towns: new Map(Object.entries(towns).map(([town, outcode]) => [town.toLowerCase(), outcode])),
  };
};

const byKey = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/** Every service that is listed today, computed from the facts: active provider, current mandatory checks, one live rate, live framework and lot. */
const documents = async (lists: DirectoryLists, now: string): Promise<readonly ServiceDocument[]> => {
  const today = toLondonDate(now);
  const frameworks = new Map((await lists.frameworks.mirror.rows()).map((row) => [row.fields.Title, toFramework(row.fields)]));
  const lots = new Map((await lists.lots.mirror.rows()).map((row) => [row.fields.Title, toLot(row.fields)]));
  const providers = new Map((await lists.providers.mirror.rows()).map((row) => [row.fields.Title, toProvider(row.fields)]));
  const standings = new Map((await lists.providerStandings.mirror.rows()).map((row) => [row.fields.Title, toStanding(row.fields)]));
  const sites = new Map((await lists.providerSites.mirror.rows()).map((row) => [row.fields.Title, toProviderSite(row.fields)]));
  const rates = byKey(
    (await lists.rateCards.mirror.rows()).map((row) => toRate(row.fields)),
    (rate) => rate.serviceRef,
  );
  const checks = byKey(
    (await lists.qaChecks.mirror.rows()).map((row) => toQaCheck(row.fields)),
    (check) => check.providerRef,
  );

  return (await lists.services.mirror.rows()).flatMap((row) => {
    const service = toService(row.fields);
    const lot = lots.get(service.lotKey);
    const own = checks.get(service.providerRef) ?? [];
    const listing = listingOf(
      {
        service,
        lot,
        framework: lot && frameworks.get(lot.frameworkRef),
        provider: providers.get(service.providerRef),
        standing: standings.get(service.providerRef),
        rates: rates.get(service.ref) ?? [],
        qaChecks: own,
      },
      today,
    );
    const site = service.siteRef === undefined ? undefined : sites.get(service.siteRef);
    return listing.ok ? [listedDocument(listing, site?.outcode, own, today)] : [];
  });
};
