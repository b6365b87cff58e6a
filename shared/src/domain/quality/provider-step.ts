import type { Refusal } from '../refusal.ts';
import type { ProviderCommandKind, ProviderCommandOf, ProviderFacts, ProviderStanding } from './provider-standing.ts';
import type { QualityChange } from './quality-decision.ts';

/** What one kind of command does to a provider's standing. That it is allowed from here has been asked before. */
export type ProviderStep<Kind extends ProviderCommandKind> = (
  present: ProviderStanding,
  command: ProviderCommandOf<Kind>,
  facts: ProviderFacts,
) => QualityChange<ProviderStanding> | Refusal;
