/** A literal of a `$filter`. `bare` is an unquoted word that is no number, true, false or null: a moment. */
export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'bare'; readonly value: string };

export type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith';

export interface Comparison {
  readonly kind: 'compare';
  /** As written, e.g. `fields/Status`. */
  readonly path: string;
  readonly operator: Operator;
  readonly literal: Literal;
}

export type Filter = Comparison | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter };
