import * as z from 'zod';
import { bookedGroups, type Notice, noticeAudiences, noticeRounds, noticeStatuses } from '../domain/notices/notice.ts';
import { noticeActions } from '../domain/notices/notice-action.ts';
import { pictureTypes } from '../domain/notices/notice-picture.ts';
import { choice, day, instant, json, longText, multiChoice, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, person, shapeOf } from './record-shape.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('send-notice'), to: z.enum(noticeRounds) }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(noticeActions), actor: key }),
]);

const noticeState = shapeOf<Notice>()(
  z.strictObject({
    ...bookkeeping,
    status: z.enum(noticeStatuses),
    title: z.string(),
    body: z.string(),
    authorRole: z.string(),
    audience: z.array(z.enum(noticeAudiences)),
    publishOn: localDate.optional(),
    showUntil: localDate,
    author: person,
    picture: z.strictObject({ hash: z.string(), type: z.enum(pictureTypes), alt: z.string() }).optional(),
    event: z.strictObject({ ref: z.string(), group: z.enum(bookedGroups) }).optional(),
    publishedAt: z.string().optional(),
    withdrawnBecause: z.string().optional(),
    outbox: z.array(effect),
  }),
);

/** `State` is the truth; every other column is written from it. Whom a notice was sent to lies in a table: a school year of them would not fit a list. */
export const notices = defineList({
  title: 'Notices',
  description:
    'What commissioners tell schools, departments, colleges and providers (row 65). Read only for people: a notice is written under Commissioning, where whom it reached is shown.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Notice', holds: 'none', required: true, indexed: true, unique: true }),
    Headline: text({ label: 'Headline', holds: 'free-text', required: true }),
    Status: choice(noticeStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { draft: 'waiting', scheduled: 'waiting', published: 'good', withdrawn: 'stopped', discarded: 'stopped' },
    }),
    Audience: multiChoice(noticeAudiences, { label: 'Audience', holds: 'none', required: true }),
    AuthorRole: text({ label: 'Author', holds: 'staff-identity', required: true }),
    PublishOn: day({ label: 'Goes out on', holds: 'none', indexed: true }),
    PublishedAt: instant({ label: 'Went out', holds: 'none', indexed: true }),
    ShowUntil: day({ label: 'Shown until', holds: 'none', required: true, indexed: true }),
    Body: longText({ label: 'Text', holds: 'free-text', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(noticeState, {
      label: 'State',
      holds: ['staff-identity', 'free-text'],
      hint: 'The whole notice as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All notices',
      columns: ['Title', 'Headline', 'Status', 'Audience', 'AuthorRole', 'PublishOn', 'PublishedAt', 'ShowUntil'],
      orderBy: 'ShowUntil',
      descending: true,
    },
  ],
});

export const toNotice = ({ State }: Fields<typeof notices>): Notice => State;

export const fromNotice = (notice: Notice): Fields<typeof notices> => ({
  Title: notice.ref,
  Headline: notice.title,
  Status: notice.status,
  Audience: notice.audience,
  AuthorRole: notice.authorRole,
  PublishOn: notice.publishOn,
  PublishedAt: notice.publishedAt,
  ShowUntil: notice.showUntil,
  Body: notice.body,
  Version: notice.version,
  State: notice,
});
