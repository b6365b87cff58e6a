import type { ProviderCommandKind, ProviderCommandOf, ProviderFacts, ProviderStanding } from './provider-standing.ts';
import type { QualityChange } from './quality-decision.ts';
import type { QualityRefusal } from './quality-refusal.ts';

/** What one kind of command does to a provider's standing. That it is allowed from here has been asked before. */
export type ProviderStep<Kind extends ProviderCommandKind> = (
  present: ProviderStanding,
  command: ProviderCommandOf<Kind>,
  facts: ProviderFacts,
) => QualityChange<ProviderStanding> | QualityRefusal;
