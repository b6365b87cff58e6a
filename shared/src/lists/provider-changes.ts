import * as z from 'zod';
import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { providerChangeActions } from '../domain/provider-changes/actions.ts';
import { changeStates, type ProviderChange, profileFields } from '../domain/provider-changes/provider-change.ts';
import { choice, instant, json, longText, number, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, localDate, numbering, person, shapeOf } from './record-shape.ts';

const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('ask-commissioner'), to: key }),
  z.strictObject({ ...numbering, kind: z.literal('refresh-change-cards') }),
  z.strictObject({ ...numbering, kind: z.literal('apply-change') }),
  z.strictObject({ ...numbering, kind: z.literal('mail-outcome') }),
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(providerChangeActions), actor: key }),
]);

const providerChangeState = shapeOf<ProviderChange>()(
  z.strictObject({
    ...bookkeeping,
    providerRef: z.string(),
    providerName: z.string(),
    state: z.enum(changeStates),
    proposer: z.strictObject({ name: z.string(), role: z.string() }),
    proposedAt: z.string(),
    linkId: z.guid(),
    profile: z.array(z.strictObject({ field: z.enum(profileFields), before: z.string(), after: z.string() })),
    places: z.array(
      z.strictObject({
        serviceRef: z.string(),
        serviceName: z.string(),
        before: z.int().optional(),
        after: z.int().min(0),
        asAt: localDate,
      }),
    ),
    vat: z
      .array(
        z.strictObject({
          serviceRef: z.string(),
          serviceName: z.string(),
          before: z.enum(vatTreatments).optional(),
          after: z.enum(vatTreatments),
          statedBy: z.string(),
          statedOn: localDate,
          evidence: z.string().optional(),
          note: z.string().optional(),
        }),
      )
      .optional(),
    decidedBy: person.optional(),
    reason: z.string().optional(),
    outbox: z.array(effect),
  }),
);

/** `State` is the truth; every other column is written from it, for people to read, sort and filter. */
export const providerChanges = defineList({
  title: 'ProviderChanges',
  description:
    'What providers ask to change about themselves, by their links. Read only for people: a commissioner decides on the card or the page.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Change', holds: 'none', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    ProviderName: text({ label: 'Provider name', holds: 'none', required: true }),
    Status: choice(changeStates, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { proposed: 'waiting', accepted: 'good', refused: 'stopped' },
    }),
    ProposedBy: text({ label: 'Proposed by', holds: 'business-contact', required: true }),
    ProposedAt: instant({ label: 'Proposed', holds: 'none', required: true, indexed: true }),
    Changes: longText({ label: 'Changes', holds: 'free-text', required: true }),
    DecidedBy: text({ label: 'Decided by', holds: 'staff-identity' }),
    Reason: longText({ label: 'Reason', holds: 'free-text' }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(providerChangeState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole change as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'Waiting for a decision',
      columns: ['Title', 'ProviderName', 'Changes', 'ProposedBy', 'ProposedAt'],
      orderBy: 'ProposedAt',
      filter: { column: 'Status', equals: 'proposed' },
    },
    {
      title: 'All changes',
      columns: ['Title', 'ProviderName', 'Status', 'Changes', 'ProposedBy', 'ProposedAt', 'DecidedBy'],
      orderBy: 'ProposedAt',
      descending: true,
    },
  ],
});

export type ProviderChangeFields = Fields<typeof providerChanges>;

export const toProviderChange = (fields: ProviderChangeFields): ProviderChange => fields.State;

export const fromProviderChange = (change: ProviderChange): ProviderChangeFields => ({
  Title: change.ref,
  ProviderRef: change.providerRef,
  ProviderName: change.providerName,
  Status: change.state,
  ProposedBy: `${change.proposer.name}, ${change.proposer.role}`.slice(0, 255),
  ProposedAt: change.proposedAt,
  Changes: [
    ...change.profile.map(({ field, before, after }) => `${field}: ${before || 'none'} -> ${after || 'none'}`),
    ...change.places.map(
      ({ serviceName, before, after, asAt }) => `${serviceName}: ${before ?? 'unknown'} -> ${after} places free as at ${asAt}`,
    ),
    ...(change.vat ?? []).map(({ serviceName, before, after }) => `${serviceName}: VAT ${before ?? 'as of the provider'} -> ${after}`),
  ].join('\n'),
  DecidedBy: change.decidedBy?.name,
  Reason: change.reason,
  Version: change.version,
  State: change,
});
