/** What the audit chain calls what an operator does to the running of the product. `register-restored`: what stands before it is of the time before. */
export const operationActions = ['register-restored', 'effect-replayed', 'effect-set-aside'] as const;
export type OperationAction = (typeof operationActions)[number];
