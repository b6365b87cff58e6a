import { admitProvider } from '@ap/shared/domain/tenders/award/enablement';
import type { ListDefinition } from '@ap/shared/lists/list';
import { toProvider } from '@ap/shared/lists/providers';
import { fromRate, toRate } from '@ap/shared/lists/rate-cards';
import { fromService } from '@ap/shared/lists/services';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { AwardedRegister } from '../../ports/providers.ts';
import type { WriteOutcome } from './list-store.ts';
import { freshByTitle, type KeptList, type KeptLists } from './mirrors.ts';

/** A written row goes into the copy at once. A rival, a duplicate and no answer all mean: it is looked at again. */
const written = <L extends ListDefinition>({ mirror }: KeptList<L>, outcome: WriteOutcome<L>): void => {
  if (!outcome.ok) throw new ServiceBusy('graph', 412, outcome.retryAfterSeconds);
  mirror.put(outcome.row);
};

const sameRow = (a: object, b: object): boolean => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** What an award makes so, in the lists of providers, services and rates. Nothing else of a row is touched. */
export const awardedRegister = (lists: Pick<KeptLists, 'providers' | 'services' | 'rateCards'>): AwardedRegister => ({
  admit: async (providerRef, award) => {
    const row = await freshByTitle(lists.providers, providerRef);
    if (!row) return false;
    const before = toProvider(row.fields);
    const after = admitProvider(before, award);
    if (after !== before)
      written(lists.providers, await lists.providers.store.update(row, { LotKeys: after.lotKeys, Status: after.status }));
    return true;
  },
  enterService: async (service) => {
    const row = await freshByTitle(lists.services, service.ref);
    if (row) return row.fields.ProviderRef === service.providerRef && row.fields.LotKey === service.lotKey;
    written(lists.services, await lists.services.store.add(fromService(service)));
    return true;
  },
  putRate: async (rate) => {
    const row = await freshByTitle(lists.rateCards, rate.ref);
    if (!row) written(lists.rateCards, await lists.rateCards.store.add(fromRate(rate)));
    else if (!sameRow(toRate(row.fields), rate)) written(lists.rateCards, await lists.rateCards.store.update(row, fromRate(rate)));
  },
});
