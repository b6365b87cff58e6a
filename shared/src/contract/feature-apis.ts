import type { FeatureName } from '../domain/features/features.ts';
import { blockInterestApi } from './block-interest.ts';
import { blockPurchasesApi } from './block-purchases-api.ts';
import type { Endpoint } from './endpoint.ts';
import { eventsApi } from './events.ts';
import { jointSuggestionsApi } from './joint-suggestions.ts';
import { managedEventsApi } from './managed-events.ts';
import { managedSurveysApi } from './managed-surveys.ts';
import { declaredPurchasesApi, offFrameworkApi } from './off-framework.ts';
import { openDataApi } from './open-data.ts';
import { surveysApi } from './surveys.ts';

/** The operations that each switch closes. What is not here cannot be switched off. Servers and tests read this; a browser would load every shape. */
export const featureApis: Readonly<Record<FeatureName, readonly Readonly<Record<string, Endpoint>>[]>> = {
  surveys: [surveysApi, managedSurveysApi, blockInterestApi],
  events: [eventsApi, managedEventsApi],
  'block-purchases': [blockPurchasesApi, jointSuggestionsApi],
  'off-framework': [offFrameworkApi, declaredPurchasesApi],
  'open-data': [openDataApi],
};

const owners: ReadonlyMap<string, FeatureName> = new Map(
  Object.entries(featureApis).flatMap(([feature, apis]) =>
    apis.flatMap((api) => Object.values(api).map(({ name }) => [name, feature as FeatureName] as const)),
  ),
);

/** The switch that closes an operation; `undefined` where none does. */
export const featureOf = ({ name }: Pick<Endpoint, 'name'>): FeatureName | undefined => owners.get(name);
