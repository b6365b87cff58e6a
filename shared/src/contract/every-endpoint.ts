import { api } from './api.ts';
import { attendanceApi } from './attendance-api.ts';
import { awardApi } from './award-api.ts';
import { blockInterestApi } from './block-interest.ts';
import { blockPurchasesApi } from './block-purchases-api.ts';
import { choicesMadeApi } from './choices-made.ts';
import { commissioningApi } from './commissioning-api.ts';
import { comparisonsApi } from './comparisons-api.ts';
import { concernsApi } from './concerns-api.ts';
import { delegationApi } from './delegation-api.ts';
import type { Endpoint } from './endpoint.ts';
import { enquiriesApi } from './enquiries-api.ts';
import { evaluationApi } from './evaluation-api.ts';
import { eventsApi } from './events.ts';
import { invoicesApi } from './invoices-api.ts';
import { jointSuggestionsApi } from './joint-suggestions.ts';
import { linkApi } from './link-api.ts';
import { managedEventsApi } from './managed-events.ts';
import { managedNoticesApi } from './managed-notices.ts';
import { managedSurveysApi } from './managed-surveys.ts';
import { nextOffersApi } from './next-offers-api.ts';
import { noticesApi } from './notices.ts';
import { declaredPurchasesApi, offFrameworkApi } from './off-framework.ts';
import { openDataApi } from './open-data.ts';
import { operationsApi } from './operations.ts';
import { ordersApi } from './orders-api.ts';
import { ownChecksApi } from './own-checks-api.ts';
import { parkedApi } from './parked.ts';
import { placementsApi } from './placements-api.ts';
import { reviewsApi } from './reviews-api.ts';
import { savedSearchesApi } from './saved-searches-api.ts';
import { surveysApi } from './surveys.ts';
import { unmetNeedsApi } from './unmet-needs.ts';
import { valueApi } from './value-for-money.ts';

/** Every operation of the API that asks for a token. Servers and tests read this; a browser would load every shape. */
export const tokenEndpoints: readonly Endpoint[] = [
  ...Object.values(api),
  ...Object.values(comparisonsApi),
  ...Object.values(ordersApi),
  ...Object.values(delegationApi),
  ...Object.values(attendanceApi),
  ...Object.values(blockPurchasesApi),
  ...Object.values(jointSuggestionsApi),
  ...Object.values(nextOffersApi),
  ...Object.values(parkedApi),
  ...Object.values(concernsApi),
  ...Object.values(ownChecksApi),
  ...Object.values(reviewsApi),
  ...Object.values(placementsApi),
  ...Object.values(enquiriesApi),
  ...Object.values(noticesApi),
  ...Object.values(managedNoticesApi),
  ...Object.values(eventsApi),
  ...Object.values(managedEventsApi),
  ...Object.values(surveysApi),
  ...Object.values(blockInterestApi),
  ...Object.values(managedSurveysApi),
  ...Object.values(invoicesApi),
  ...Object.values(commissioningApi),
  ...Object.values(operationsApi),
  ...Object.values(unmetNeedsApi),
  ...Object.values(choicesMadeApi),
  ...Object.values(offFrameworkApi),
  ...Object.values(declaredPurchasesApi),
  ...Object.values(openDataApi),
  ...Object.values(savedSearchesApi),
  ...Object.values(evaluationApi),
  ...Object.values(awardApi),
  ...Object.values(valueApi),
];

/** Every operation of the API, by whatever leave. */
export const everyEndpoint: readonly Endpoint[] = [...tokenEndpoints, ...Object.values(linkApi)];
