import { baselines } from './baselines.ts';
import { blockPurchases } from './block-purchases.ts';
import { budgets } from './budgets.ts';
import { buyerMembers } from './buyer-members.ts';
import { buyers } from './buyers.ts';
import { callOffs } from './call-offs.ts';
import { enquiries } from './enquiries.ts';
import { events } from './events.ts';
import { frameworks } from './frameworks.ts';
import { invoices } from './invoices.ts';
import { ledgers } from './ledgers.ts';
import type { ListDefinition } from './list.ts';
import { lots } from './lots.ts';
import { notices } from './notices.ts';
import { offFramework } from './off-framework.ts';
import { providerChanges } from './provider-changes.ts';
import { providerSites } from './provider-sites.ts';
import { providers } from './providers.ts';
import { qaChecks } from './qa-checks.ts';
import { concerns } from './quality/concerns.ts';
import { dutyCommissioners } from './quality/duty-commissioners.ts';
import { ownChecks } from './quality/own-checks.ts';
import { providerStandings } from './quality/provider-standings.ts';
import { standards } from './quality/standards.ts';
import { visits } from './quality/visits.ts';
import { rateCards } from './rate-cards.ts';
import { reviews } from './reviews.ts';
import { services } from './services.ts';
import { sessions } from './sessions.ts';
import { settings } from './settings.ts';
import { surveyResponses } from './survey-responses.ts';
import { surveys } from './surveys.ts';
import { applicationLots } from './tenders/application-lots.ts';
import { applicationRounds } from './tenders/application-rounds.ts';
import { applications } from './tenders/applications.ts';
import { awards } from './tenders/awards.ts';
import { clarifications } from './tenders/clarifications.ts';
import { evaluationScores } from './tenders/evaluation-scores.ts';
import { lotRankings } from './tenders/lot-rankings.ts';
import { priceBooks } from './tenders/price-books.ts';

/** Every list of the register, in the order in which they are made. What else must know of all lists reads it here. */
export const lists = {
  settings,
  frameworks,
  lots,
  providers,
  providerSites,
  services,
  rateCards,
  qaChecks,
  standards,
  providerStandings,
  visits,
  ownChecks,
  concerns,
  dutyCommissioners,
  providerChanges,
  buyers,
  buyerMembers,
  budgets,
  baselines,
  callOffs,
  sessions,
  reviews,
  enquiries,
  notices,
  events,
  surveys,
  surveyResponses,
  invoices,
  offFramework,
  ledgers,
  blockPurchases,
  applicationRounds,
  clarifications,
  applications,
  applicationLots,
  evaluationScores,
  lotRankings,
  awards,
  priceBooks,
} as const satisfies Readonly<Record<string, ListDefinition>>;

export const register: readonly ListDefinition[] = Object.values(lists);
