import * as z from 'zod';
import { type Clarification, clarificationStatuses } from '../../domain/tenders/clarification/clarification.ts';
import { choice, instant, json, longText, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { shapeOf } from '../record-shape.ts';
import { recordParts } from './record-state.ts';

const clarificationState = shapeOf<Clarification>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(clarificationStatuses),
    roundRef: z.string(),
    askedBy: z.string(),
    question: z.string(),
    published: z.strictObject({ question: z.string(), answer: z.string(), answeredAt: z.string() }).optional(),
  }),
);

/** Who asked stands in here, and nowhere that an applicant reads. */
export const clarifications = defineList({
  title: 'Clarifications',
  description: 'Questions that applicants ask about a round, and the answers that all of them are given. Read only for people.',
  handEdited: false,
  columns: {
    Title: text({ label: 'Question reference', holds: 'none', required: true, indexed: true, unique: true }),
    RoundRef: text({ label: 'Round', holds: 'none', required: true, indexed: true }),
    Status: choice(clarificationStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { asked: 'waiting', answered: 'good', declined: 'attention' },
    }),
    AskedByRef: reference({ label: 'Asked by', holds: 'none', hint: 'Never shown to another applicant', required: true, indexed: true }),
    Question: longText({ label: 'Question', holds: 'free-text', hint: 'As it is published once it is answered', required: true }),
    Answer: longText({ label: 'Answer', holds: 'free-text' }),
    PublishedAt: instant({ label: 'Published', holds: 'none', indexed: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(clarificationState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole record as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    { title: 'All questions', columns: ['Title', 'RoundRef', 'Status', 'Question', 'Answer', 'PublishedAt'], orderBy: 'Title' },
    {
      title: 'Waiting for an answer',
      columns: ['Title', 'RoundRef', 'Question', 'AskedByRef'],
      orderBy: 'Title',
      filter: { column: 'Status', equals: 'asked' },
    },
  ],
});

export const fromClarification = (clarification: Clarification): Fields<typeof clarifications> => ({
  Title: clarification.ref,
  RoundRef: clarification.roundRef,
  Status: clarification.status,
  AskedByRef: clarification.askedBy,
  Question: clarification.published?.question ?? clarification.question,
  Answer: clarification.published?.answer,
  PublishedAt: clarification.published?.answeredAt,
  Version: clarification.version,
  State: clarification,
});
