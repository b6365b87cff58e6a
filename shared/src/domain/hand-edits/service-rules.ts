import { statementFault } from '../money/vat-treatment.ts';
import type { Service } from '../register/service.ts';
import { changedFields, type RecordRules } from './record-rules.ts';

/** R38: what a provider stated about the VAT of a service stands with who stated it and when, or not at all. */
export const serviceRules: RecordRules<Service> = (before, after) => {
  const fault = statementFault(after);
  if (fault === undefined) return { faults: [] };
  const changed = before ? changedFields(before, after, ['vatTreatment', 'vatStatedBy', 'vatStatedOn']) : (['vatTreatment'] as const);
  return { faults: changed.map((field) => ({ field, code: 'refused-by-the-rules', sentence: fault.sentence })) };
};
