import type { ImportKind } from '../record.ts';
import type { SheetKind } from '../sheet-kind.ts';
import { baselineSheet } from './baselines.ts';
import { buyerSheet } from './buyers.ts';
import { providerSheet } from './providers.ts';
import { qaCheckSheet } from './qa-checks.ts';
import { rateSheet } from './rates.ts';
import { serviceSheet } from './services.ts';
import { siteSheet } from './sites.ts';

/** Every kind of sheet, by its key. */
export const sheetKinds: { readonly [K in ImportKind]: SheetKind<K> } = {
  providers: providerSheet,
  sites: siteSheet,
  services: serviceSheet,
  rates: rateSheet,
  'qa-checks': qaCheckSheet,
  buyers: buyerSheet,
  baselines: baselineSheet,
};
