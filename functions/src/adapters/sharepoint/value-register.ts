import { KeptFacts, type ToldFact } from '@ap/shared/domain/value-for-money/kept-facts';
import {
  factOfBaseline,
  factOfBlock,
  factOfCallOff,
  factOfInvoice,
  factOfRate,
  type ValueFact,
  type ValueList,
} from '@ap/shared/domain/value-for-money/value-facts';
import { toBaseline } from '@ap/shared/lists/baselines';
import { toBlockPurchase } from '@ap/shared/lists/block-purchases';
import { toCallOff } from '@ap/shared/lists/call-offs';
import { toInvoice } from '@ap/shared/lists/invoices';
import type { Fields, ListDefinition } from '@ap/shared/lists/list';
import { toRate } from '@ap/shared/lists/rate-cards';
import type { ValueRegister } from '../../ports/value.ts';
import { versionInETag } from './list-mirror.ts';
import type { Change, Row } from './list-store.ts';
import type { KeptList, KeptLists } from './mirrors.ts';

type ListsOfValue = Pick<KeptLists, 'callOffs' | 'blockPurchases' | 'invoices' | 'rateCards' | 'baselines'>;

/** A change of one of the lists, in the words of the read model. */
type Told =
  | { readonly kind: 'row'; readonly told: ToldFact }
  | { readonly kind: 'gone'; readonly list: ValueList; readonly itemId: number };

interface Followed {
  readonly ready: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly readAll: () => Promise<readonly Told[]>;
}

/** The read model of money over its lists: what a row says is read out of it once, when it comes or changes. */
export const valueRegister = (lists: ListsOfValue): ValueRegister => {
  let kept = new KeptFacts();
  /** What happens while everything is read anew. */
  let meanwhile: Told[] | undefined;

  const hear = (facts: KeptFacts, change: Told): void => {
    if (change.kind === 'row') facts.take(change.told);
    else facts.drop(change.list, change.itemId);
  };
  const tell = (change: Told): void => {
    hear(kept, change);
    meanwhile?.push(change);
  };
  const follow = <L extends ListDefinition>(
    list: ValueList,
    { mirror, store }: KeptList<L>,
    factOf: (fields: Fields<L>) => ValueFact | undefined,
  ): Followed => {
    const toldOf = (row: Row<L>): Told => ({
      kind: 'row',
      told: { row: { list, itemId: row.id, version: versionInETag(row.eTag) }, fact: factOf(row.fields) },
    });
    mirror.watch((before, after) => {
      if (after) tell(toldOf(after));
      else if (before) tell({ kind: 'gone', list, itemId: before.id });
    });
    return {
      ready: mirror.ready,
      refresh: mirror.refresh,
      readAll: async () =>
        (await store.changes(undefined)).changes.flatMap((change: Change<L>) => (change.kind === 'row' ? [toldOf(change.row)] : [])),
    };
  };
  const followed = [
    follow('CallOffs', lists.callOffs, (fields) => factOfCallOff(toCallOff(fields))),
    follow('BlockPurchases', lists.blockPurchases, (fields) => factOfBlock(toBlockPurchase(fields))),
    follow('Invoices', lists.invoices, (fields) => factOfInvoice(toInvoice(fields))),
    follow('RateCards', lists.rateCards, (fields) => factOfRate(toRate(fields))),
    follow('Baselines', lists.baselines, (fields) => factOfBaseline(toBaseline(fields))),
  ];
  const ready = () => Promise.all(followed.map((each) => each.ready()));

  let counting: ReturnType<ValueRegister['recount']> | undefined;
  const recount = async (): ReturnType<ValueRegister['recount']> => {
    await ready();
    const since: Told[] = [];
    meanwhile = since;
    try {
      const read = await Promise.all(followed.map((each) => each.readAll()));
      // What is kept hears of everything that was read, before the two are compared.
      await Promise.all(followed.map((each) => each.refresh()));
      const rebuilt = new KeptFacts();
      for (const change of [...read.flat(), ...since]) hear(rebuilt, change);
      const was = kept.facts();
      kept = rebuilt;
      return { was, is: kept.facts() };
    } finally {
      meanwhile = undefined;
    }
  };
  return {
    known: async () => {
      await ready();
      return kept.facts();
    },
    recount: () => {
      counting ??= recount().finally(() => {
        counting = undefined;
      });
      return counting;
    },
  };
};
