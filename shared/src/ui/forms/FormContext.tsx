import * as React from 'react';
import type { FormError } from './form-error.ts';

interface FormState {
  readonly id: string;
  readonly errors: readonly FormError[];
}

const Context = React.createContext<FormState>({ id: 'form', errors: [] });

export const FormContextProvider = Context.Provider;

/** The element id of a field: unique on the page, because two web parts may show the same form. */
export const fieldId = (formId: string, field: string): string => `${formId}-${field}`;

/** A field's element id and, after submission, what is wrong with it. */
export const useFormField = (field: string): { readonly id: string; readonly error: string | undefined } => {
  const { id, errors } = React.useContext(Context);
  return { id: fieldId(id, field), error: errors.find((error) => error.field === field)?.message };
};
