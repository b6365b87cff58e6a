import type { ProviderStatus } from '../../domain/register/provider.ts';

/** Where a code becomes words on commissioners' pages. */
type Words<Code extends string> = Readonly<Record<Code, string>>;

export const providerStatusWords: Words<ProviderStatus> = {
  prospective: 'Not yet on the framework',
  awarded: 'Awarded, not yet active',
  active: 'Active',
  paused: 'Paused for new orders',
  suspended: 'Suspended',
  removed: 'Removed',
};
