import * as z from 'zod/mini';
import { competitionCriteria, enquiryAnswers, enquiryKinds } from '../domain/enquiries/enquiry.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { keyStages, needs } from '../domain/register/service.ts';
import { endpoint, type Told } from './endpoint.ts';
import { linkShape } from './link-shape.ts';
import { lineShape, localDateShape, paragraphShape, penceShape } from './values.ts';

/** An enquiry as one provider sees it by its link: what is asked of it and its own answer. Nothing of any other provider, and nothing of a pupil. */
export const askedReply = z.object({
  ref: z.string(),
  kind: z.enum(enquiryKinds),
  buyerName: z.string(),
  asker: z.object({ name: z.string(), email: z.string() }),
  providerName: z.string(),
  serviceName: z.string(),
  closesAt: z.string(),
  needs: z.array(z.enum(needs)),
  keyStage: z.optional(z.enum(keyStages)),
  startDate: z.optional(localDateShape),
  endDate: z.optional(localDateShape),
  message: z.string(),
  criteria: z.array(z.object({ criterion: z.enum(competitionCriteria), refined: z.optional(z.string()) })),
  /** In a competition: the most that it may quote. */
  frameworkPrice: z.optional(z.object({ unit: z.enum(rateUnits), unitPrice: penceShape })),
  answer: z.optional(z.enum(enquiryAnswers)),
  text: z.optional(z.string()),
  quote: z.optional(z.object({ unitPrice: penceShape, earliestStart: localDateShape })),
  /** Whether it may answer now. */
  open: z.boolean(),
  outcome: z.optional(z.object({ chosen: z.boolean(), reason: z.string() })),
  teamPhone: z.optional(z.string()),
});
export type AskedReply = Told<z.infer<typeof askedReply>>;

export const viewEnquiry = endpoint({
  name: 'viewEnquiry',
  summary: 'What a provider sees by its link: an enquiry that waits for its answer',
  method: 'POST',
  path: '/links/enquiry/view',
  roles: [],
  body: z.strictObject({ link: linkShape }),
  reply: askedReply,
});

export const answerEnquiry = endpoint({
  name: 'answerEnquiry',
  summary: 'A provider answers an enquiry by its link: interested, declined with a reason, or undecided',
  method: 'POST',
  path: '/links/enquiry/respond',
  roles: [],
  idempotent: true,
  body: z.strictObject({
    link: linkShape,
    answerer: z.strictObject({ name: lineShape, position: lineShape }),
    answer: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('interested'),
        text: z.optional(paragraphShape),
        quote: z.optional(z.strictObject({ unitPrice: penceShape, earliestStart: localDateShape })),
      }),
      z.strictObject({ kind: z.literal('declined'), reason: paragraphShape }),
      z.strictObject({ kind: z.literal('undecided'), text: paragraphShape }),
    ]),
  }),
  reply: askedReply,
});
