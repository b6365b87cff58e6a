import type { ListingFacts } from '@ap/shared/domain/register/service-may-be-ordered';
import { admitProvider } from '@ap/shared/domain/tenders/award/enablement';
import type { AwardedRegister } from '../../functions/src/ports/providers.ts';

/** What an award makes so, in memory: of the one provider and the one service that the world holds, with its rates. */
export const memoryAwarded = (rows: () => ListingFacts, write: (next: Partial<ListingFacts>) => void): AwardedRegister => ({
  admit: async (providerRef, award) => {
    const { provider } = rows();
    if (provider?.ref !== providerRef) return false;
    write({ provider: admitProvider(provider, award) });
    return true;
  },
  enterService: async (service) => {
    const { service: present } = rows();
    if (present?.ref === service.ref) return present.providerRef === service.providerRef && present.lotKey === service.lotKey;
    write({ service });
    return true;
  },
  putRate: async (rate) => write({ rates: [...rows().rates.filter(({ ref }) => ref !== rate.ref), rate] }),
});
