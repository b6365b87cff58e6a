import * as z from 'zod';
import { offFrameworkActions } from '../domain/off-framework/off-framework-action.ts';
import { type OffFrameworkPurchase, offFrameworkReasons, offFrameworkStatuses } from '../domain/off-framework/off-framework-purchase.ts';
import { personKey } from '../domain/people/person.ts';
import { choice, json, money, number, person as personColumn, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { bookkeeping, key, numbering, pence, person, shapeOf } from './record-shape.ts';

const offFrameworkState = shapeOf<OffFrameworkPurchase>()(
  z.strictObject({
    ...bookkeeping,
    status: z.enum(offFrameworkStatuses),
    buyerRef: z.string(),
    declaredBy: person,
    lotKey: z.string().optional(),
    bought: z.string(),
    providerName: z.string(),
    net: pence,
    from: z.string(),
    to: z.string(),
    reason: z.enum(offFrameworkReasons),
    because: z.string().optional(),
    withdrawnBecause: z.string().optional(),
    outbox: z.array(z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(offFrameworkActions), actor: key })),
  }),
);

/** `State` is the truth; every other column is written from it. */
export const offFramework = defineList({
  title: 'OffFramework',
  description:
    'Alternative provision that schools and departments bought outside the framework, as they declared it (row 71). Read only for people: a purchase is declared, corrected and withdrawn in the tab by its buyer.',
  handEdited: false,
  columns: {
    Title: reference({ label: 'Declaration', holds: 'none', required: true, indexed: true, unique: true }),
    BuyerRef: reference({ label: 'School or department', holds: 'none', required: true, indexed: true }),
    Status: choice(offFrameworkStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { declared: 'good', withdrawn: 'stopped' },
    }),
    LotKey: reference({ label: 'Lot', holds: 'none', hint: 'Empty where it fits none', indexed: true }),
    Bought: text({ label: 'What was bought', holds: 'free-text', required: true }),
    ProviderName: text({ label: 'Provider', holds: 'business-contact', required: true }),
    Net: money({ label: 'In all, ex VAT', holds: 'none', required: true }),
    FromMonth: text({ label: 'First month', holds: 'none', required: true }),
    ToMonth: text({ label: 'Last month', holds: 'none', required: true }),
    Reason: choice(offFrameworkReasons, { label: 'Reason', holds: 'none', required: true, indexed: true }),
    DeclaredBy: personColumn({ label: 'Declared by', holds: 'staff-identity', required: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(offFrameworkState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole declaration as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All declarations',
      columns: ['Title', 'BuyerRef', 'Status', 'LotKey', 'Bought', 'ProviderName', 'Net', 'FromMonth', 'ToMonth', 'Reason'],
      orderBy: 'ToMonth',
      descending: true,
    },
  ],
});

export const toOffFramework = ({ State }: Fields<typeof offFramework>): OffFrameworkPurchase => State;

export const fromOffFramework = (purchase: OffFrameworkPurchase): Fields<typeof offFramework> => ({
  Title: purchase.ref,
  BuyerRef: purchase.buyerRef,
  Status: purchase.status,
  LotKey: purchase.lotKey,
  Bought: purchase.bought,
  ProviderName: purchase.providerName,
  Net: purchase.net,
  FromMonth: purchase.from,
  ToMonth: purchase.to,
  Reason: purchase.reason,
  DeclaredBy: personKey(purchase.declaredBy),
  Version: purchase.version,
  State: purchase,
});
