import type { QaStandard } from './standard.ts';

/** R16: that the checks of staff were made, and stand on one record. */
const staffConfirmations = [
  'enhanced-dbs-with-barred-list',
  'identity',
  'right-to-work',
  'qualifications',
  'medical-fitness',
  'prohibition-orders',
  'section-128',
  'agency-staff',
  'single-central-record',
] as const;

/** What the person who passes a check says they have seen to. Never what a certificate or a disclosure says. */
export const confirmations = [
  ...staffConfirmations,
  'lead-named',
  'lead-trained',
  'lado-route-known',
  'policies-reviewed',
  'public-liability',
  'employers-liability',
  'professional-indemnity',
  'registration-position',
] as const;
export type Confirmation = (typeof confirmations)[number];

const needed: Partial<Record<QaStandard, readonly Confirmation[]>> = {
  'staff-checks': staffConfirmations,
  'barred-list-dbs': ['enhanced-dbs-with-barred-list'],
  'section-128': ['section-128'],
  // R17
  'safeguarding-lead': ['lead-named', 'lead-trained', 'lado-route-known'],
  policies: ['policies-reviewed'],
  // R18
  insurance: ['public-liability', 'employers-liability'],
  // R12, R20
  registration: ['registration-position'],
};

/** What must be confirmed to pass a check of this standard. R18: who offers therapy needs professional indemnity as well. */
export const neededConfirmations = (standard: QaStandard, offersTherapy: boolean): readonly Confirmation[] => {
  const always = needed[standard] ?? [];
  return standard === 'insurance' && offersTherapy ? [...always, 'professional-indemnity'] : always;
};

/** Most months that a pass holds from the training or the review that it rests on (R17). */
export const longestValidity: Partial<Record<QaStandard, number>> = { 'safeguarding-lead': 24, policies: 12 };
