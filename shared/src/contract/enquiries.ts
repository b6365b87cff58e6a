import * as z from 'zod/mini';
import { competitionCriteria, enquiryAnswers, enquiryKinds, enquiryStatuses } from '../domain/enquiries/enquiry.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { keyStages, needs } from '../domain/register/service.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, paragraphShape, penceShape, refShape } from './values.ts';

const questionShape = z.object({
  needs: z.array(z.enum(needs)),
  keyStage: z.optional(z.enum(keyStages)),
  startDate: z.optional(localDateShape),
  endDate: z.optional(localDateShape),
  message: z.string(),
});

const criterionShape = z.object({ criterion: z.enum(competitionCriteria), refined: z.optional(z.string()) });

/** What a caller can do with an enquiry now. */
export const enquiryActs = ['answer-for-council', 'refine-criterion', 'choose-answer', 'end-enquiry', 'start-request'] as const;
export type EnquiryAct = (typeof enquiryActs)[number];

/** What lists show, and all that a commissioner sees beside the words of the question: counts, and no answer of a provider. */
const summaryParts = {
  ref: z.string(),
  kind: z.enum(enquiryKinds),
  status: z.enum(enquiryStatuses),
  buyerRef: z.string(),
  buyerName: z.string(),
  sentAt: z.string(),
  closesAt: z.string(),
  message: z.string(),
  counts: z.object({ asked: z.int(), interested: z.int(), declined: z.int(), undecided: z.int() }),
  /** Whether the commissioners are asked; `answered` where they have answered. */
  council: z.optional(z.enum(['asked', 'answered'])),
};

export const enquiryReply = z.object({
  ...summaryParts,
  asker: z.object({ name: z.string(), email: z.string() }),
  question: questionShape,
  criteria: z.array(criterionShape),
  /** Quotes are not open yet. */
  sealed: z.boolean(),
  /** Side by side, in the order in which they were asked; empty for commissioners. */
  asked: z.array(
    z.object({
      providerRef: z.string(),
      providerName: z.string(),
      serviceRef: z.string(),
      serviceName: z.string(),
      frameworkPrice: z.optional(z.object({ unit: z.enum(rateUnits), unitPrice: penceShape })),
      answer: z.optional(z.enum(enquiryAnswers)),
      text: z.optional(z.string()),
      quote: z.optional(z.object({ unitPrice: penceShape, earliestStart: localDateShape })),
      by: z.optional(z.string()),
      at: z.optional(z.string()),
    }),
  ),
  councilReply: z.optional(z.object({ text: z.string(), by: z.string(), at: z.string() })),
  outcome: z.optional(z.object({ chosen: z.optional(z.string()), reason: z.string(), by: z.string(), at: z.string() })),
  keepUntil: localDateShape,
  may: z.array(z.enum(enquiryActs)),
});
export type EnquiryReply = Told<z.infer<typeof enquiryReply>>;

const staff = ['requester', 'approver', 'contact'] as const;
const byRef = z.object({ ref: refShape });

export const listEnquiries = endpoint({
  name: 'listEnquiries',
  summary: "Enquiries of the caller's own schools; of every buyer for a commissioner, without the answers of providers",
  method: 'GET',
  path: '/enquiries',
  roles: [...staff, 'commissioner'],
  reply: z.object({ enquiries: z.array(z.object(summaryParts)) }),
});

export const getEnquiry = endpoint({
  name: 'getEnquiry',
  summary: 'One enquiry with its answers side by side (rows 39, 62)',
  method: 'GET',
  path: '/enquiries/{ref}',
  roles: [...staff, 'commissioner'],
  params: byRef,
  reply: enquiryReply,
});

/** Row 62: who can be asked beside one service: those that can meet the same need, the cheapest first. */
export const listEnquiryCandidates = endpoint({
  name: 'listEnquiryCandidates',
  summary: 'Services that can be asked about the same need as one service',
  method: 'GET',
  path: '/enquiry-candidates',
  roles: staff,
  query: z.object({ buyerRef: refShape, serviceRef: refShape }),
  reply: z.object({
    candidates: z.array(
      z.object({
        serviceRef: z.string(),
        serviceName: z.string(),
        providerRef: z.string(),
        providerName: z.string(),
        unit: z.enum(rateUnits),
        unitPrice: penceShape,
      }),
    ),
  }),
});
export type EnquiryCandidate = Told<z.infer<typeof listEnquiryCandidates.reply>['candidates'][number]>;

export const sendEnquiry = endpoint({
  name: 'sendEnquiry',
  summary: 'Ask providers, the commissioners, or both; as a question or as a competition (rows 39, 62)',
  method: 'POST',
  path: '/enquiries',
  roles: staff,
  idempotent: true,
  success: 201,
  body: z.strictObject({
    about: z.enum(enquiryKinds),
    buyerRef: refShape,
    question: z.strictObject({
      needs: z.array(z.enum(needs)).check(z.maxLength(needs.length)),
      keyStage: z.optional(z.enum(keyStages)),
      startDate: z.optional(localDateShape),
      endDate: z.optional(localDateShape),
      message: paragraphShape,
    }),
    serviceRefs: z.array(refShape).check(z.maxLength(20)),
    askCouncil: z.boolean(),
    workingDays: z.int().check(z.minimum(1), z.maximum(100)),
    criteria: z.array(z.enum(competitionCriteria)).check(z.maxLength(competitionCriteria.length)),
  }),
  reply: enquiryReply,
});

export const actOnEnquiry = endpoint({
  name: 'actOnEnquiry',
  summary: 'Choose an answer, end the enquiry, make a criterion clearer, or answer for the council (rows 39, 64; R31)',
  method: 'POST',
  path: '/enquiries/{ref}/acts',
  roles: [...staff, 'commissioner'],
  idempotent: true,
  params: byRef,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answer-for-council'), text: paragraphShape }),
    z.strictObject({ kind: z.literal('refine-criterion'), criterion: z.enum(competitionCriteria), text: paragraphShape }),
    z.strictObject({ kind: z.literal('choose-answer'), providerRef: refShape, reason: paragraphShape }),
    z.strictObject({ kind: z.literal('end-enquiry'), reason: paragraphShape }),
  ]),
  reply: enquiryReply,
});
