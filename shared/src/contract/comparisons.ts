import * as z from 'zod/mini';
import { planPattern } from '../domain/money/planned-timetable.ts';
import { rateUnits } from '../domain/money/rate-card.ts';
import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { mostCompared } from '../domain/register/shortlist.ts';
import { endpoint, type Told } from './endpoint.ts';
import { fileShape } from './file-shape.ts';
import { paragraphShape, penceShape, refShape } from './values.ts';

const ofBuyer = z.object({ buyerRef: refShape });
const roles = ['requester', 'approver', 'contact'] as const;
const planShape = z.string().check(z.regex(planPattern, 'is not a planned timetable'));

export const choiceReply = z.object({
  choiceRef: z.string(),
  at: z.string(),
  /** Who wrote it. */
  by: z.string(),
  serviceRef: z.string(),
  reason: z.string(),
  plan: z.optional(z.string()),
  compared: z.array(
    z.object({
      serviceRef: z.string(),
      name: z.string(),
      providerName: z.string(),
      /** As it was called that day. */
      lotName: z.optional(z.string()),
      price: penceShape,
      priceIncVat: penceShape,
      unit: z.enum(rateUnits),
      vatTreatment: z.enum(vatTreatments),
      planned: z.optional(z.object({ units: z.number(), net: penceShape, gross: penceShape })),
    }),
  ),
});
export type ChoiceReply = Told<z.infer<typeof choiceReply>>;

export const getComparisonFile = endpoint({
  name: 'getComparisonFile',
  summary: 'The shortlist, or some services of it, as a workbook with the cost of a planned timetable and the reasons for earlier choices',
  method: 'GET',
  path: '/comparisons/{buyerRef}/workbook',
  roles,
  params: ofBuyer,
  /** `services`: references parted by commas; all of the shortlist where it is left out. */
  query: z.object({
    services: z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}(,[A-Za-z0-9-]{1,64}){0,19}$/, 'are not references'))),
    plan: z.optional(planShape),
  }),
  reply: fileShape,
});

export const listChoices = endpoint({
  name: 'listChoices',
  summary: 'Which services a school or department chose among several, and why, the newest first',
  method: 'GET',
  path: '/comparisons/{buyerRef}/choices',
  roles,
  params: ofBuyer,
  reply: z.object({ choices: z.array(choiceReply) }),
});

/** What the services cost is read from the register, not taken from the caller. */
export const keepChoice = endpoint({
  name: 'keepChoice',
  summary: 'Keep which of several services was chosen and why, as evidence of value for money',
  method: 'POST',
  path: '/comparisons/{buyerRef}/choices',
  roles,
  idempotent: true,
  params: ofBuyer,
  body: z.strictObject({
    serviceRef: refShape,
    compared: z.array(refShape).check(z.minLength(1), z.maxLength(mostCompared)),
    reason: paragraphShape,
    plan: z.optional(planShape),
  }),
  reply: choiceReply,
  success: 201,
});
