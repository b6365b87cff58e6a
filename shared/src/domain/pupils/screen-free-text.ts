import { findIdentifiers, type IdentifierKind } from './find-identifier.ts';
import { findName, type Span } from './find-name.ts';

/** What a text gives away about a pupil. */
export type PupilIdentity = IdentifierKind | 'name';

/** What else a text says of what was found, so that it identifies no pupil there. `advice`: how to write it so, for whoever is refused. */
export interface Excuse {
  readonly of: PupilIdentity;
  readonly excuses: (text: string, found: Span) => boolean;
  readonly advice: string;
}

/** What a text may be allowed to hold: a kind, wherever it stands, or what of a kind is excused. */
export type MayHold = PupilIdentity | Excuse;

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
export function screenFreeText(text: string, allow: readonly MayHold[] = []): Screened {
  const identifier = findIdentifiers(text).find(({ found, ...span }) => !allow.some((may) => isAllowed(may, found, text, span)));
  if (identifier) return { ok: false, ...identifier, sentence: sentenceFor(identifier.found, allow) };
  const name = allow.includes('name') ? undefined : findName(text);
  return name ? { ok: false, found: 'name', ...name, sentence: sentenceFor('name', allow) } : { ok: true };
}

const isAllowed = (may: MayHold, found: PupilIdentity, text: string, span: Span): boolean =>
  typeof may === 'string' ? may === found : may.of === found && may.excuses(text, span);

const adviceFor = (found: PupilIdentity, allow: readonly MayHold[]): string => {
  if (found === 'name') return 'Write "the pupil", or the role of a member of staff.';
  const excuse = allow.find((may) => typeof may !== 'string' && may.of === found);
  return typeof excuse === 'object' ? excuse.advice : 'Leave out whatever could identify a pupil.';
};

const sentenceFor = (found: PupilIdentity, allow: readonly MayHold[]): string =>
  `This text seems to contain ${identityWords[found]}. ${adviceFor(found, allow)}`;
