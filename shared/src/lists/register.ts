import { buyerMembers } from './buyer-members.ts';
import { buyers } from './buyers.ts';
import { callOffs } from './call-offs.ts';
import { frameworks } from './frameworks.ts';
import { ledgers } from './ledgers.ts';
import type { ListDefinition } from './list.ts';
import { lots } from './lots.ts';
import { providerSites } from './provider-sites.ts';
import { providers } from './providers.ts';
import { qaChecks } from './qa-checks.ts';
import { rateCards } from './rate-cards.ts';
import { services } from './services.ts';
import { settings } from './settings.ts';

/** Every list of the register, in the order in which they are made. */
export const register: readonly ListDefinition[] = [
  settings,
  frameworks,
  lots,
  providers,
  providerSites,
  services,
  rateCards,
  qaChecks,
  buyers,
  buyerMembers,
  callOffs,
  ledgers,
];
