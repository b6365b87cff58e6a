import * as z from 'zod/mini';
import { vatBases } from '../domain/money/vat-basis.ts';
import { qaOutcomes } from '../domain/quality/check-outcome.ts';
import { qaStandards } from '../domain/quality/standard.ts';
import { directAwardBases } from '../domain/register/framework.ts';
import { type ProviderText, providerTextKeys } from '../domain/register/provider.ts';
import { serviceTypes } from '../domain/register/service.ts';
import { serviceSummary } from './directory.ts';
import { endpoint, type Told } from './endpoint.ts';
import { localDateShape, penceShape, refShape } from './values.ts';

/** One check as a school sees it: what was checked, by whom, when. */
export const qaLine = z.object({
  standard: z.enum(qaStandards),
  mandatory: z.boolean(),
  outcome: z.enum(qaOutcomes),
  checkedOn: z.optional(localDateShape),
  checkedBy: z.optional(z.string()),
  expiresOn: z.optional(localDateShape),
});

const providerTextShapes = Object.fromEntries(providerTextKeys.map((key) => [key, z.optional(z.string())])) as Record<
  ProviderText,
  z.ZodMiniOptional<z.ZodMiniString>
>;

/** A provider as a school sees it. */
export const providerShown = z.object({
  ...providerTextShapes,
  email: z.string(),
  phone: z.string(),
  website: z.optional(z.string()),
  summary: z.string(),
  registeredSchool: z.boolean(),
  urn: z.optional(z.string()),
});

/** A service in full. `listed` is computed from facts now; where it is false `whyNot` says why, and no request can be raised. */
export const getService = endpoint({
  name: 'getService',
  summary: 'One service with its provider, price and checks',
  method: 'GET',
  path: '/services/{serviceRef}',
  roles: ['signed-in'],
  openToWebPart: true,
  params: z.object({ serviceRef: refShape }),
  reply: z.object({
    ...serviceSummary.shape,
    /** R39: on which basis its price leads for this caller. */
    vat: z.enum(vatBases),
    listed: z.boolean(),
    whyNot: z.optional(z.string()),
    type: z.enum(serviceTypes),
    maxGroup: z.optional(z.int()),
    travelRadiusMiles: z.optional(z.number()),
    transport: z.optional(z.string()),
    placesTotal: z.optional(z.int()),
    frameworkName: z.string(),
    /** Row 51: cheaper from so many units on, bought in a block. */
    volumeBands: z.optional(z.array(z.object({ fromUnits: z.int(), unitPrice: penceShape }))),
    permittedBases: z.array(z.enum(directAwardBases)),
    provider: providerShown,
    checks: z.array(qaLine),
  }),
});
export type ServiceReply = Told<z.infer<typeof getService.reply>>;
