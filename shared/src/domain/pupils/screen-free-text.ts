import { findIdentifiers, type IdentifierKind } from './find-identifier.ts';
import { findName, type Span } from './find-name.ts';

/** What a text gives away about a pupil. */
export type PupilIdentity = IdentifierKind | 'name';

/** What a text about adults at work and their premises may hold: all but what only a pupil has. */
export const ofGrownUps: readonly PupilIdentity[] = ['name', 'email', 'phone', 'postcode', 'uln'];

/** Something that could identify a pupil: what, where in the text, and a sentence that does not repeat it. */
export interface IdentityFound extends Span {
  readonly ok: false;
  readonly found: PupilIdentity;
  readonly sentence: string;
}

export type Screened = { readonly ok: true } | IdentityFound;

/** Each in words, after 'this looks like'. */
export const identityWords: Readonly<Record<PupilIdentity, string>> = {
  email: 'an e-mail address',
  phone: 'a phone number',
  postcode: 'a full postcode',
  upn: 'a unique pupil number',
  'nhs-number': 'an NHS number',
  uln: 'a unique learner number',
  'date-of-birth': 'a date of birth',
  name: "a person's name",
};

/**
 * Screens free text before it is kept, sent or logged (R40): no pupil's name, date of birth, number, address or contact.
 * `allow` lets kinds through that a field is for, such as the postcode of an invoice address.
 */
export function screenFreeText(text: string, allow: readonly PupilIdentity[] = []): Screened {
  const identifier = findIdentifiers(text).find(({ found }) => !allow.includes(found));
  if (identifier) return { ok: false, ...identifier, sentence: sentenceFor(identifier.found) };
  const name = allow.includes('name') ? undefined : findName(text);
  return name ? { ok: false, found: 'name', ...name, sentence: sentenceFor('name') } : { ok: true };
}

function sentenceFor(found: PupilIdentity): string {
  const advice = found === 'name' ? 'Write "the pupil", or the role of a member of staff.' : 'Leave out whatever could identify a pupil.';
  return `This text seems to contain ${identityWords[found]}. ${advice}`;
}
