import type { GivenCommand } from '../call-off/decider.ts';
import { commissionersOf, type Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';
import type { NoticeEvent, NoticeText } from './notice.ts';
import type { NoticePicture } from './notice-picture.ts';

/** In what capacity somebody acts on a notice. `product` is the clock, never a person. */
export const noticeRoles = ['commissioner', 'product'] as const;
export type NoticeRole = (typeof noticeRoles)[number];

/** Each role in words, as a refusal names it. */
export const noticeRoleNames: Readonly<Record<NoticeRole, string>> = {
  commissioner: 'a commissioner',
  product: 'the product itself',
};

/** In which roles a signed-in person acts on notices. */
export const noticeRolesOf = (person: PersonId, councilMembers: readonly Membership[]): readonly NoticeRole[] =>
  commissionersOf(councilMembers).some((each) => samePerson(each, person)) ? ['commissioner'] : [];

type Given<Kind extends string, Told = unknown> = GivenCommand & { readonly kind: Kind } & Told;

export type WriteNotice = Given<
  'write-notice',
  { readonly ref: string; readonly text: NoticeText; readonly event?: NoticeEvent | undefined }
>;

export type CommandOnNotice =
  | Given<'change-notice', { readonly text: NoticeText }>
  | Given<'set-picture', { readonly picture: NoticePicture }>
  | Given<'clear-picture'>
  | Given<'publish-notice'>
  | Given<'recall-notice'>
  | Given<'release-notice'>
  | Given<'resend-notice'>
  | Given<'withdraw-notice', { readonly reason: string }>
  | Given<'discard-notice'>
  | Given<'expire-notice'>;

export type NoticeCommandKind = CommandOnNotice['kind'] | WriteNotice['kind'];

/** What the edge reads for a command. */
export interface NoticeFacts {
  readonly roles: readonly NoticeRole[];
  /** How many recipients it did not reach. Read where it is sent again. */
  readonly failed?: number | undefined;
}
