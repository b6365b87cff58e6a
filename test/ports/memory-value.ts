import type { Rate } from '@ap/shared/domain/money/rate-card';
import type { Baseline } from '@ap/shared/domain/value-for-money/baseline';
import { factsFrom, type ToldFact } from '@ap/shared/domain/value-for-money/kept-facts';
import {
  factOfBaseline,
  factOfBlock,
  factOfCallOff,
  factOfInvoice,
  factOfRate,
  type ValueFact,
  type ValueList,
} from '@ap/shared/domain/value-for-money/value-facts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import type { ValueRegister } from '../../functions/src/ports/value.ts';

interface Behind extends Pick<Ports, 'callOffs' | 'blockPurchases' | 'invoices'> {
  readonly rates: () => readonly Rate[];
  readonly baselines: () => readonly Baseline[];
}

const told = (list: ValueList, itemId: number, eTag: string, fact: ValueFact | undefined): ToldFact => ({
  row: { list, itemId, version: Number(/\d+/.exec(eTag)?.[0]) },
  fact,
});

/** The read model of money over lists in memory: made from nothing each time, so that it is what a kept one must be. */
export const memoryValue = ({ callOffs, blockPurchases, invoices, rates, baselines }: Behind): ValueRegister => {
  const known = async () =>
    factsFrom([
      ...(await callOffs.known()).map(({ itemId, eTag, callOff }) => told('CallOffs', itemId, eTag, factOfCallOff(callOff))),
      ...(await blockPurchases.known()).map(({ itemId, eTag, state }) => told('BlockPurchases', itemId, eTag, factOfBlock(state))),
      ...(await invoices.known()).map(({ itemId, eTag, state }) => told('Invoices', itemId, eTag, factOfInvoice(state))),
      ...rates().map((rate, index) => told('RateCards', index + 1, '1', factOfRate(rate))),
      ...baselines().map((baseline, index) => told('Baselines', index + 1, '1', factOfBaseline(baseline))),
    ]);
  return { known, recount: async () => ({ was: await known(), is: await known() }) };
};
