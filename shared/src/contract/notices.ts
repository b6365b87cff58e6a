import * as z from 'zod/mini';
import { pictureTypes } from '../domain/notices/notice-picture.ts';
import { memberRoles } from '../domain/people/membership.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, refShape } from './values.ts';

const summaryParts = {
  ref: z.string(),
  title: z.string(),
  authorRole: z.string(),
  publishedAt: z.string(),
  showUntil: localDateShape,
};

const noticeReply = z.object({
  ...summaryParts,
  /** Plain text: a blank line begins a paragraph. */
  body: z.string(),
  /** What its picture shows, where it has one. */
  picture: z.optional(z.object({ alt: z.string() })),
  /** S12: whom its readers contact about it. */
  publisher: z.object({ name: z.string(), email: z.string() }),
});
export type NoticeReply = Told<z.infer<typeof noticeReply>>;

export const listNotices = endpoint({
  name: 'listNotices',
  summary: "Notices for the caller's schools and departments that are shown today, the newest first (row 65)",
  method: 'GET',
  path: '/notices',
  roles: memberRoles,
  openToWebPart: true,
  /** `begins`: how its text begins. */
  reply: z.object({ notices: z.array(z.object({ ...summaryParts, begins: z.string() })) }),
});
export type NoticeSummary = Told<z.infer<typeof listNotices.reply>['notices'][number]>;

export const getNotice = endpoint({
  name: 'getNotice',
  summary: 'One notice, for whoever it is for, while it is shown (row 65)',
  method: 'GET',
  path: '/notices/{ref}',
  roles: memberRoles,
  openToWebPart: true,
  params: z.object({ ref: refShape }),
  reply: noticeReply,
});

export const getNoticePicture = endpoint({
  name: 'getNoticePicture',
  summary: 'The picture of a notice, for whoever may read it; for commissioners in every state (row 65)',
  method: 'GET',
  path: '/notices/{ref}/picture',
  roles: memberRoles,
  openToWebPart: true,
  params: z.object({ ref: refShape }),
  /** Its bytes in base64. */
  reply: z.object({ type: z.enum(pictureTypes), content: z.string() }),
});

/** Operations of whoever reads notices. */
export const noticesApi = { listNotices, getNotice, getNoticePicture } as const;
