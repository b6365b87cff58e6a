import type { PersonKey } from '../person.ts';
import type { TenderAction } from './action.ts';

export const tenderAudiences = [
  'commissioners',
  'applicant',
  'all-applicants',
  'panel',
  'evaluator',
  'award-approvers',
  'provider',
] as const;
export type TenderAudience = (typeof tenderAudiences)[number];

/** What a decision about a tender asks the world to do. Ids and enums only: whoever performs it reads the record. */
export type TenderWork =
  | { readonly kind: 'record-audit'; readonly action: TenderAction; readonly actor: PersonKey }
  /** Tells people what this command did. */
  | { readonly kind: 'tell'; readonly audience: TenderAudience; readonly news: TenderAction }
  | { readonly kind: 'cancel-rounds' }
  /** Makes what evaluation works on, once a round has closed: applications enter or lapse, and each lot of an application becomes a record. */
  | { readonly kind: 'enter-applications' }
  | { readonly kind: 'enter-lots' }
  /** A card and a mail to each award approver who may decide. */
  | { readonly kind: 'ask-award-approval' }
  | { readonly kind: 'send-agreement' }
  /** Gives a part of the award to the record that keeps it; see award/enablement.ts. */
  | { readonly kind: 'confirm-prices'; readonly bookRef: string }
  | { readonly kind: 'release-prices'; readonly bookRef: string }
  | { readonly kind: 'enable-lots'; readonly providerRef: string }
  | { readonly kind: 'hand-over-provider'; readonly providerRef: string }
  /** Writes the rows of RateCards that this version of a price book approved or superseded. */
  | { readonly kind: 'publish-rates' }
  /** Carries an award's outcome back to the applications for its lots. */
  | { readonly kind: 'note-outcomes' };

/** One pending effect. Its id is made from record, version and place: the same decision always makes the same ids. */
export type TenderEffect = TenderWork & { readonly id: string; readonly version: number; readonly madeAt: string };

/** Numbers the effects of one decision. */
export const numberTenderEffects = (ref: string, version: number, madeAt: string, works: readonly TenderWork[]): readonly TenderEffect[] =>
  works.map((work, index) => ({ ...work, id: `${ref}-v${version}-${index}`, version, madeAt }));
