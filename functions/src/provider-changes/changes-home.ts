import type { ProviderChange } from '@ap/shared/domain/provider-changes/provider-change';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where proposed changes lie. */
export const changesHome = ({ providerChanges }: Pick<Ports, 'providerChanges'>): RecordHome<ProviderChange> => ({
  list: 'ProviderChanges',
  register: providerChanges,
});
