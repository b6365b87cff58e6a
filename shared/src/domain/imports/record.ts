import type { LocalDate } from '../days/local-date.ts';
import type { Rate } from '../money/rate-card.ts';
import type { QaCheck } from '../quality/qa-check.ts';
import type { Buyer } from '../register/buyer.ts';
import type { Lot } from '../register/lot.ts';
import type { Provider, ProviderSite } from '../register/provider.ts';
import type { Service } from '../register/service.ts';
import type { Baseline } from '../value-for-money/baseline.ts';
import type { Values } from './column.ts';

/** What is imported, in the order in which it is written: what others name comes first. */
export const importKinds = ['providers', 'sites', 'services', 'rates', 'qa-checks', 'buyers', 'baselines'] as const;
export type ImportKind = (typeof importKinds)[number];

/** The record that a row of each kind becomes. */
export interface RecordOf {
  readonly providers: Provider;
  readonly sites: ProviderSite;
  readonly services: Service;
  readonly rates: Rate;
  readonly 'qa-checks': QaCheck;
  readonly buyers: Buyer;
  readonly baselines: Baseline;
}
export type ImportRecord = RecordOf[ImportKind];

type ByRef<T> = ReadonlyMap<string, T>;

/** What the register holds when a file is checked. */
export interface RegisterFacts {
  readonly today: LocalDate;
  readonly lots: readonly Lot[];
  readonly records: { readonly [K in ImportKind]: ByRef<RecordOf[K]> };
  /** What the last import said of each record, by field: whatever differs from it now was changed by a person. */
  readonly lastImported: { readonly [K in ImportKind]: ByRef<Values> };
  /** Lots that a countersigned award gives a provider. A provider arrives as awarded for these and no other. */
  readonly awardedLots: ByRef<readonly string[]>;
}
