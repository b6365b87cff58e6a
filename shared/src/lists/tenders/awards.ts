import * as z from 'zod';
import { vatTreatments } from '../../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs, serviceKinds, serviceTypes } from '../../domain/register/service.ts';
import type { Award } from '../../domain/tenders/award/award.ts';
import { awardStatuses } from '../../domain/tenders/award/award-status.ts';
import type { NewService } from '../../domain/tenders/award/awarded-service.ts';
import { exclusionOutcomes } from '../../domain/tenders/award/exclusion-check.ts';
import { choice, day, json, keyList, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { localDate, personId, shapeOf } from '../record-shape.ts';
import { standstill } from './framework-state.ts';
import { priceLineParts, recordParts } from './record-state.ts';

const newService = shapeOf<NewService>()(
  z.strictObject({
    ref: z.string(),
    providerRef: z.string(),
    lotKey: z.string(),
    siteRef: z.string().optional(),
    name: z.string(),
    summary: z.string(),
    kind: z.enum(serviceKinds),
    type: z.enum(serviceTypes),
    deliveryMode: z.enum(deliveryModes),
    keyStages: z.array(z.enum(keyStages)),
    needs: z.array(z.enum(needs)),
    ageFrom: z.int(),
    ageTo: z.int(),
    maxGroup: z.int().optional(),
    hoursPerWeekMax: z.int().optional(),
    travelRadiusMiles: z.int().optional(),
    transport: z.string().optional(),
    vatTreatment: z.enum(vatTreatments).optional(),
    vatStatedBy: z.string().optional(),
    vatStatedOn: localDate.optional(),
    vatEvidence: z.string().optional(),
    status: z.literal('offered'),
  }),
);

const awardState = shapeOf<Award>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(awardStatuses),
    frameworkRef: z.string(),
    providerRef: z.string(),
    providerName: z.string(),
    source: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('portal'),
        portal: z.string(),
        noticeId: z.string(),
        evidenceUrl: z.string(),
        decidedOn: localDate,
      }),
      z.strictObject({ kind: z.literal('round'), roundRef: z.string(), applicationRef: z.string() }),
    ]),
    lots: z.array(
      z.strictObject({
        lotKey: z.string(),
        qualityPoints: z.int(),
        pricePoints: z.int(),
        total: z.int(),
        place: z.int().optional(),
      }),
    ),
    prices: z.array(z.strictObject(priceLineParts)),
    services: z.array(newService),
    proposedBy: personId,
    evaluators: z.array(personId),
    exclusionCheck: z
      .strictObject({
        outcome: z.enum(exclusionOutcomes),
        debarmentListCheckedOn: localDate,
        checkedBy: z.string(),
        reason: z.string().optional(),
      })
      .optional(),
    standstill: standstill.optional(),
    standstillOver: z.literal(true).optional(),
    agreement: z
      .strictObject({
        documentUrl: z.string(),
        sentOn: localDate,
        signedOn: localDate.optional(),
        signatory: z.strictObject({ name: z.string(), position: z.string() }).optional(),
        signedUrl: z.string().optional(),
        countersignedOn: localDate.optional(),
      })
      .optional(),
  }),
);

/** Award, standstill and agreement in one item, because one conditional write decides about all of them. */
export const awards = defineList({
  title: 'Awards',
  description:
    'What each provider was awarded, out of a round or imported from a portal, to its countersigned agreement. Read only for people.',
  handEdited: false,
  columns: {
    Title: text({ label: 'Award', holds: 'none', required: true, indexed: true, unique: true }),
    FrameworkRef: reference({ label: 'Framework', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    ProviderName: text({ label: 'Provider name', holds: 'none', required: true }),
    LotKeys: keyList({ label: 'Lots', holds: 'none', required: true }),
    Status: choice(awardStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: {
        proposed: 'waiting',
        approved: 'good',
        rejected: 'stopped',
        standstill: 'waiting',
        'agreement-sent': 'waiting',
        signed: 'waiting',
        countersigned: 'good',
        'in-force': 'good',
        'set-aside': 'stopped',
      },
    }),
    Source: choice(['portal', 'round'], { label: 'Decided in', holds: 'none', required: true, indexed: true }),
    SourceRef: text({ label: 'Notice or round', holds: 'none', required: true, indexed: true }),
    StandstillEndsOn: day({ label: 'Standstill until', holds: 'none', indexed: true }),
    SignedOn: day({ label: 'Signed on', holds: 'none' }),
    CountersignedOn: day({ label: 'Countersigned on', holds: 'none', indexed: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(awardState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole award as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All awards',
      columns: ['Title', 'ProviderName', 'LotKeys', 'Status', 'SourceRef', 'StandstillEndsOn', 'SignedOn', 'CountersignedOn'],
      orderBy: 'Title',
    },
    {
      title: 'In standstill',
      columns: ['ProviderName', 'LotKeys', 'StandstillEndsOn'],
      orderBy: 'StandstillEndsOn',
      filter: { column: 'Status', equals: 'standstill' },
    },
    {
      title: 'Waiting for a signature',
      columns: ['ProviderName', 'LotKeys', 'Status', 'SignedOn'],
      orderBy: 'ProviderRef',
      filter: { column: 'Status', oneOf: ['agreement-sent', 'signed'] },
    },
  ],
});

export const fromAward = (award: Award): Fields<typeof awards> => ({
  Title: award.ref,
  FrameworkRef: award.frameworkRef,
  ProviderRef: award.providerRef,
  ProviderName: award.providerName,
  LotKeys: award.lots.map(({ lotKey }) => lotKey),
  Status: award.status,
  Source: award.source.kind,
  SourceRef: award.source.kind === 'portal' ? award.source.noticeId : award.source.roundRef,
  StandstillEndsOn: award.standstill?.lastDay,
  SignedOn: award.agreement?.signedOn,
  CountersignedOn: award.agreement?.countersignedOn,
  Version: award.version,
  State: award,
});
