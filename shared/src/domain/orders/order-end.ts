/** Why a placement ended before its planned last day, or that it ran to it. */
export const endReasons = [
  'ran-to-its-end',
  'notice-worked',
  'safeguarding',
  'agreed-with-provider',
  'pupil-moved',
  'provider-withdrew',
  'provider-held',
] as const;
export type EndReason = (typeof endReasons)[number];

/** Reasons for which a school ends a placement at once; every other end needs notice. */
export const endsAtOnce = [
  'safeguarding',
  'agreed-with-provider',
  'pupil-moved',
  'provider-withdrew',
] as const satisfies readonly EndReason[];
export type EndAtOnceReason = (typeof endsAtOnce)[number];

export const endReasonWords: Readonly<Record<EndReason, string>> = {
  'ran-to-its-end': 'It ran to its planned end',
  'notice-worked': 'Notice was given and has run out',
  safeguarding: 'To keep the pupil safe',
  'agreed-with-provider': 'Agreed with the provider',
  'pupil-moved': 'The pupil has moved to another school or area',
  'provider-withdrew': 'The provider can no longer teach the pupil',
  'provider-held': 'The provider was paused for new orders',
};

/** Where a pupil goes after the placement (row 59): a word of this list, never an address or the name of a school. */
export const destinationCodes = [
  'back-in-school',
  'another-placement',
  'another-school',
  'further-education',
  'work-or-training',
  'not-known',
] as const;
export type DestinationCode = (typeof destinationCodes)[number];

export const destinationWords: Readonly<Record<DestinationCode, string>> = {
  'back-in-school': 'Back full-time in the school that placed the pupil',
  'another-placement': 'Another placement',
  'another-school': 'Another school',
  'further-education': 'Further education',
  'work-or-training': 'Work or training',
  'not-known': 'Not known',
};

/** How far the agreed objectives were met (row 59). */
export const objectivesMet = ['met', 'partly-met', 'not-met'] as const;
export type ObjectivesMet = (typeof objectivesMet)[number];
