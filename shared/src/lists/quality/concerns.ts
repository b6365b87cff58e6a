import * as z from 'zod';
import { type Concern, concernOutcomes } from '../../domain/quality/concern.ts';
import { concernCategories, concernSeverities } from '../../domain/quality/concern-category.ts';
import { concernStatuses } from '../../domain/quality/concern-status.ts';
import { ringLines } from '../../domain/quality/whom-to-ring.ts';
import { choice, instant, json, number, reference, yesNo } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { localDate, person, shapeOf } from '../record-shape.ts';
import { qualityParts } from './quality-state.ts';

const concernState = shapeOf<Concern>()(
  z.strictObject({
    ...qualityParts,
    providerRef: z.string(),
    status: z.enum(concernStatuses),
    category: z.enum(concernCategories),
    severity: z.enum(concernSeverities),
    text: z.string(),
    reportedBy: person,
    reportedAt: z.string(),
    rung: z.array(z.enum(ringLines)),
    leadRef: z.string().optional(),
    joined: z.array(z.string()),
    pausedBy: person.optional(),
    ladoReferral: z.strictObject({ on: localDate, reference: z.string().optional(), recordedBy: person }).optional(),
    enquiryBy: person.optional(),
    outcome: z.enum(concernOutcomes).optional(),
    outcomeText: z.string().optional(),
    closedBy: person.optional(),
  }),
);

/**
 * Concerns, one item each, for those alone whom the council names. No column shows who reported or what was written; both are in `State`.
 */
export const concerns = defineList({
  title: 'Concerns',
  description: 'Concerns about providers, without any detail of a child. Restricted to the people whom the council names.',
  handEdited: false,
  restricted: 'to-named',
  columns: {
    Title: reference({ label: 'Concern', holds: 'none', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    Status: choice(concernStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { open: 'attention', joined: 'attention', 'under-enquiry': 'waiting', closed: 'good' },
    }),
    Category: choice(concernCategories, { label: 'Category', holds: 'none', required: true }),
    Severity: choice(concernSeverities, { label: 'Severity', holds: 'none', required: true, indexed: true }),
    ReportedAt: instant({ label: 'Reported', holds: 'none', required: true, indexed: true }),
    LeadRef: reference({ label: 'Looked into with', holds: 'staff-identity', indexed: true }),
    OrdersPaused: yesNo({ label: 'New orders paused', holds: 'none', required: true }),
    LadoReferred: yesNo({ label: 'LADO referral recorded', holds: 'none', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(concernState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole concern as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All concerns',
      columns: ['Title', 'ProviderRef', 'Status', 'Category', 'Severity', 'ReportedAt', 'LeadRef', 'OrdersPaused', 'LadoReferred'],
      orderBy: 'ReportedAt',
      descending: true,
    },
    {
      title: 'Not closed',
      columns: ['Title', 'ProviderRef', 'Status', 'Severity', 'ReportedAt', 'OrdersPaused'],
      orderBy: 'ReportedAt',
      filter: { column: 'Status', oneOf: ['open', 'joined', 'under-enquiry'] },
    },
  ],
});

export type ConcernFields = Fields<typeof concerns>;

export const fromConcern = (concern: Concern): ConcernFields => ({
  Title: concern.ref,
  ProviderRef: concern.providerRef,
  Status: concern.status,
  Category: concern.category,
  Severity: concern.severity,
  ReportedAt: concern.reportedAt,
  LeadRef: concern.leadRef,
  OrdersPaused: concern.pausedBy !== undefined,
  LadoReferred: concern.ladoReferral !== undefined,
  Version: concern.version,
  State: concern,
});

export const toConcern = (fields: ConcernFields): Concern => fields.State;
