import type { Phase } from './buyer.ts';
import type { BuyerType } from './buyer-type.ts';

/**
 * How the register of schools (GIAS) names types of establishment, tried in order. Special and alternative provision come before
 * academies: a special academy is a special school to the framework, and alternative provision academies are pupil referral units.
 */
const typeRules: readonly (readonly [pattern: RegExp, type: BuyerType])[] = [
  [/pupil referral|alternative provision/i, 'pupil-referral-unit'],
  [/independent|non-maintained/i, 'independent-school'],
  [/further education|sixth form|16[- ]?plus|post 16|16-19/i, 'further-education'],
  [/special/i, 'special-school'],
  [/academy|free school|studio school|university technical|city technology/i, 'academy'],
  [/^(community|foundation|voluntary (aided|controlled)) school$|local authority nursery/i, 'maintained-school'],
];

/** The buyer type of an establishment. A blank, or a word that no rule knows, is `not-known`: it may search but not buy. */
export const buyerTypeOf = (establishmentType: string): BuyerType =>
  typeRules.find(([pattern]) => pattern.test(establishmentType.trim()))?.[1] ?? 'not-known';

const phaseRules: readonly (readonly [pattern: RegExp, phase: Phase])[] = [
  [/^middle/i, 'middle'],
  [/^primary/i, 'primary'],
  [/^secondary/i, 'secondary'],
  [/^all[- ]through/i, 'all-through'],
  [/^16[- ]?plus/i, 'sixteen-plus'],
];

/** The phase of an establishment; a special school's is `special` whatever the register says. Blank stays `not-known`. */
export const phaseOf = (phase: string, type: BuyerType): Phase =>
  type === 'special-school' ? 'special' : (phaseRules.find(([pattern]) => pattern.test(phase.trim()))?.[1] ?? 'not-known');
