import * as z from 'zod';
import type { TermDates } from '../domain/days/term-dates.ts';
import { parsePersonKey, personKey } from '../domain/people/person.ts';
import { type Buyer, buyerStatuses, phases } from '../domain/register/buyer.ts';
import { buyerTypes } from '../domain/register/buyer-type.ts';
import { choice, json, keyList, longText, person, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { localDate, shapeOf } from './record-shape.ts';
import { systemNote } from './system-note.ts';

const termDates = shapeOf<readonly TermDates[]>()(
  z.array(
    z.object({
      year: z.string(),
      terms: z.array(z.object({ name: z.string(), start: localDate, end: localDate })),
      closures: z.array(z.object({ start: localDate, end: localDate, reason: z.enum(['half-term', 'inset', 'other']) })),
    }),
  ),
);

export const buyers = defineList({
  title: 'Buyers',
  description: 'Schools and council departments. A blank type may search but not buy until a commissioner sets it.',
  handEdited: true,
  columns: {
    Title: reference({
      label: 'Buyer',
      holds: 'none',
      hint: 'URN of a school, or a department code',
      required: true,
      indexed: true,
      unique: true,
    }),
    Name: text({ label: 'Name', holds: 'none', required: true, indexed: true }),
    BuyerType: choice(buyerTypes, { label: 'Type', holds: 'none', required: true, indexed: true }),
    Phase: choice(phases, { label: 'Phase', holds: 'none', required: true }),
    Status: choice(buyerStatuses, { label: 'Status', holds: 'none', required: true, indexed: true, tones: { active: 'good' } }),
    Outcode: text({ label: 'Outcode', holds: 'none', indexed: true }),
    TenantIds: keyList({
      label: 'Microsoft 365 tenants',
      holds: 'none',
      hint: 'Directory ids from which its people sign in, parted by semicolons',
    }),
    LegalBuyer: text({
      label: 'Legal buyer',
      holds: 'none',
      hint: 'Governing body, academy trust or council: who is bound by the contract',
    }),
    ParentTrust: text({ label: 'Parent trust', holds: 'none' }),
    InvoiceAddress: longText({ label: 'Invoice address', holds: 'business-contact' }),
    FallbackApprover: person({
      label: 'Fallback approver',
      holds: 'staff-identity',
      hint: 'tenant id/object id of the chair of governors, the trust or the council',
    }),
    FallbackApproverName: text({ label: 'Fallback approver name', holds: 'staff-identity' }),
    FallbackApproverEmail: text({ label: 'Fallback approver e-mail', holds: 'staff-identity' }),
    AttendanceEmail: text({ label: 'Attendance e-mail', holds: 'business-contact', hint: 'Who is told of an absence on the same day' }),
    SafeguardingEmail: text({ label: 'Safeguarding e-mail', holds: 'business-contact', hint: 'Of the designated safeguarding lead' }),
    TermDates: json(termDates, { label: 'Term dates', holds: 'none', hint: 'Terms, half terms and INSET days as JSON' }),
    Note: text({ label: 'Note', holds: 'free-text' }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All buyers',
      columns: ['Title', 'Name', 'BuyerType', 'Phase', 'Status', 'LegalBuyer', 'Note', 'SystemNote'],
      orderBy: 'Name',
    },
    {
      title: 'Type not known',
      columns: ['Title', 'Name', 'BuyerType', 'Phase'],
      orderBy: 'Name',
      filter: { column: 'BuyerType', equals: 'not-known' },
    },
  ],
});

export type BuyerFields = Fields<typeof buyers>;

export const toBuyer = (fields: BuyerFields): Buyer => {
  const fallback = fields.FallbackApprover === undefined ? undefined : parsePersonKey(fields.FallbackApprover);
  return {
    ref: fields.Title,
    name: fields.Name,
    type: fields.BuyerType,
    phase: fields.Phase,
    status: fields.Status,
    outcode: fields.Outcode,
    tenantIds: (fields.TenantIds ?? []).map((id) => id.toLowerCase()),
    legalBuyer: fields.LegalBuyer,
    parentTrust: fields.ParentTrust,
    invoiceAddress: fields.InvoiceAddress,
    fallbackApprover:
      fallback && fields.FallbackApproverName && fields.FallbackApproverEmail
        ? { ...fallback, name: fields.FallbackApproverName, email: fields.FallbackApproverEmail }
        : undefined,
    ...(fields.AttendanceEmail === undefined ? {} : { attendanceEmail: fields.AttendanceEmail }),
    ...(fields.SafeguardingEmail === undefined ? {} : { safeguardingEmail: fields.SafeguardingEmail }),
    termDates: fields.TermDates ?? [],
  };
};

export const fromBuyer = (buyer: Buyer, note?: string): BuyerFields => ({
  Title: buyer.ref,
  Name: buyer.name,
  BuyerType: buyer.type,
  Phase: buyer.phase,
  Status: buyer.status,
  Outcode: buyer.outcode,
  TenantIds: buyer.tenantIds.length > 0 ? buyer.tenantIds : undefined,
  LegalBuyer: buyer.legalBuyer,
  ParentTrust: buyer.parentTrust,
  InvoiceAddress: buyer.invoiceAddress,
  FallbackApprover: buyer.fallbackApprover && personKey(buyer.fallbackApprover),
  FallbackApproverName: buyer.fallbackApprover?.name,
  FallbackApproverEmail: buyer.fallbackApprover?.email,
  AttendanceEmail: buyer.attendanceEmail,
  SafeguardingEmail: buyer.safeguardingEmail,
  TermDates: buyer.termDates.length > 0 ? buyer.termDates : undefined,
  Note: note,
});
