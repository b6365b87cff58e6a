import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { type QaStanding, qaStanding } from '@ap/shared/domain/quality/qa-check';
import { listingWith } from '@ap/shared/domain/register/service-may-be-ordered';
import { toFramework } from '@ap/shared/lists/frameworks';
import { toLot } from '@ap/shared/lists/lots';
import { toProviderSite } from '@ap/shared/lists/provider-sites';
import { toProvider } from '@ap/shared/lists/providers';
import { toQaCheck } from '@ap/shared/lists/qa-checks';
import { toStanding } from '@ap/shared/lists/quality/provider-standings';
import { toRate } from '@ap/shared/lists/rate-cards';
import type { lists as definitions } from '@ap/shared/lists/register';
import { toService } from '@ap/shared/lists/services';
import type { ServiceDocument } from '@ap/shared/search/document';
import { listedDocument } from '@ap/shared/search/listed-document';
import type { KeptLists } from './mirrors.ts';
import { Remembered } from './remembered.ts';
import { RowGroups } from './row-groups.ts';

/** The lists that say what is listed. */
export const namesOfDirectory = [
  'frameworks',
  'lots',
  'providers',
  'providerSites',
  'services',
  'rateCards',
  'qaChecks',
  'providerStandings',
] as const;
export type DirectoryLists = Pick<KeptLists, (typeof namesOfDirectory)[number]>;

type Definition<K extends keyof DirectoryLists> = (typeof definitions)[K];

/** What services are listed by, as last known, and which services something has changed about. */
export interface DirectoryFacts {
  /** The services that something changed about since this was last asked. */
  readonly takeTouched: () => readonly string[];
  readonly isTouched: () => boolean;
  /** Every service, listed or not. */
  readonly all: () => readonly string[];
  /** The document of a service that is listed on a day: active provider, current mandatory checks, one live rate, live framework and lot. */
  readonly documentOf: (serviceRef: string, today: LocalDate) => ServiceDocument | undefined;
}

/**
 * Follows the lists of the directory from their first reading on. A row that comes, changes or goes touches the services of
 *
 *     Frameworks: its Lots             Lots: the lot                             ProviderSites: the site
 *     RateCards: the one it prices     Providers, ProviderStandings, QaChecks: the provider
 *
 * by what it was and by what it is.
 */
export const directoryFacts = (lists: DirectoryLists): DirectoryFacts => {
  const titled = ({ Title }: { readonly Title: string }): string => Title;
  const frameworks = new RowGroups<Definition<'frameworks'>>(titled);
  const lots = new RowGroups<Definition<'lots'>>(titled);
  const lotsOf = new RowGroups<Definition<'lots'>>(({ FrameworkRef }) => FrameworkRef);
  const providers = new RowGroups<Definition<'providers'>>(titled);
  const standings = new RowGroups<Definition<'providerStandings'>>(titled);
  const sites = new RowGroups<Definition<'providerSites'>>(titled);
  const services = new RowGroups<Definition<'services'>>(titled);
  const ofProvider = new RowGroups<Definition<'services'>>(({ ProviderRef }) => ProviderRef);
  const ofLot = new RowGroups<Definition<'services'>>(({ LotKey }) => LotKey);
  const atSite = new RowGroups<Definition<'services'>>(({ SiteRef }) => SiteRef);
  const rates = new RowGroups<Definition<'rateCards'>>(({ ServiceRef }) => ServiceRef);
  const checks = new RowGroups<Definition<'qaChecks'>>(({ ProviderRef }) => ProviderRef);

  // What many services have in common is read out of its rows once, until one of them changes.
  const frameworkOf = new Remembered((ref) => {
    const row = frameworks.one(ref);
    return row && toFramework(row.fields);
  });
  const lotOf = new Remembered((key) => {
    const row = lots.one(key);
    return row && toLot(row.fields);
  });
  const outcodeOf = new Remembered((ref) => {
    const row = sites.one(ref);
    return row && toProviderSite(row.fields).outcode;
  });
  const providerOf = new Remembered((ref) => {
    const row = providers.one(ref);
    const standingRow = standings.one(ref);
    const ownChecks = checks.of(ref).map(({ fields }) => toQaCheck(fields));
    let told: { readonly on: LocalDate; readonly qa: QaStanding } | undefined;
    const qaOn = (day: LocalDate): QaStanding => {
      if (told?.on !== day) told = { on: day, qa: qaStanding(ownChecks, day) };
      return told.qa;
    };
    return { provider: row && toProvider(row.fields), standing: standingRow && toStanding(standingRow.fields), qaOn };
  });

  const touched = new Set<string>();
  const touch =
    (group: Pick<RowGroups<Definition<'services'>>, 'of'>) =>
    (key: string): void => {
      for (const { fields } of group.of(key)) touched.add(fields.Title);
    };
  const touchServicesOfLot = touch(ofLot);
  const touchLot = (key: string): void => {
    lotOf.forget(key);
    touchServicesOfLot(key);
  };
  const touchFramework = (ref: string): void => {
    frameworkOf.forget(ref);
    for (const { fields } of lotsOf.of(ref)) touchServicesOfLot(fields.Title);
  };
  const touchServicesOfProvider = touch(ofProvider);
  const touchProvider = (ref: string): void => {
    providerOf.forget(ref);
    touchServicesOfProvider(ref);
  };
  const touchServicesAtSite = touch(atSite);
  const touchSite = (ref: string): void => {
    outcodeOf.forget(ref);
    touchServicesAtSite(ref);
  };

  /** Follows a list by its groups, and touches by the column that its rows name services by. */
  const follow = <K extends keyof DirectoryLists>(
    name: K,
    groups: readonly RowGroups<Definition<K>>[],
    keyOf: (row: Parameters<RowGroups<Definition<K>>['take']>[0] & object) => string,
    touches: (key: string) => void,
  ): void => {
    const { mirror } = lists[name] as unknown as {
      readonly mirror: { readonly watch: (watcher: RowGroups<Definition<K>>['take']) => void };
    };
    mirror.watch((before, after) => {
      for (const group of groups) group.take(before, after);
      if (before) touches(keyOf(before));
      if (after) touches(keyOf(after));
    });
  };
  follow('frameworks', [frameworks], ({ fields }) => fields.Title, touchFramework);
  follow('lots', [lots, lotsOf], ({ fields }) => fields.Title, touchLot);
  follow('providers', [providers], ({ fields }) => fields.Title, touchProvider);
  follow('providerStandings', [standings], ({ fields }) => fields.Title, touchProvider);
  follow('qaChecks', [checks], ({ fields }) => fields.ProviderRef, touchProvider);
  follow('providerSites', [sites], ({ fields }) => fields.Title, touchSite);
  follow(
    'rateCards',
    [rates],
    ({ fields }) => fields.ServiceRef,
    (ref) => void touched.add(ref),
  );
  follow(
    'services',
    [services, ofProvider, ofLot, atSite],
    ({ fields }) => fields.Title,
    (ref) => void touched.add(ref),
  );

  return {
    takeTouched: () => {
      const refs = [...touched];
      touched.clear();
      return refs;
    },
    isTouched: () => touched.size > 0,
    all: () => services.keys(),
    documentOf: (serviceRef, today) => {
      const row = services.one(serviceRef);
      if (!row) return undefined;
      const service = toService(row.fields);
      const lot = lotOf.of(service.lotKey);
      const { provider, standing, qaOn } = providerOf.of(service.providerRef);
      const facts = {
        service,
        lot,
        framework: lot && frameworkOf.of(lot.frameworkRef),
        provider,
        standing,
        rates: rates.of(serviceRef).map(({ fields }) => toRate(fields)),
      };
      const qa = qaOn(today);
      const listing = listingWith(facts, qa, today);
      const outcode = service.siteRef === undefined ? undefined : outcodeOf.of(service.siteRef);
      return listing.ok ? listedDocument(listing, outcode, qa, today) : undefined;
    },
  };
};
