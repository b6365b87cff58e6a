import { canBeBirthDate, findIdentifiers, isNhsNumber } from './find-identifier.ts';
import { isFirstName } from './find-name.ts';
import { identityWords, type PupilIdentity } from './screen-free-text.ts';

/** The school's own reference for a pupil, which tells nobody outside the school who it is. */
export type PupilReference = string & { readonly __brand: 'PupilReference' };

export type CheckedReference =
  | { readonly ok: true; readonly reference: PupilReference }
  | { readonly ok: false; readonly found: PupilIdentity | 'pattern'; readonly sentence: string };

/**
 * Checks the school's own reference for a pupil (R40): 2 to 20 letters, digits, '-' or '/', with a digit; refused when it looks like a
 * UPN, ULN, NHS number, date of birth, e-mail address or name. The reference is kept as typed, without spaces around it.
 */
export function checkPupilReference(text: string): CheckedReference {
  const reference = text.trim();
  const found = identityIn(reference);
  if (found) return { ok: false, found, sentence: `This looks like ${identityWords[found]}. ${ADVICE}` };
  if (!/^(?=.*\d)[A-Za-z\d/-]{2,20}$/u.test(reference))
    return { ok: false, found: 'pattern', sentence: `Use 2 to 20 letters, digits, hyphens or slashes, with at least one digit. ${ADVICE}` };
  return { ok: true, reference: reference as PupilReference };
}

const ADVICE = 'Enter a reference that your school made up for this pupil, such as P-0147.';

function identityIn(reference: string): PupilIdentity | undefined {
  if (reference.includes('@')) return 'email';
  const solid = reference.replace(/[\s/-]/gu, '');
  if (/^\d{10}$/u.test(solid)) return isNhsNumber(solid) ? 'nhs-number' : 'uln';
  if (/^[A-Z][A-Z\d]{12}$/iu.test(solid) && solid.replace(/\D/gu, '').length >= 9) return 'upn';
  if (hasBirthDate(reference)) return 'date-of-birth';
  if (looksLikeName(reference)) return 'name';
  return findIdentifiers(reference)[0]?.found;
}

/** '03/04/2012', '2012-04-03', '03042012', '120403', and with initials: 'JS030412'. */
function hasBirthDate(reference: string): boolean {
  const groups = reference.match(/\d+/gu) ?? [];
  const [a = '', b = '', c = ''] = groups;
  if (groups.length === 3 && b.length <= 2 && [a, c].every((part) => part.length <= 2 || part.length === 4)) return anyOrder(a, b, c);
  return groups.some((run) => {
    if (run.length === 8)
      return anyOrder(run.slice(0, 2), run.slice(2, 4), run.slice(4)) || anyOrder(run.slice(0, 4), run.slice(4, 6), run.slice(6));
    return run.length === 6 && canBeBirthDate(Number(run.slice(4)), Number(run.slice(2, 4)), Number(run.slice(0, 2)));
  });
}

/** Day, month, year or year, month, day; a year of two digits only stands last. */
function anyOrder(a: string, b: string, c: string): boolean {
  const [first, middle, last] = [Number(a), Number(b), Number(c)];
  return a.length === 4 ? canBeBirthDate(first, middle, last) : canBeBirthDate(last, middle, first);
}

/** A known first name among its words, or two capitalised words: 'Jack12', 'JaneSmith1', 'Zephyr Okafor'. */
function looksLikeName(reference: string): boolean {
  const words = reference.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? [];
  if (words.filter((word) => /\p{Lu}\p{Ll}{2}/u.test(word)).length >= 2) return true;
  return words.some((word) => isFirstName(word.toLowerCase()));
}
