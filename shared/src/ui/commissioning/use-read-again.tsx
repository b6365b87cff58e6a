import * as React from 'react';
import { useSWRConfig } from 'swr';
import type { awardApi } from '../../contract/award-api.ts';
import type { commissioningApi } from '../../contract/commissioning-api.ts';
import type { evaluationApi } from '../../contract/evaluation-api.ts';
import type { eventsApi } from '../../contract/events.ts';
import type { managedEventsApi } from '../../contract/managed-events.ts';
import type { managedNoticesApi } from '../../contract/managed-notices.ts';
import type { managedSurveysApi } from '../../contract/managed-surveys.ts';
import type { noticesApi } from '../../contract/notices.ts';
import type { offFrameworkApi } from '../../contract/off-framework.ts';
import type { operationsApi } from '../../contract/operations.ts';

/** An endpoint that these pages read from. */
export type PageRead =
  | keyof typeof commissioningApi
  | keyof typeof evaluationApi
  | keyof typeof awardApi
  | keyof typeof managedNoticesApi
  | keyof typeof managedSurveysApi
  | keyof typeof noticesApi
  | keyof typeof eventsApi
  | keyof typeof managedEventsApi
  | keyof typeof offFrameworkApi
  | keyof typeof operationsApi;

/** Asks again, after a change, for everything that was read by these endpoints. */
export const useReadAgain = (): ((...names: readonly PageRead[]) => Promise<void>) => {
  const { mutate } = useSWRConfig();
  return React.useCallback(
    async (...names) => {
      await mutate((key) => Array.isArray(key) && names.includes(key[0]));
    },
    [mutate],
  );
};
