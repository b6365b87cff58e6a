import type { ColumnDefinition } from '@ap/shared/lists/column-definition';
import type { PresentView } from './present-list.ts';

/** What may change of a column that is there: everything but its name and the members of its type that keep old values readable. */
export type ColumnChange = Partial<Omit<ColumnDefinition, 'name'>>;

/** One step of provisioning. Each can be carried out again without harm. */
export type Action = { readonly list: string } & (
  | { readonly kind: 'create-list'; readonly description: string }
  | { readonly kind: 'describe-list'; readonly description: string }
  | { readonly kind: 'add-column'; readonly column: ColumnDefinition }
  | { readonly kind: 'change-column'; readonly column: string; readonly change: ColumnChange }
  | { readonly kind: 'keep-versions'; readonly versionLimit: number }
  | { readonly kind: 'set-view'; readonly view: PresentView }
  | { readonly kind: 'format-column'; readonly column: string; readonly formatter: string }
  | { readonly kind: 'make-read-only' }
  /** Closes a list to everybody; where it is to named people they may then read or edit it. */
  | { readonly kind: 'restrict'; readonly access: 'read' | 'edit'; readonly to: 'to-named' | 'to-nobody' }
);

/**
 * A change that would lose or reinterpret what people entered, or take over a list that is not the register's: then there is no column. It is never made
 * here; `sentence` says why and what to do.
 */
export interface RefusedChange {
  readonly list: string;
  readonly column?: string;
  readonly sentence: string;
}

export interface Plan {
  readonly actions: readonly Action[];
  readonly refused: readonly RefusedChange[];
}
