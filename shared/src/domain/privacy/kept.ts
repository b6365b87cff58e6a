import type { LocalDate } from '../days/local-date.ts';

/** Kinds of record of which the whole row is deleted so long after a day of theirs. */
export type DatedKind =
  | 'invoice'
  | 'unsuccessful-application'
  | 'awarded-application'
  | 'round'
  | 'awarded-round'
  | 'unsuccessful-award'
  | 'award'
  | 'price-book'
  | 'block-purchase'
  | 'lapsed-block-purchase'
  | 'concern'
  | 'harm'
  | 'visit'
  | 'own-check'
  | 'provider-change'
  | 'vat-statement'
  | 'notice'
  | 'off-framework'
  | 'event'
  | 'survey'
  | 'member'
  | 'choice';

/** A record as its time is reckoned. */
export type Kept =
  | {
      readonly kind: DatedKind;
      readonly ref: string;
      /** From which its rule counts: of an invoice; on which the last award of its round was decided; on which its framework ends; on which it was closed. */
      readonly lastDay: LocalDate;
      readonly needed?: string | undefined;
    }
  | {
      readonly kind: 'placement' | 'came-to-nothing';
      readonly ref: string;
      readonly lastDay: LocalDate;
      readonly pupilErased: boolean;
      /** Why it is still needed as it is (`whyStillNeeded`). */
      readonly needed?: string | undefined;
    }
  | { readonly kind: 'enquiry'; readonly ref: string; readonly keepUntil: LocalDate; readonly needed?: string | undefined }
  | { readonly kind: 'draft' | 'saved-search'; readonly ref: string; readonly savedOn: LocalDate };

/** A record that is kept in a list. */
export type KeptRecord = Exclude<Kept, { readonly kind: 'draft' | 'saved-search' }>;
