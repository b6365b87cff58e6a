import { profileValue } from '@ap/shared/domain/provider-changes/provider-change';
import type { ProviderSite } from '@ap/shared/domain/register/provider';
import type { Service } from '@ap/shared/domain/register/service';
import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import { toFramework } from '@ap/shared/lists/frameworks';
import type { IndexedNames, ListDefinition } from '@ap/shared/lists/list';
import { toLot } from '@ap/shared/lists/lots';
import { toProviderSite } from '@ap/shared/lists/provider-sites';
import { toProvider } from '@ap/shared/lists/providers';
import { toQaCheck } from '@ap/shared/lists/qa-checks';
import { toStanding } from '@ap/shared/lists/quality/provider-standings';
import { toRate } from '@ap/shared/lists/rate-cards';
import { toService } from '@ap/shared/lists/services';
import type { SettingTitle } from '@ap/shared/lists/settings';
import { ServiceBusy } from '../../http/service-busy.ts';
import { type Age, nothingKnown, type ProviderRegister } from '../../ports/providers.ts';
import type { WriteOutcome } from './list-store.ts';
import { freshByTitle, type KeptList, type KeptLists } from './mirrors.ts';

type FoundFacts = ListingFacts & { readonly site: ProviderSite | undefined };

/** One row by Title, of the asked age. */
const rowOf = async <L extends ListDefinition>(kept: KeptList<L>, title: string, age: Age) =>
  age === 'fresh' ? freshByTitle(kept, title) : kept.mirror.byKey(title);

/** Rows by an indexed column, of the asked age. */
const rowsOf = async <L extends ListDefinition>(kept: KeptList<L>, column: IndexedNames<L>, value: string, age: Age) =>
  age === 'fresh'
    ? kept.store.find(column, value)
    : (await kept.mirror.rows()).filter((row) => (row.fields as Record<string, unknown>)[column] === value);

/** The facts of one service from the lists. What is missing stays missing: the domain refuses it. */
export const providerRegister = (lists: KeptLists): ProviderRegister => ({
  facts: async (serviceRef, age) => {
    const serviceRow = await rowOf(lists.services, serviceRef, age);
    if (!serviceRow) return nothingKnown;
    const service = toService(serviceRow.fields);
    return { ...(await factsOf(lists, service, age)), service };
  },
  sendingFacts: async (serviceRef, rateRef) => {
    const [serviceRow, rateRow] = await Promise.all([rowOf(lists.services, serviceRef, 'fresh'), rowOf(lists.rateCards, rateRef, 'fresh')]);
    if (!serviceRow) return nothingKnown;
    const rate = rateRow && toRate(rateRow.fields);
    const facts = await protectingFacts(lists, toService(serviceRow.fields).providerRef, 'fresh');
    return { ...facts, rates: rate?.serviceRef === serviceRef ? [rate] : [] };
  },
  all: async () => (await lists.providers.mirror.rows()).map((row) => toProvider(row.fields)),
  framework: async (ref) => {
    const row = await lists.frameworks.mirror.byKey(ref);
    return row && toFramework(row.fields);
  },
  provider: async (providerRef, age) => {
    const [providerRow, serviceRows] = await Promise.all([
      rowOf(lists.providers, providerRef, age),
      rowsOf(lists.services, 'ProviderRef', providerRef, age),
    ]);
    return { provider: providerRow && toProvider(providerRow.fields), services: serviceRows.map((row) => toService(row.fields)) };
  },
  writeProfile: async (providerRef, edits) => {
    const row = await rowOf(lists.providers, providerRef, 'fresh');
    if (!row) return false;
    const present = toProvider(row.fields);
    if (edits.some(({ field, before, after }) => ![before, after].includes(profileValue(present, field)))) return false;
    const told = Object.fromEntries(edits.map(({ field, after }) => [profileColumns[field], after === '' ? undefined : after]));
    return written(lists.providers, await lists.providers.store.update(row, told));
  },
  writeStatus: async (providerRef, status, reason) => {
    const row = await rowOf(lists.providers, providerRef, 'fresh');
    if (!row) return false;
    const told = { Status: status, StatusReason: reason?.slice(0, 255) };
    if (row.fields.Status === told.Status && row.fields.StatusReason === told.StatusReason) return true;
    return written(lists.providers, await lists.providers.store.update(row, told));
  },
  writeVat: async ({ serviceRef, before, after, statedBy, statedOn, evidence }) => {
    const row = await rowOf(lists.services, serviceRef, 'fresh');
    if (!row || ![before, after].includes(row.fields.VatTreatment)) return false;
    const told = { VatTreatment: after, VatStatedBy: statedBy.slice(0, 255), VatStatedOn: statedOn, VatEvidence: evidence };
    return written(lists.services, await lists.services.store.update(row, told));
  },
  writePlaces: async ({ serviceRef, after, asAt }) => {
    const row = await rowOf(lists.services, serviceRef, 'fresh');
    if (!row) return false;
    const newer = row.fields.PlacesAsAt !== undefined && row.fields.PlacesAsAt > asAt;
    return newer || written(lists.services, await lists.services.store.update(row, { PlacesFree: after, PlacesAsAt: asAt }));
  },
});

const profileColumns = { email: 'Email', phone: 'Phone', website: 'Website', summary: 'Summary' } as const;

/** A written row goes into the copy at once. Throws ServiceBusy for a conflict or no answer: reading again tells what is there. */
const written = <L extends ListDefinition>({ mirror }: KeptList<L>, outcome: WriteOutcome<L>): true => {
  if (!outcome.ok) throw new ServiceBusy('graph', 412, outcome.retryAfterSeconds);
  mirror.put(outcome.row);
  return true;
};

/** What protects a child, of one provider. */
const protectingFacts = async (lists: KeptLists, providerRef: string, age: Age) => {
  const [providerRow, standingRow, checkRows] = await Promise.all([
    rowOf(lists.providers, providerRef, age),
    rowOf(lists.providerStandings, providerRef, age),
    rowsOf(lists.qaChecks, 'ProviderRef', providerRef, age),
  ]);
  return {
    provider: providerRow && toProvider(providerRow.fields),
    standing: standingRow && toStanding(standingRow.fields),
    qaChecks: checkRows.map((row) => toQaCheck(row.fields)),
  };
};

const factsOf = async (lists: KeptLists, service: Service, age: Age): Promise<FoundFacts> => {
  const [protecting, lotRow, rateRows, siteRow, phoneRow] = await Promise.all([
    protectingFacts(lists, service.providerRef, age),
    rowOf(lists.lots, service.lotKey, age),
    rowsOf(lists.rateCards, 'ServiceRef', service.ref, age),
    // Where a service takes place is for showing: never a ground of a decision.
    service.siteRef === undefined ? undefined : lists.providerSites.mirror.byKey(service.siteRef),
    lists.settings.mirror.byKey('commissioning-phone' satisfies SettingTitle),
  ]);
  const lot = lotRow && toLot(lotRow.fields);
  const frameworkRow = lot && (await rowOf(lists.frameworks, lot.frameworkRef, age));
  return {
    ...protecting,
    service,
    lot,
    framework: frameworkRow && toFramework(frameworkRow.fields),
    teamPhone: phoneRow?.fields.Value.trim().slice(0, 80) || undefined,
    rates: rateRows.map((row) => toRate(row.fields)),
    site: siteRow && toProviderSite(siteRow.fields),
  };
};
