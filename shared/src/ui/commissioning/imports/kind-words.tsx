import type { ImportKind } from '../../../domain/imports/record.ts';

/** What a file may hold, as its template is called. */
export const importKindWords: Readonly<Record<ImportKind, string>> = {
  providers: 'Providers',
  sites: 'Sites',
  services: 'Services',
  rates: 'Rates',
  'qa-checks': 'QA checks',
  buyers: 'Buyers',
  baselines: 'Baselines',
};
