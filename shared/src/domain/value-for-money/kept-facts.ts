import {
  type BaselineFact,
  type BlockFact,
  type InvoiceFact,
  type OrderFact,
  type RateFact,
  type SourceRow,
  type ValueFact,
  type ValueList,
  valueLists,
} from './value-facts.ts';

/** What a row says by now, with where it lies; `fact` is absent where no figure is made of it, as of a request that is no order yet. */
export interface ToldFact {
  readonly row: SourceRow;
  readonly fact: ValueFact | undefined;
}

/** A fact with the row that says so. */
export type Sourced<Fact extends ValueFact> = Fact & { readonly row: SourceRow };

/** Everything that figures are made of, each list by the numbers of its items: in the same order however the rows came. */
export interface MoneyFacts {
  readonly orders: readonly Sourced<OrderFact>[];
  readonly blocks: readonly Sourced<BlockFact>[];
  readonly invoices: readonly Sourced<InvoiceFact>[];
  readonly rates: readonly Sourced<RateFact>[];
  readonly baselines: readonly Sourced<BaselineFact>[];
}

/**
 * Row 69: the read model of money. It takes each row as it comes, changes and goes, and says of what the figures are made: the same whether the rows were told one
 * change at a time or all at once from nothing.
 */
export class KeptFacts {
  readonly #lists = new Map<ValueList, KeptRows>(valueLists.map((list) => [list, { rows: new Map(), inOrder: undefined }]));

  /** A row as it is. One that is older than what is known already, as a page that was read while somebody wrote, changes nothing. */
  take({ row, fact }: ToldFact): void {
    const kept = this.#of(row.list);
    const known = kept.rows.get(row.itemId);
    if (known && known.row.version > row.version) return;
    kept.rows.set(row.itemId, { row, fact: fact && { ...fact, row } });
    kept.inOrder = undefined;
  }

  /** A row that is not there any more. */
  drop(list: ValueList, itemId: number): void {
    const kept = this.#of(list);
    kept.rows.delete(itemId);
    kept.inOrder = undefined;
  }

  facts(): MoneyFacts {
    return {
      orders: this.#inOrder('CallOffs'),
      blocks: this.#inOrder('BlockPurchases'),
      invoices: this.#inOrder('Invoices'),
      rates: this.#inOrder('RateCards'),
      baselines: this.#inOrder('Baselines'),
    };
  }

  #of(list: ValueList): KeptRows {
    return this.#lists.get(list) as KeptRows;
  }

  /** A list that nobody wrote to since is not put in order again. */
  #inOrder<List extends ValueList>(list: List): readonly Sourced<Extract<ValueFact, { readonly list: List }>>[] {
    const kept = this.#of(list);
    kept.inOrder ??= [...kept.rows.values()].flatMap(({ fact }) => fact ?? []).sort((a, b) => a.row.itemId - b.row.itemId);
    return kept.inOrder as readonly Sourced<Extract<ValueFact, { readonly list: List }>>[];
  }
}

/** The rows of one list by the numbers of their items. */
interface KeptRows {
  readonly rows: Map<number, { readonly row: SourceRow; readonly fact: Sourced<ValueFact> | undefined }>;
  inOrder: readonly Sourced<ValueFact>[] | undefined;
}

/** Everything that these rows say, from nothing. */
export const factsFrom = (rows: readonly ToldFact[]): MoneyFacts => {
  const kept = new KeptFacts();
  for (const each of rows) kept.take(each);
  return kept.facts();
};
