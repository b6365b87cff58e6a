import type { PersonKey } from '../people/person.ts';
import type { TenderAction } from './action.ts';

export const tenderAudiences = ['commissioners', 'applicant', 'all-applicants', 'panel', 'evaluator', 'provider'] as const;
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
  /** A card for one award approver who may decide, or a mail where no card arrives. */
  | { readonly kind: 'ask-award-approval'; readonly to: PersonKey }
  /** Brings the cards of approvers up to date: nobody keeps a live button on a decided award. */
  | { readonly kind: 'refresh-award-cards' }
  | { readonly kind: 'send-agreement' }
  /** Carries a part of an award to the record that keeps it; see award/enablement.ts. */
  | { readonly kind: 'confirm-prices'; readonly bookRef: string }
  /** Where nothing is reserved there is nothing to release: it is done. */
  | { readonly kind: 'release-prices'; readonly bookRef: string }
  | { readonly kind: 'admit-provider'; readonly providerRef: string }
  /** Enters the services that the award describes for the first time. */
  | { readonly kind: 'enter-services' }
  /** Comes again until the lists show that the award is carried out. */
  | { readonly kind: 'confirm-in-force' }
  /** Writes the rows of RateCards that this version of a price book approved or superseded. */
  | { readonly kind: 'publish-rates' }
  /** Carries the ranking of a lot to the applications that it ranks. */
  | { readonly kind: 'note-ranking' }
  /** Carries an award's outcome back to the applications for its lots. */
  | { readonly kind: 'note-outcomes' };
