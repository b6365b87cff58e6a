import * as z from 'zod';
import { type OwnCheck, ownCheckKeys } from '../../domain/quality/own-check.ts';
import { day, json, longText, multiChoice, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { localDate, person, shapeOf } from '../record-shape.ts';
import { qualityParts } from './quality-state.ts';

const ownCheckState = shapeOf<OwnCheck>()(
  z.strictObject({
    ...qualityParts,
    buyerRef: z.string(),
    providerRef: z.string(),
    checkedOn: localDate,
    checkedBy: person,
    headings: z.array(z.enum(ownCheckKeys)),
    note: z.string().optional(),
    reviewOn: localDate,
  }),
);

export const ownChecks = defineList({
  title: 'OwnChecks',
  description: "What schools and departments recorded of their own checks of providers, beside the council's. Read only for people.",
  handEdited: false,
  columns: {
    Title: reference({ label: 'Own check', holds: 'none', required: true, indexed: true, unique: true }),
    BuyerRef: reference({ label: 'School or department', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    CheckedOn: day({ label: 'Checked on', holds: 'none', required: true, indexed: true }),
    CheckedBy: text({ label: 'Checked by', holds: 'staff-identity', required: true }),
    Headings: multiChoice(ownCheckKeys, { label: 'What was checked', holds: 'none', required: true }),
    Note: longText({ label: 'Note', holds: 'free-text' }),
    ReviewOn: day({ label: 'Review due', holds: 'none', required: true, indexed: true, pastWord: 'Overdue' }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(ownCheckState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole record as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All own checks',
      columns: ['BuyerRef', 'ProviderRef', 'CheckedOn', 'CheckedBy', 'Headings', 'Note', 'ReviewOn'],
      orderBy: 'CheckedOn',
      descending: true,
    },
    { title: 'By review date', columns: ['BuyerRef', 'ProviderRef', 'CheckedOn', 'CheckedBy', 'ReviewOn'], orderBy: 'ReviewOn' },
  ],
});

export type OwnCheckFields = Fields<typeof ownChecks>;

export const fromOwnCheck = (check: OwnCheck): OwnCheckFields => ({
  Title: check.ref,
  BuyerRef: check.buyerRef,
  ProviderRef: check.providerRef,
  CheckedOn: check.checkedOn,
  CheckedBy: check.checkedBy.name,
  Headings: [...check.headings],
  Note: check.note,
  ReviewOn: check.reviewOn,
  Version: check.version,
  State: check,
});

export const toOwnCheck = (fields: OwnCheckFields): OwnCheck => fields.State;
