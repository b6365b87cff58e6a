import type { AuditWork, MovingRecord } from '../call-off/decider.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { Person } from '../people/person.ts';
import type { BuyerType } from '../register/buyer-type.ts';
import type { NoticeAction } from './notice-action.ts';
import type { NoticePicture } from './notice-picture.ts';

/** Whom a notice can be for: buyers by their type, and the providers of the framework. */
export const noticeAudiences = [
  'council-department',
  'maintained-school',
  'academy',
  'special-school',
  'further-education',
  'provider',
] as const satisfies readonly (BuyerType | 'provider')[];
export type NoticeAudience = (typeof noticeAudiences)[number];

/** Each audience as people read it: many of them. */
export const noticeAudienceNames: Readonly<Record<NoticeAudience, string>> = {
  'council-department': 'Council departments',
  'maintained-school': 'Maintained schools',
  academy: 'Academies',
  'special-school': 'Special schools',
  'further-education': 'Further education colleges',
  provider: 'Providers',
};

export const noticeStatuses = ['draft', 'scheduled', 'published', 'expired', 'withdrawn', 'discarded'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

/** Whom a message of a notice goes to: everybody of its audience, or those alone whom it did not reach before. */
export const noticeRounds = ['everybody', 'failed'] as const;
export type NoticeRound = (typeof noticeRounds)[number];

/** Of those who booked an event: all of them, or whoever came. */
export const bookedGroups = ['booked', 'came'] as const;
export type BookedGroup = (typeof bookedGroups)[number];

export const bookedGroupNames: Readonly<Record<BookedGroup, string>> = {
  booked: 'Everybody who booked',
  came: 'Those who came',
};

/** The event that a notice is about: of its audience it goes to these alone. */
export interface NoticeEvent {
  readonly ref: string;
  readonly group: BookedGroup;
}

/** What a decision about a notice asks the world to do. */
export type NoticeWork = { readonly kind: 'send-notice'; readonly to: NoticeRound } | AuditWork<NoticeAction>;

/** What a commissioner writes. Plain text: a blank line begins a paragraph, and nothing in it is markup. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
  /** In what role its author speaks, such as 'SEND Commissioner'. */
  readonly authorRole: string;
  readonly audience: readonly NoticeAudience[];
  /** The day on whose morning it goes out; at once where there is none. */
  readonly publishOn?: LocalDate | undefined;
  /** The last day on which its readers see it. */
  readonly showUntil: LocalDate;
}

/** Row 65: a notice to audiences. Whom it was sent to, and how that ended, is recorded beside it, one row for each recipient. */
export interface Notice extends MovingRecord<NoticeWork>, NoticeText {
  readonly status: NoticeStatus;
  /** Who wrote it last, and so whom readers contact. */
  readonly author: Person;
  readonly picture?: NoticePicture | undefined;
  readonly event?: NoticeEvent | undefined;
  readonly publishedAt?: string | undefined;
  readonly withdrawnBecause?: string | undefined;
}

/** The paragraphs of a plain text, as they are shown and mailed. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** Whether its readers see it on a day. */
export const isShown = ({ status, showUntil }: Pick<Notice, 'status' | 'showUntil'>, today: LocalDate): boolean =>
  status === 'published' && today <= showUntil;
