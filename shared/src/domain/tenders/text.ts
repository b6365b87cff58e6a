import { findIdentifiers, type IdentifierKind } from '../pupils/find-identifier.ts';
import { type Refusal, refused } from '../refusal.ts';
import { isWebAddress } from '../texts/web-address.ts';

/** What can only be a pupil's. A provider's own texts rightly hold phone numbers, postcodes and names of staff. */
const ofPupils: readonly IdentifierKind[] = ['upn', 'nhs-number', 'date-of-birth'];

/** Why a text cannot be kept: it is empty, longer than `most` characters, or holds what identifies a pupil (R40). */
export const textFault = (text: string, what: string, field: string, most = 2_000): Refusal | undefined => {
  if (text.trim() === '') return refused('text-required', `Enter ${what}.`, field);
  if (text.length > most) return refused('text-too-long', `Shorten ${what} to ${most} characters or fewer.`, field);
  return pupilFault(text, what, field);
};

/** R40: no pupil's number or date of birth in any text. */
export const pupilFault = (text: string, what: string, field: string): Refusal | undefined =>
  findIdentifiers(text).some(({ found }) => ofPupils.includes(found))
    ? refused('text-names-a-pupil', `Take out of ${what} whatever could identify a pupil, such as a date of birth or a UPN.`, field)
    : undefined;

/** Evidence is a link to a file in the council's own library or a public notice, never the file. */
export const linkFault = (link: string, what: string, field: string): Refusal | undefined =>
  isWebAddress(link, 1_000) ? undefined : refused('link-not-allowed', `Enter ${what} as a link that begins with https://.`, field);

/** The first fault of several checks. */
export const firstFault = (...faults: readonly (Refusal | undefined)[]): Refusal | undefined => faults.find((fault) => fault);
