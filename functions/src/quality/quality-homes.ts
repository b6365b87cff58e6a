import type { CheckRecord } from '@ap/shared/domain/quality/check-record';
import { type ProviderStanding, unmoved } from '@ap/shared/domain/quality/provider-standing';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where checks lie. */
export const checksHome = ({ quality }: Pick<Ports, 'quality'>): RecordHome<CheckRecord> => ({
  list: 'QaChecks',
  register: quality.checks,
});

/** Where the standings of providers lie. One that nobody has decided about begins as the provider's own row says. */
export const standingsHome = ({ quality, providers }: Pick<Ports, 'quality' | 'providers'>): RecordHome<ProviderStanding> => ({
  list: 'ProviderStandings',
  register: quality.standings,
  begin: async (providerRef) => {
    const { provider } = await providers.provider(providerRef, 'fresh');
    return provider && unmoved(provider.ref, provider.status);
  },
});
