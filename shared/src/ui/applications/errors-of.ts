import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';

/** The field that a JSON pointer names: '/offers/0/price' is 'offers-0-price'. */
const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '-');

/** What the server refuses, each at its field where the form shows that one, or a part of it; else as a line of its own. */
export const errorsOf = (error: unknown, fields: readonly string[]): readonly FormError[] =>
  faultsOf(error).map(({ pointer, detail }) => {
    const named = fieldOf(pointer);
    return {
      field: fields.find((field) => field === named) ?? fields.find((field) => named !== '' && field.startsWith(`${named}-`)) ?? '',
      message: detail,
    };
  });
