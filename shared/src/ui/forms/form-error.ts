/** What is wrong with an answer, in the words that stand both in the summary and beside the field. `field` is '' when no field is at fault. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}
