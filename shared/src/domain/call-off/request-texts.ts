import type { PupilIdentity } from '../pupils/screen-free-text.ts';

/** Free texts of a request, with what each may hold by its purpose: an invoice address has a postcode, and a finance officer a name. */
export const requestTexts: Readonly<Record<'objectives' | 'billTo' | 'costCode', readonly PupilIdentity[]>> = {
  objectives: [],
  billTo: ['postcode', 'email', 'phone', 'name'],
  costCode: ['uln', 'nhs-number', 'phone'],
};

/** Days as typed: a mistyped one may look like a date of birth, and is none. */
export const typedDays: readonly string[] = ['startDate', 'endDate', 'excludedFrom'];

/** What a text of this name may hold; nothing, for a text that is not among them. */
export const allowedIn = (field: string): readonly PupilIdentity[] =>
  Object.hasOwn(requestTexts, field) ? requestTexts[field as keyof typeof requestTexts] : [];
