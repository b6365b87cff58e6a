import * as z from 'zod/mini';
import { bookedGroups, noticeAudiences, noticeStatuses } from '../domain/notices/notice.ts';
import { sendStates } from '../domain/notices/notice-send.ts';
import { writableText } from '../domain/texts/writable-text.ts';
import { endpoint, type Told } from './endpoint.ts';
import { sendsQuery, sendsReply } from './send-record.ts';
import { lineShape, localDateShape, paragraphShape, refShape } from './values.ts';

const bodyShape = z.string().check(z.overwrite(writableText), z.trim(), z.maxLength(6_000));

const textShape = z.strictObject({
  title: lineShape,
  body: bodyShape,
  authorRole: lineShape,
  audience: z.array(z.enum(noticeAudiences)).check(z.maxLength(noticeAudiences.length)),
  publishOn: z.optional(localDateShape),
  showUntil: localDateShape,
});
export type NoticeTextBody = Told<z.infer<typeof textShape>>;

/** What can be done with a notice. */
export const noticeActs = [
  'change-notice',
  'clear-picture',
  'publish-notice',
  'recall-notice',
  'resend-notice',
  'withdraw-notice',
  'discard-notice',
] as const;
export type NoticeAct = (typeof noticeActs)[number];

const summaryParts = {
  ref: z.string(),
  title: z.string(),
  status: z.enum(noticeStatuses),
  audience: z.array(z.enum(noticeAudiences)),
  publishOn: z.optional(localDateShape),
  publishedAt: z.optional(z.string()),
  showUntil: localDateShape,
};

const managedReply = z.object({
  ...summaryParts,
  body: z.string(),
  authorRole: z.string(),
  author: z.string(),
  version: z.int(),
  picture: z.optional(z.object({ alt: z.string() })),
  /** Whether its picture can be set now. */
  takesPicture: z.boolean(),
  withdrawnBecause: z.optional(z.string()),
  /** The event to whose guests alone it goes. */
  event: z.optional(z.object({ ref: z.string(), title: z.string(), group: z.enum(bookedGroups) })),
  /** How many it would be sent to today. */
  reaches: z.int(),
  /** How many messages stand how; none before it went out. */
  sends: z.record(z.enum(sendStates), z.int()),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) })),
  may: z.array(z.enum(noticeActs)),
});
export type ManagedNoticeReply = Told<z.infer<typeof managedReply>>;

const byRef = z.object({ ref: refShape });

export const listManagedNotices = endpoint({
  name: 'listManagedNotices',
  summary: 'Every notice in every state, for commissioners, what was changed last first',
  method: 'GET',
  path: '/managed-notices',
  roles: ['commissioner'],
  reply: z.object({ notices: z.array(z.object(summaryParts)) }),
});
export type ManagedNotice = Told<z.infer<typeof listManagedNotices.reply>['notices'][number]>;

export const getManagedNotice = endpoint({
  name: 'getManagedNotice',
  summary: 'One notice as commissioners see it: how many it reaches, and how its messages stand',
  method: 'GET',
  path: '/managed-notices/{ref}',
  roles: ['commissioner'],
  params: byRef,
  reply: managedReply,
});

export const listNoticeSends = endpoint({
  name: 'listNoticeSends',
  summary: 'The send record of a notice: each recipient with what became of the message, a hundred at a time',
  method: 'GET',
  path: '/managed-notices/{ref}/sends',
  roles: ['commissioner'],
  params: byRef,
  query: sendsQuery,
  reply: sendsReply,
});

export const writeNotice = endpoint({
  name: 'writeNotice',
  summary: 'Write a notice: it stays a draft until it is published (row 65)',
  method: 'POST',
  path: '/managed-notices',
  roles: ['commissioner'],
  idempotent: true,
  success: 201,
  /** `event`: of its audience it goes to those alone who booked that event, or came. */
  body: z.strictObject({ text: textShape, event: z.optional(z.strictObject({ ref: refShape, group: z.enum(bookedGroups) })) }),
  reply: managedReply,
});

/** `seen`: the version that whoever acts has read; another one is refused. */
const seen = z.int();

/** 200 kB in base64, and the words around them. */
const mostPictureUpload = 300 * 1024;

export const setNoticePicture = endpoint({
  name: 'setNoticePicture',
  summary: 'Give a draft its picture, PNG or JPEG of up to 200 kB, with what it shows in words (row 65)',
  method: 'POST',
  path: '/managed-notices/{ref}/picture',
  roles: ['commissioner'],
  idempotent: true,
  params: byRef,
  bodyLimit: mostPictureUpload,
  body: z.strictObject({
    seen,
    alt: lineShape,
    /** The picture in base64. */
    content: z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'is not base64')),
  }),
  reply: managedReply,
});

export const actOnNotice = endpoint({
  name: 'actOnNotice',
  summary: 'Change, publish, recall, send again to those it did not reach, withdraw or discard a notice (row 65)',
  method: 'POST',
  path: '/managed-notices/{ref}/acts',
  roles: ['commissioner'],
  idempotent: true,
  params: byRef,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change-notice'), seen, text: textShape }),
    z.strictObject({ kind: z.literal('clear-picture'), seen }),
    z.strictObject({ kind: z.literal('publish-notice'), seen }),
    z.strictObject({ kind: z.literal('recall-notice'), seen }),
    z.strictObject({ kind: z.literal('resend-notice'), seen }),
    z.strictObject({ kind: z.literal('withdraw-notice'), seen, reason: paragraphShape }),
    z.strictObject({ kind: z.literal('discard-notice'), seen }),
  ]),
  reply: managedReply,
});

/** Operations of commissioners on notices. Apart, so that nobody else's browser loads their shapes. */
export const managedNoticesApi = {
  listManagedNotices,
  getManagedNotice,
  listNoticeSends,
  writeNotice,
  setNoticePicture,
  actOnNotice,
} as const;
