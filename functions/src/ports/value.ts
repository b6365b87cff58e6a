import type { MoneyFacts } from '@ap/shared/domain/value-for-money/kept-facts';

/** What the figures of spend and savings are made of. */
export interface ValueRegister {
  /** As last known: kept by delta from the lists, own writes at once, and costs no request. */
  readonly known: () => Promise<MoneyFacts>;
  /** Every row read from its list now, from nothing. `was`: what was kept until then, brought up to the same moment; from now on what was read is kept. */
  readonly recount: () => Promise<{ readonly was: MoneyFacts; readonly is: MoneyFacts }>;
}
