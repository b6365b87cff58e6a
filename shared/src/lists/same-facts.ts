import type { Differing } from './differing.ts';
import type { Fields, ListDefinition } from './list.ts';

/** The name of the fact that a column holds: its own, with a small letter, where `names` has no other. */
type FactOf<Column extends string, Names> = Column extends keyof Names ? Names[Column] : Uncapitalize<Column>;

/** What the columns of a list hold, under the names of the facts. The note of the app is of the row, not of what the row is about. */
type FactsOf<L extends ListDefinition, Names> = {
  [Column in keyof Fields<L> & string as Column extends 'SystemNote' ? never : FactOf<Column, Names> & string]: Fields<L>[Column];
};

/**
 * A row of a list and what it is about, each read from the other, where every column holds one fact: `LegalName` is `legalName`, and `names` says which are
 * called otherwise. A column is added in the list and in the type, and nowhere else; where one of both is forgotten it does not compile, and says which.
 */
export const sameFacts =
  <T>() =>
  <L extends ListDefinition, const Names extends { readonly [Column in keyof L['columns']]?: keyof T & string }>(
    list: L,
    names: Names &
      ([Differing<Required<FactsOf<L, Names>>, Required<T>>] extends [never]
        ? unknown
        : { readonly differsIn: Differing<Required<FactsOf<L, Names>>, Required<T>> }),
  ): { readonly to: (fields: Fields<L>) => T; readonly from: (facts: T) => Fields<L> } => {
    const pairs = Object.keys(list.columns)
      .filter((column) => column !== 'SystemNote')
      .map(
        (column) => [column, (names as Readonly<Record<string, string>>)[column] ?? column[0]?.toLowerCase() + column.slice(1)] as const,
      );
    // That names and types are the same is what the compiler was asked above.
    return {
      to: (fields) => Object.fromEntries(pairs.map(([column, fact]) => [fact, (fields as Readonly<Record<string, unknown>>)[column]])) as T,
      from: (facts) =>
        Object.fromEntries(
          pairs.map(([column, fact]) => [column, (facts as Readonly<Record<string, unknown>>)[fact]]),
        ) as unknown as Fields<L>,
    };
  };
