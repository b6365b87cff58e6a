import * as z from 'zod';
import {
  competitionCriteria,
  type Enquiry,
  enquiryAnswers,
  enquiryKinds,
  enquiryNews,
  enquiryStatuses,
} from '../domain/enquiries/enquiry.ts';
import { enquiryActions } from '../domain/enquiries/enquiry-action.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { keyStages, needs } from '../domain/register/service.ts';
import { choice, day, instant, json, number, reference, yesNo } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, pence, person, shapeOf } from './record-shape.ts';

const toProvider = { ...numbering, providerRef: z.string() };
const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...toProvider, kind: z.literal('mail-enquiry') }),
  z.strictObject({ ...toProvider, kind: z.literal('remind-provider') }),
  z.strictObject({ ...toProvider, kind: z.literal('tell-provider-criteria') }),
  z.strictObject({ ...toProvider, kind: z.literal('tell-outcome') }),
  z.strictObject({ ...numbering, kind: z.literal('ask-council') }),
  z.strictObject({ ...numbering, kind: z.literal('tell-asker'), news: z.enum(enquiryNews) }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(enquiryActions), actor: key }),
]);

const enquiryState = shapeOf<Enquiry>()(
  z.strictObject({
    ...bookkeeping,
    status: z.enum(enquiryStatuses),
    kind: z.enum(enquiryKinds),
    buyerRef: z.string(),
    buyerName: z.string(),
    asker: person,
    sentAt: z.string(),
    closesAt: z.string(),
    question: z.strictObject({
      needs: z.array(z.enum(needs)),
      keyStage: z.enum(keyStages).optional(),
      startDate: localDate.optional(),
      endDate: localDate.optional(),
      message: z.string(),
    }),
    lotKey: z.string().optional(),
    asked: z.array(
      z.strictObject({
        providerRef: z.string(),
        providerName: z.string(),
        serviceRef: z.string(),
        serviceName: z.string(),
        ceiling: z.strictObject({ rateRef: z.string(), unit: z.enum(rateUnits), unitPrice: pence }).optional(),
        reply: z
          .strictObject({
            answer: z.enum(enquiryAnswers),
            text: z.string().optional(),
            quote: z.strictObject({ unitPrice: pence, earliestStart: localDate }).optional(),
            by: z.string(),
            at: z.string(),
          })
          .optional(),
      }),
    ),
    council: z.strictObject({ reply: z.strictObject({ text: z.string(), by: person, at: z.string() }).optional() }).optional(),
    criteria: z.array(z.strictObject({ criterion: z.enum(competitionCriteria), refined: z.string().optional() })),
    remindedAt: z.string().optional(),
    outcome: z.strictObject({ chosen: z.string().optional(), reason: z.string(), by: person, at: z.string() }).optional(),
    keepUntil: localDate,
    outbox: z.array(effect),
  }),
);

/** One row for each enquiry or competition, with every answer in it: they are decided together. Sealed, for it holds quotes that nobody may see yet. */
export const enquiries = defineList({
  title: 'Enquiries',
  description:
    'Questions of buyers to providers and to the commissioners, and competitions among providers of a lot, with the answers (rows 39, 62, 64). Sealed: it holds quotes before they may be seen. No pupil is in it.',
  handEdited: false,
  restricted: 'to-nobody',
  columns: {
    Title: reference({ label: 'Enquiry', holds: 'none', required: true, indexed: true, unique: true }),
    Kind: choice(enquiryKinds, { label: 'Kind', holds: 'none', required: true }),
    BuyerRef: reference({ label: 'School or department', holds: 'none', required: true, indexed: true }),
    Status: choice(enquiryStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { sent: 'waiting', 'partly-replied': 'waiting', replied: 'good', closed: 'attention', converted: 'good', ended: 'stopped' },
    }),
    SentAt: instant({ label: 'Sent', holds: 'none', required: true, indexed: true }),
    ClosesAt: instant({ label: 'Closes', holds: 'none', required: true, indexed: true }),
    Asked: number({ label: 'Providers asked', holds: 'none', required: true }),
    Answered: number({ label: 'Providers that answered', holds: 'none', required: true }),
    AskedCouncil: yesNo({ label: 'Commissioners asked', holds: 'none', required: true }),
    KeepUntil: day({ label: 'Kept until', holds: 'none', hint: 'Twelve months after it was over (R41)', required: true, indexed: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(enquiryState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole enquiry as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All enquiries',
      columns: ['Title', 'Kind', 'BuyerRef', 'Status', 'SentAt', 'ClosesAt', 'Asked', 'Answered', 'KeepUntil'],
      orderBy: 'SentAt',
      descending: true,
    },
  ],
});

export const toEnquiry = ({ State }: Fields<typeof enquiries>): Enquiry => State;

export const fromEnquiry = (enquiry: Enquiry): Fields<typeof enquiries> => ({
  Title: enquiry.ref,
  Kind: enquiry.kind,
  BuyerRef: enquiry.buyerRef,
  Status: enquiry.status,
  SentAt: enquiry.sentAt,
  ClosesAt: enquiry.closesAt,
  Asked: enquiry.asked.length,
  Answered: enquiry.asked.filter(({ reply }) => reply !== undefined).length,
  AskedCouncil: enquiry.council !== undefined,
  KeepUntil: enquiry.keepUntil,
  Version: enquiry.version,
  State: enquiry,
});
