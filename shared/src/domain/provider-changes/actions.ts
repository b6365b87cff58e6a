/** What the audit chain calls each step of a change that a provider proposes. */
export const providerChangeActions = [
  'provider-link-sent',
  'provider-change-proposed',
  'provider-change-accepted',
  'provider-change-refused',
] as const;
export type ProviderChangeAction = (typeof providerChangeActions)[number];
