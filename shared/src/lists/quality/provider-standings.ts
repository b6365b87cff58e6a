import * as z from 'zod';
import { openHolds } from '../../domain/quality/hold.ts';
import { holdCauses } from '../../domain/quality/hold-cause.ts';
import type { ProviderStanding } from '../../domain/quality/provider-standing.ts';
import { qaStandards } from '../../domain/quality/standard.ts';
import { providerStatuses } from '../../domain/register/provider.ts';
import { choice, json, keyList, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { person, shapeOf } from '../record-shape.ts';
import { qualityParts } from './quality-state.ts';

const hold = z.strictObject({
  ref: z.string(),
  cause: z.enum(holdCauses),
  about: z.string().optional(),
  standard: z.enum(qaStandards).optional(),
  placedBy: person,
  placedAt: z.string(),
  reason: z.string().optional(),
  lifted: z.strictObject({ by: person, at: z.string(), reason: z.string(), clearedBy: z.array(person) }).optional(),
});

const standingState = shapeOf<ProviderStanding>()(
  z.strictObject({
    ...qualityParts,
    status: z.enum(providerStatuses),
    statusReason: z.string().optional(),
    before: z.enum(['active', 'paused']).optional(),
    holds: z.array(hold),
    holdCount: z.int().min(0),
  }),
);

/**
 * Status and holds of a provider in one item: a hold and the status that it brings are one conditional write. Apart from the provider's own row, which
 * commissioners edit by hand: nobody lifts a hold by typing.
 */
export const providerStandings = defineList({
  title: 'ProviderStandings',
  description: 'Where decisions have left each provider: its status and what holds it. Read only for people.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Provider', holds: 'none', required: true, indexed: true, unique: true }),
    Status: choice(providerStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { prospective: 'waiting', awarded: 'waiting', active: 'good', paused: 'waiting', suspended: 'stopped', removed: 'stopped' },
    }),
    StatusReason: text({ label: 'Reason for status', holds: 'free-text' }),
    OpenHolds: number({ label: 'Open holds', holds: 'none', required: true, indexed: true }),
    Causes: keyList({ label: 'Held for', holds: 'none' }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(standingState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole standing as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    { title: 'All standings', columns: ['Title', 'Status', 'StatusReason', 'OpenHolds', 'Causes'], orderBy: 'Title' },
    {
      title: 'Suspended',
      columns: ['Title', 'OpenHolds', 'Causes', 'StatusReason'],
      orderBy: 'Title',
      filter: { column: 'Status', equals: 'suspended' },
    },
  ],
});

export type ProviderStandingFields = Fields<typeof providerStandings>;

export const fromStanding = (standing: ProviderStanding): ProviderStandingFields => {
  const open = openHolds(standing.holds);
  return {
    Title: standing.ref,
    Status: standing.status,
    StatusReason: standing.statusReason?.slice(0, 255),
    OpenHolds: open.length,
    Causes: open.length === 0 ? undefined : [...new Set(open.map(({ cause }) => cause))],
    Version: standing.version,
    State: standing,
  };
};

export const toStanding = (fields: ProviderStandingFields): ProviderStanding => fields.State;
