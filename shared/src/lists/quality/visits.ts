import * as z from 'zod';
import { type Visit, visitStatuses } from '../../domain/quality/visit.ts';
import { choice, day, json, number, reference } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { localDate, person, shapeOf } from '../record-shape.ts';
import { evidence, qualityParts } from './quality-state.ts';

const action = z.strictObject({
  ref: z.string(),
  text: z.string(),
  dueOn: localDate,
  evidence: evidence.optional(),
  doneBy: person.optional(),
  doneAt: z.string().optional(),
});

const visitState = shapeOf<Visit>()(
  z.strictObject({
    ...qualityParts,
    providerRef: z.string(),
    status: z.enum(visitStatuses),
    plannedFor: localDate,
    heldOn: localDate.optional(),
    heldBy: person.optional(),
    findings: z.string().optional(),
    actions: z.array(action),
  }),
);

export const visits = defineList({
  title: 'Visits',
  description: 'Visits to providers, with the actions that came of each and their due dates. Read only for people.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Visit', holds: 'none', required: true, indexed: true, unique: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    Status: choice(visitStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { planned: 'waiting', held: 'good' },
    }),
    PlannedFor: day({ label: 'Planned for', holds: 'none', required: true, indexed: true }),
    HeldOn: day({ label: 'Held on', holds: 'none', indexed: true }),
    OpenActions: number({ label: 'Open actions', holds: 'none', required: true }),
    NextActionDueOn: day({ label: 'Next action due', holds: 'none', indexed: true, pastWord: 'Overdue' }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(visitState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole visit as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All visits',
      columns: ['Title', 'ProviderRef', 'Status', 'PlannedFor', 'HeldOn', 'OpenActions', 'NextActionDueOn'],
      orderBy: 'PlannedFor',
      descending: true,
    },
    {
      title: 'Planned',
      columns: ['Title', 'ProviderRef', 'PlannedFor'],
      orderBy: 'PlannedFor',
      filter: { column: 'Status', equals: 'planned' },
    },
    {
      title: 'With open actions',
      columns: ['Title', 'ProviderRef', 'OpenActions', 'NextActionDueOn'],
      orderBy: 'NextActionDueOn',
      filter: { column: 'Status', equals: 'held' },
    },
  ],
});

export type VisitFields = Fields<typeof visits>;

export const fromVisit = (visit: Visit): VisitFields => {
  const open = visit.actions.filter(({ doneAt }) => doneAt === undefined);
  return {
    Title: visit.ref,
    ProviderRef: visit.providerRef,
    Status: visit.status,
    PlannedFor: visit.plannedFor,
    HeldOn: visit.heldOn,
    OpenActions: open.length,
    NextActionDueOn: open.map(({ dueOn }) => dueOn).sort()[0],
    Version: visit.version,
    State: visit,
  };
};

export const toVisit = (fields: VisitFields): Visit => fields.State;
