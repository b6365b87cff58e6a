import type { FieldProps } from '@fluentui/react-field';

/** What every field of the kit is told. Labels say '(optional)'; there are no asterisks. */
export interface QuestionProps {
  /** The answer's name, by which errors find the field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

/** The hint and then the message stand between label and box, where they are read before anything is typed; Fluent puts them below. */
const above = { order: -2 };

/**
 * Props of Fluent's Field for a question. The message is not an alert of its own: the summary has the focus and says it, and ten alerts at
 * once would all be shouted (fluentui#26032).
 */
export const fieldProps = ({ label, hint, optional }: QuestionProps, error: string | undefined, htmlFor?: string): FieldProps => ({
  label: { children: labelText(label, optional), style: { order: -3 }, ...(htmlFor === undefined ? {} : { htmlFor }) },
  ...(hint === undefined ? {} : { hint: { children: hint, style: above } }),
  ...(error === undefined
    ? {}
    : { validationState: 'error' as const, validationMessage: { children: error, role: undefined, style: { order: -1 } } }),
});

export const labelText = (label: string, optional: boolean | undefined): string => (optional ? `${label} (optional)` : label);
